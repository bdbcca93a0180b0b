package dev.opensipsmcp.server.toolset.sip;

import static dev.opensipsmcp.server.tool.Schema.list;
import static dev.opensipsmcp.server.tool.Schema.map;
import static dev.opensipsmcp.server.tool.Schema.object;
import static dev.opensipsmcp.server.tool.Schema.required;
import static dev.opensipsmcp.server.tool.Schema.text;
import static dev.opensipsmcp.server.tool.Schema.texts;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.ReadTools;
import dev.opensipsmcp.sip.explain.Explanation;
import dev.opensipsmcp.sip.explain.MessageExplanation;
import dev.opensipsmcp.sip.lint.MessageLint;
import dev.opensipsmcp.sip.message.Bodies;
import dev.opensipsmcp.sip.message.BodyPart;
import dev.opensipsmcp.sip.message.DigestFacts;
import dev.opensipsmcp.sip.message.SipMessage;
import java.util.List;
import java.util.function.Function;

/** Tools on one message. */
final class MessageTools {
  static final Schema FINDING =
      object(
          "A finding",
          required("rule", text("The rule's stable id")),
          required("severity", text("error, warning or note")),
          required("where", text("Header or part")),
          required("text", text("What is wrong, and why it matters")),
          required("fix", text("What to do")),
          required("reference", text("RFC and section")));

  private static final Schema.Property MESSAGE =
      GivenMessage.argument("message", "One whole SIP message");

  /** Characters of all bodies together, so that the rest of a result has room. */
  private static final int BODY = 6_000;

  private MessageTools() {}

  static List<Tool> all() {
    return List.of(parse(), lint(), explain());
  }

  private static Tool parse() {
    return SipToolset.READS.tool(
        "sip_parse_message",
        "Take a SIP message apart",
        ReadTools.says(
            "Parse a SIP message into first line, headers, dialog, bodies, credentials and defects.",
            "Use when fields of a captured or logged message are needed exactly.",
            "Not for advice on it; use `sip_lint_message`. Not for plain words; use"
                + " `sip_explain_message`.",
            "Returns all headers with long names; long values are cut, secrets replaced; broken"
                + " messages are read as far as they go."),
        Schema.arguments(MESSAGE, GivenMessage.BASE64),
        object(
            "A message",
            required("start", map("kind, line, method, uri, code, reason")),
            required("dialog", map("call_id, cseq, from, to, contacts, vias")),
            required("headers", list("Headers in order", map("name, value"))),
            required("bodies", list("Bodies or parts", map("type, disposition, bytes, text"))),
            required("digest", list("Credentials and challenges", map("Facts, no answers"))),
            required("defects", list("Broken rules", map("kind, where, text")))),
        List.of(
            "Parse this SIP message",
            "What is the Call-ID and the From tag in this INVITE?",
            "Decode the headers and bodies of this packet"),
        (arguments, _) -> on(arguments, MessageTools::parsed));
  }

  private static JsonObject parsed(SipMessage message) {
    JsonObject json = new JsonObject();
    json.add("start", SipJson.start(message));
    json.add("dialog", SipJson.dialog(message));
    json.add("headers", SipJson.headers(message));
    JsonArray bodies = new JsonArray();
    List<BodyPart> leaves = Bodies.leaves(message);
    for (BodyPart part : leaves.subList(0, Math.min(leaves.size(), 20))) {
      bodies.add(SipJson.body(part, BODY / Math.min(leaves.size(), 20)));
    }
    json.add("bodies", bodies);
    JsonArray digest = new JsonArray();
    DigestFacts.of(message).forEach(facts -> digest.add(SipJson.digest(facts, message)));
    json.add("digest", digest);
    JsonArray defects = new JsonArray();
    message
        .defects()
        .forEach(defect -> {
          JsonObject one = new JsonObject();
          one.addProperty("kind", defect.kind().name());
          one.addProperty("where", defect.where());
          one.addProperty("text", defect.text());
          defects.add(one);
        });
    json.add("defects", defects);
    return json;
  }

  private static Tool lint() {
    return SipToolset.READS.tool(
        "sip_lint_message",
        "Check a SIP message against rules",
        ReadTools.says(
            "Lint a SIP message: grammar, mandatory headers, NAT, session timers, digest, SDP.",
            "Use when a message is refused, misread or lost and the reason may be in it.",
            "Not for its fields; use `sip_parse_message`. Not for an offer against its answer; use"
                + " `sdp_compare`.",
            "Returns findings, the gravest first, each with rule, severity, reason, fix and RFC"
                + " section; none when the message is sound."),
        Schema.arguments(MESSAGE, GivenMessage.BASE64),
        object(
            "Findings",
            required("line", text("The first line")),
            required("findings", list("Findings", FINDING))),
        List.of(
            "What is wrong with this SIP message?",
            "Check this REGISTER for errors",
            "Why would a phone reject this INVITE?"),
        (arguments, _) ->
            on(
                arguments,
                message -> {
                  JsonObject json = new JsonObject();
                  json.add("line", SipJson.start(message).get("line"));
                  JsonArray findings = new JsonArray();
                  MessageLint.of(message).forEach(it -> findings.add(SipJson.finding(it)));
                  json.add("findings", findings);
                  return json;
                }));
  }

  private static Tool explain() {
    return SipToolset.READS.tool(
        "sip_explain_message",
        "A SIP message in plain words",
        ReadTools.says(
            "Explain a SIP message in plain words: what it is, who to whom, what must come next.",
            "Use when somebody asks what a message means or what should follow it.",
            "Not for a bare response code; use `sip_explain_code`. Not for faults; use"
                + " `sip_lint_message`.",
            "Returns sentences; quoted parts are cut and carry no secrets."),
        Schema.arguments(MESSAGE, GivenMessage.BASE64),
        object(
            "Explanation",
            required("what", text("What it is")),
            required("who", text("From whom to whom")),
            required("points", texts("What else matters")),
            required("next", texts("What must come next"))),
        List.of(
            "Explain this SIP message",
            "What does this INVITE ask for and what should follow?",
            "Who sent this BYE to whom?"),
        (arguments, _) ->
            on(
                arguments,
                message -> {
                  Explanation explanation = MessageExplanation.of(message);
                  JsonObject json = new JsonObject();
                  json.addProperty("what", explanation.what());
                  json.addProperty("who", explanation.who());
                  json.add("points", Json.texts(explanation.points()));
                  json.add("next", Json.texts(explanation.next()));
                  return json;
                }));
  }

  private static Outcome on(Arguments arguments, Function<SipMessage, JsonObject> work) {
    return switch (GivenMessage.read(arguments, "message")) {
      case GivenMessage.Read.Bad(Outcome.Failure failure) -> failure;
      case GivenMessage.Read.Good(GivenMessage given) ->
          new Outcome.Value(work.apply(given.message()), given.warnings());
    };
  }
}
