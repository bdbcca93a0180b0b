package dev.opensipsmcp.server.toolset.sip;

import static dev.opensipsmcp.server.tool.Schema.list;
import static dev.opensipsmcp.server.tool.Schema.map;
import static dev.opensipsmcp.server.tool.Schema.object;
import static dev.opensipsmcp.server.tool.Schema.required;
import static dev.opensipsmcp.server.tool.Schema.text;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.ReadTools;
import dev.opensipsmcp.server.toolset.common.ToolError;
import dev.opensipsmcp.sip.lint.SessionRules;
import dev.opensipsmcp.sip.message.Bodies;
import dev.opensipsmcp.sip.message.SipParser;
import dev.opensipsmcp.sip.sdp.Agreement;
import dev.opensipsmcp.sip.sdp.OfferAnswer;
import dev.opensipsmcp.sip.sdp.SdpParser;
import dev.opensipsmcp.sip.sdp.Session;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Tools on session descriptions. */
final class SdpTools {
  private SdpTools() {}

  static List<Tool> all() {
    return List.of(parse(), compare());
  }

  private static Schema.Property sdp(String name, String description) {
    return required(name, text(description).longest(GivenMessage.LONGEST));
  }

  private static Tool parse() {
    return SipToolset.READS.tool(
        "sdp_parse",
        "Take a session description apart",
        ReadTools.says(
            "Parse SDP: medias, codecs, addresses, direction, ICE, encryption, bandwidth, bundles.",
            "Use when it matters what one side offers or answers, and whether it is sound.",
            "Not for what both sides agree on; use `sdp_compare`.",
            "Returns the session, its media lines and findings; keys are never shown."),
        Schema.arguments(sdp("sdp", "SDP text, or a whole SIP message that carries it")),
        object(
            "Session",
            required("origin", text("Value of o=")),
            required("address", text("Address for all medias")),
            required("ice_lite", Schema.flag("Whether ICE lite is done")),
            required("bundles", list("BUNDLE groups", map("mids"))),
            required("medias", list("Media lines", map("What belongs to a media line"))),
            required("findings", list("What is wrong", MessageTools.FINDING))),
        List.of(
            "Parse this SDP",
            "Which codecs does this offer have?",
            "Does this session description use SRTP or ICE?"),
        (arguments, _) -> parsed(arguments));
  }

  private static Outcome parsed(Arguments arguments) {
    Optional<String> text = session(arguments.text("sdp"));
    if (text.isEmpty()) {
      return none("sdp");
    }
    Session session = SdpParser.parse(text.get());
    JsonObject json = new JsonObject();
    json.addProperty("origin", SipJson.cut(session.origin()));
    json.addProperty("address", SipJson.cut(session.address()));
    json.addProperty("ice_lite", session.iceLite());
    JsonArray bundles = new JsonArray();
    for (List<String> bundle : session.bundles()) {
      JsonObject one = new JsonObject();
      one.add("mids", Json.texts(bundle.stream().limit(50).map(SipJson::cut).toList()));
      bundles.add(one);
    }
    json.add("bundles", bundles);
    JsonArray medias = new JsonArray();
    session.medias().stream().limit(20).forEach(media -> medias.add(SdpJson.media(media)));
    json.add("medias", medias);
    JsonArray findings = new JsonArray();
    SessionRules.of(session).forEach(finding -> findings.add(SipJson.finding(finding)));
    json.add("findings", findings);
    return new Outcome.Value(json, List.of(GivenMessage.UNTRUSTED));
  }

  private static Tool compare() {
    return SipToolset.READS.tool(
        "sdp_compare",
        "Offer against answer",
        ReadTools.says(
            "Compare an SDP offer with its answer: codecs agreed, directions, hold, encryption.",
            "Use when audio is missing or one-way, a call is on hold, or 488 came back.",
            "Not for one description by itself; use `sdp_parse`.",
            "Returns each media line's outcome and findings with rule, reason and fix."),
        Schema.arguments(
            sdp("offer", "SDP or whole message with the offer"),
            sdp("answer", "SDP or whole message with the answer")),
        object(
            "Agreement",
            required("verdict", text("In one sentence")),
            required("medias", list("Line by line", map("outcome, codecs, directions, hold"))),
            required("findings", list("What is wrong", MessageTools.FINDING))),
        List.of(
            "Compare this offer with the answer",
            "Which codec do both sides use?",
            "Why is there one-way audio in this call?"),
        (arguments, _) -> compared(arguments));
  }

  private static Outcome compared(Arguments arguments) {
    Optional<String> offer = session(arguments.text("offer"));
    Optional<String> answer = session(arguments.text("answer"));
    if (offer.isEmpty() || answer.isEmpty()) {
      return none(offer.isEmpty() ? "offer" : "answer");
    }
    Agreement agreement =
        OfferAnswer.compare(SdpParser.parse(offer.get()), SdpParser.parse(answer.get()));
    JsonObject json = new JsonObject();
    json.addProperty("verdict", SdpJson.verdict(agreement));
    JsonArray medias = new JsonArray();
    agreement.medias().stream().limit(20).forEach(media -> medias.add(SdpJson.agreed(media)));
    json.add("medias", medias);
    JsonArray findings = new JsonArray();
    agreement.findings().stream()
        .limit(40)
        .forEach(finding -> findings.add(SipJson.finding(finding)));
    json.add("findings", findings);
    return new Outcome.Value(json, List.of(GivenMessage.UNTRUSTED));
  }

  private static Outcome.Failure none(String name) {
    return ToolError.ARGUMENTS_WRONG.failure(
        name + " holds no session description.",
        "Give text that begins with v=0, or a whole SIP message with an SDP body.");
  }

  /** {@return the description, also out of a message} */
  private static Optional<String> session(String text) {
    String stripped = text.strip();
    if (stripped.startsWith("v=")) {
      return Optional.of(stripped);
    }
    String whole = text.indexOf('\r') < 0 ? text.replace("\n", "\r\n") : text;
    return Bodies.sdp(SipParser.parse(whole.getBytes(StandardCharsets.UTF_8)));
  }
}
