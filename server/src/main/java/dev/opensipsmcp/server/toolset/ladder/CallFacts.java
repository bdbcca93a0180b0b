package dev.opensipsmcp.server.toolset.ladder;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.evidence.EvidenceDesk;
import dev.opensipsmcp.sip.ladder.Arrow;
import dev.opensipsmcp.sip.ladder.Ladder;
import dev.opensipsmcp.sip.ladder.NatMark;
import dev.opensipsmcp.sip.ladder.SdpGlance;
import dev.opensipsmcp.sip.message.HeaderValues;
import dev.opensipsmcp.sip.message.NameAddr;
import dev.opensipsmcp.sip.message.PrivateAddresses;
import dev.opensipsmcp.sip.message.SipMessage;
import dev.opensipsmcp.sip.message.StartLine;
import java.util.List;

/** The messages of a call as plain values, for rules that judge them. */
public final class CallFacts {
  private static final int MOST = 400;

  private final LadderDesk desk;

  /**
   * Facts out of the places that the desk knows.
   *
   * @param desk where evidence comes from
   */
  public CallFacts(EvidenceDesk desk) {
    this.desk = new LadderDesk(desk);
  }

  /**
   * {@return the call's verdict, legs and at most 400 messages, or why there are none}
   *
   * @param arguments as of {@code call_ladder}: messages or path, call_id, caller, callee, from_ts,
   *     to_ts
   * @param ports the caller's
   */
  public Outcome of(Arguments arguments, ReadPorts ports) {
    return switch (desk.pick(arguments, ports)) {
      case Picked.Bad(Outcome.Failure failure) -> failure;
      case Picked.Good(Ladder ladder, String source, List<String> notes) -> {
        JsonObject json = Json.object("source", source);
        json.add("verdict", LadderJson.verdict(ladder));
        json.add("legs", LadderJson.legs(ladder));
        JsonArray messages = new JsonArray();
        ladder.arrows().stream().limit(MOST).forEach(arrow -> messages.add(message(ladder, arrow)));
        json.add("messages", messages);
        yield new Outcome.Value(json, notes);
      }
    };
  }

  private static JsonObject message(Ladder ladder, Arrow arrow) {
    SipMessage sip = arrow.message();
    JsonObject json = new JsonObject();
    json.addProperty("m", arrow.number());
    json.addProperty("at_ms", arrow.offset().toMillis());
    json.addProperty("from", arrow.captured().source().toString());
    json.addProperty("to", arrow.captured().destination().toString());
    json.addProperty("leg", ladder.legs().get(arrow.leg()).callId());
    json.addProperty("method", sip.method());
    json.addProperty(
        "code", sip.start() instanceof StartLine.Status(int code, String _) ? code : 0);
    json.addProperty("cseq", sip.cseq().map(cseq -> cseq.number()).orElse(0L));
    json.addProperty("repeat", arrow.isRepeat());
    json.addProperty("in_dialog", sip.to().flatMap(NameAddr::tag).isPresent());
    sip.contacts().stream()
        .findFirst()
        .ifPresent(contact -> {
          json.addProperty("contact", contact.uri().host());
          json.addProperty("contact_private", PrivateAddresses.contain(contact.uri().host()));
        });
    JsonArray routes = new JsonArray();
    HeaderValues.nameAddrs(sip.headers("Record-Route"))
        .forEach(route -> routes.add(route.uri().host()));
    json.add("record_routes", routes);
    if (sip.start() instanceof StartLine.Request(String _, String uri)) {
      json.addProperty("uri", uri);
    }
    sip.header("Session-Expires").ifPresent(value -> json.addProperty("session_expires", value));
    sip.header("User-Agent").ifPresent(value -> json.addProperty("user_agent", value));
    sip.header("Identity").ifPresent(_ -> json.addProperty("identity", true));
    arrow.sdp().ifPresent(sdp -> json.add("sdp", streams(sdp)));
    JsonArray marks = new JsonArray();
    for (NatMark mark : arrow.nat()) {
      JsonObject one = Json.object("where", mark.where().label());
      one.addProperty("named", mark.named());
      one.addProperty("seen", mark.seen());
      marks.add(one);
    }
    json.add("nat", marks);
    return json;
  }

  private static JsonArray streams(SdpGlance sdp) {
    JsonArray streams = new JsonArray();
    for (SdpGlance.Stream stream : sdp.streams()) {
      JsonObject one = Json.object("media", stream.media());
      one.addProperty("address", stream.address());
      one.addProperty("port", stream.port());
      one.addProperty("private", PrivateAddresses.contain(stream.address()));
      one.addProperty("protocol", stream.protocol());
      one.addProperty("direction", stream.direction());
      one.add("codecs", Json.texts(stream.codecs()));
      streams.add(one);
    }
    return streams;
  }
}
