package dev.opensipsmcp.server.toolset.sip;

import static dev.opensipsmcp.server.tool.Schema.object;
import static dev.opensipsmcp.server.tool.Schema.optional;
import static dev.opensipsmcp.server.tool.Schema.required;
import static dev.opensipsmcp.server.tool.Schema.text;
import static dev.opensipsmcp.server.tool.Schema.texts;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.ReadTools;
import dev.opensipsmcp.sip.explain.ResponseCode;
import dev.opensipsmcp.sip.explain.ResponseCodes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Explains response codes. */
final class CodeTool {
  private CodeTool() {}

  static Tool tool() {
    return SipToolset.READS.tool(
        "sip_explain_code",
        "Meaning of a response code",
        ReadTools.says(
            "Explain a SIP response code: its meaning, usual causes, and what to look at next.",
            "Use when a call or registration failed with a code and the reason is wanted.",
            "Not for a whole message; use `sip_explain_message`.",
            "Returns the registered meaning, what it says in OpenSIPS practice, and what Warning,"
                + " Reason and Retry-After add."),
        Schema.arguments(
            required("code", Schema.integer("Response code").between(100, 699)),
            optional(
                "method",
                text("Request that it answers").longest(40).examples("INVITE", "REGISTER", "BYE")),
            optional(
                "headers",
                text("Header lines of the response, such as Warning, Reason, Retry-After")
                    .longest(4_000)
                    .examples("Reason: Q.850;cause=16"))),
        object(
            "Explained",
            required("code", Schema.integer("The code")),
            required("phrase", text("Its phrase; empty when not registered")),
            required("registered", Schema.flag("Whether IANA has it")),
            required("reference", text("RFC that defines it")),
            required("meaning", text("What it says")),
            required("family", text("What its hundred says")),
            required("in_practice", text("Where OpenSIPS runs; may be empty")),
            required("causes", texts("Typical causes")),
            required("context", texts("What method and headers add")),
            required("next", texts("What to look at"))),
        List.of(
            "What does 488 mean?",
            "Why do I get 408 for INVITE and what should I check?",
            "Explain 503 with Retry-After 30",
            "What does Reason Q.850 cause 34 tell?"),
        (arguments, _) -> new Outcome.Value(run(arguments)));
  }

  private static JsonObject run(Arguments arguments) {
    int code = arguments.integer("code", 0);
    String method = arguments.maybeText("method").orElse("").strip().toUpperCase(Locale.ROOT);
    Optional<ResponseCode> known = ResponseCodes.of(code);
    Optional<CodePractice> practice = CodePractice.of(code);
    JsonObject json = new JsonObject();
    json.addProperty("code", code);
    json.addProperty("phrase", known.map(ResponseCode::phrase).orElse(""));
    json.addProperty("registered", known.isPresent());
    json.addProperty("reference", known.map(ResponseCode::reference).orElse(""));
    json.addProperty(
        "meaning",
        known
            .map(ResponseCode::meaning)
            .orElse(
                "It is not registered: treat it as " + code / 100 * 100 + " (RFC 3261 8.1.3.2)."));
    json.addProperty("family", ResponseCodes.family(code));
    json.addProperty("in_practice", practice.map(CodePractice::text).orElse(""));
    json.add("causes", Json.texts(practice.map(CodePractice::causes).orElse(List.of())));
    json.add(
        "context",
        Json.texts(CodeContext.of(code, method, arguments.maybeText("headers").orElse(""))));
    json.add(
        "next",
        Json.texts(
            practice
                .map(CodePractice::next)
                .orElse(List.of("Look at the message itself with sip_explain_message."))));
    return json;
  }
}
