package dev.opensipsmcp.server.toolset.sip;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.sip.lint.Finding.Severity;
import dev.opensipsmcp.sip.sdp.AgreedMedia;
import dev.opensipsmcp.sip.sdp.AgreedMedia.Outcome;
import dev.opensipsmcp.sip.sdp.Agreement;
import dev.opensipsmcp.sip.sdp.Candidate;
import dev.opensipsmcp.sip.sdp.Codec;
import dev.opensipsmcp.sip.sdp.Media;
import java.util.Locale;

/** Writes session descriptions as JSON. */
final class SdpJson {
  private static final int MOST = 30;

  private SdpJson() {}

  static JsonObject media(Media media) {
    JsonObject json = new JsonObject();
    json.addProperty("type", SipJson.cut(media.type()));
    json.addProperty("port", media.port());
    json.addProperty("refused", media.refused());
    json.addProperty("protocol", SipJson.cut(media.protocol()));
    json.addProperty("address", SipJson.cut(media.address()));
    json.addProperty("direction", media.direction().word());
    JsonArray codecs = new JsonArray();
    media.codecs().stream().limit(MOST).forEach(codec -> codecs.add(codec(codec)));
    json.add("codecs", codecs);
    Json.addText(json, "mid", SipJson.cut(media.mid()));
    media.rtcp().ifPresent(port -> json.addProperty("rtcp_port", port));
    json.addProperty("rtcp_mux", media.rtcpMux());
    json.addProperty("ice", media.ice());
    JsonArray candidates = new JsonArray();
    media.candidates().stream().limit(MOST).forEach(it -> candidates.add(words(it)));
    json.add("candidates", candidates);
    json.add(
        "sdes_suites",
        Json.texts(media.encryption().suites().stream().limit(MOST).map(SipJson::cut).toList()));
    media
        .encryption()
        .fingerprint()
        .ifPresent(it -> json.addProperty("dtls_fingerprint", SipJson.cut(it)));
    Json.addText(json, "dtls_setup", SipJson.cut(media.encryption().setup()));
    JsonObject limits = new JsonObject();
    media.bandwidth().forEach((type, number) -> limits.addProperty(SipJson.cut(type), number));
    json.add("bandwidth", limits);
    media.ptime().ifPresent(ms -> json.addProperty("ptime_ms", ms));
    return json;
  }

  private static JsonObject codec(Codec codec) {
    JsonObject json = new JsonObject();
    json.addProperty("payload", codec.payload());
    json.addProperty("name", SipJson.cut(codec.words()));
    Json.addText(json, "parameters", SipJson.cut(codec.parameters()));
    return json;
  }

  private static String words(Candidate candidate) {
    return SipJson.cut(
        candidate.type()
            + ' '
            + candidate.transport()
            + ' '
            + candidate.address()
            + " port "
            + candidate.port()
            + ", component "
            + candidate.component());
  }

  static JsonObject agreed(AgreedMedia media) {
    JsonObject json = new JsonObject();
    json.addProperty("number", media.number());
    json.addProperty("type", SipJson.cut(media.type()));
    json.addProperty("outcome", word(media.outcome()));
    JsonArray codecs = new JsonArray();
    media.codecs().stream()
        .limit(MOST)
        .forEach(codec -> {
          JsonObject one = new JsonObject();
          one.addProperty("name", SipJson.cut(codec.name()));
          one.addProperty("offered_payload", codec.offered());
          one.addProperty("answered_payload", codec.answered());
          codecs.add(one);
        });
    json.add("codecs", codecs);
    json.addProperty("offerer_sends", media.offererSends());
    json.addProperty("answerer_sends", media.answererSends());
    json.addProperty("hold", word(media.hold()));
    json.addProperty("offered_protocol", SipJson.cut(media.offeredProtocol()));
    json.addProperty("answered_protocol", SipJson.cut(media.answeredProtocol()));
    json.addProperty("encryption", word(media.encryption()));
    return json;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  static String verdict(Agreement agreement) {
    long agreed = agreement.medias().stream().filter(it -> it.outcome() == Outcome.AGREED).count();
    long errors =
        agreement.findings().stream().filter(it -> it.severity() == Severity.ERROR).count();
    boolean oneWay =
        agreement.medias().stream()
            .anyMatch(
                it -> it.outcome() == Outcome.AGREED && it.offererSends() != it.answererSends());
    return agreed
        + " of "
        + agreement.medias().size()
        + " media lines are agreed"
        + (oneWay ? ", with media in one direction only" : "")
        + (errors == 0
            ? ", and nothing breaks the rules."
            : ", and " + errors + " error(s) were found.");
  }
}
