package dev.opensipsmcp.server.toolset.callops;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.common.SipHeaders;
import dev.opensipsmcp.server.toolset.common.ToolError;
import dev.opensipsmcp.server.toolset.lever.ChangeDraft;
import dev.opensipsmcp.server.toolset.lever.Checked;
import dev.opensipsmcp.server.toolset.lever.CommandWork;
import dev.opensipsmcp.server.toolset.lever.Lever;
import dev.opensipsmcp.server.toolset.lever.States;
import java.util.List;
import java.util.Optional;

/**
 * The tools that start, change and end calls of the node's own.
 *
 * <p>OpenSIPS puts its extra headers behind a Content-Type, and only there: without a body, what it
 * sends in their place is whatever its memory holds (seen on 3.6.8; 3.4 to 4.0 have the same
 * lines). So headers go with a body only, and a Content-Type goes as a whole header line.
 */
final class UaSessionChanges {
  private static final Schema KEY = Schema.text("Session key as ua_session_list shows it");
  private static final Schema BODY = Schema.text("Body of the message");
  private static final Schema TYPE = Schema.text("Content-Type; application/sdp when absent");
  private static final Schema METHOD =
      Schema.text("SIP method").matching("^[A-Z]+$").examples("INFO");

  private UaSessionChanges() {}

  static Tool start() {
    ChangeDraft draft =
        draft("start", "Start a user agent session")
            .what("Start a call of the node's own to one party.")
            .useWhen("Use when the node itself should ring somebody.")
            .notFor("Not for joining two parties; use `b2b_trigger_scenario`.")
            .effects("Effects: an INVITE goes out and a phone rings. Undo: ua_session_terminate.")
            .returns("Returns the new session's key.")
            .sends("ua_session_client_start", "b2b_entities")
            .also("ua_session_list", "b2b_entities")
            .local(Schema.required("uri", Schema.text("Request URI")))
            .local(Schema.required("to", Schema.text("To: a URI, or name,URI")))
            .local(Schema.required("from", Schema.text("From: a URI, or name,URI")))
            .local(Schema.optional("proxy", Schema.text("SIP URI of the next hop")))
            .local(
                Schema.optional(
                    "socket", Schema.text("Local socket").examples("udp:192.0.2.1:5060")))
            .local(
                Schema.optional(
                    "flags", Schema.text("tN: N seconds at most; a, r: report ACK, replies")))
            .local(Schema.optional("body", Schema.text("SDP of the INVITE")))
            .local(SipHeaders.argument())
            .params((arguments, _) -> {
              JsonObject params = params(arguments, "to", "from", "proxy", "socket", "flags");
              params.addProperty("ruri", arguments.text("uri"));
              return params;
            })
            .summary("Call {uri} from {from} as the node itself.")
            .plans("The party's phone rings; the session stays until one side ends it.")
            .noUndo("ua_session_terminate with the key in the answer ends it.")
            .state(UaSessions::between)
            .examples(
                "Start a call from the server to sip:bob@example.com",
                "Let the node ring a phone as a user agent",
                "Open a user agent session with this SDP");
    return checked(draft);
  }

  static Tool update() {
    return checked(
        keyed("update", "Send within a session")
            .what("Update a session of the node's own by a request within it.")
            .useWhen("Use when its party should get an INFO, a re-INVITE or another request.")
            .notFor("Not for requests in proxied calls; use `dlg_send_sequential`.")
            .effects("Effects: a SIP request goes to the party. No undo.")
            .returns("Returns the answer and the session, before and after.")
            .sends("ua_session_update", "b2b_entities")
            .local(Schema.required("method", METHOD))
            .params((arguments, _) -> params(arguments, "key", "method"))
            .summary("Send {method} within the session {key}.")
            .plans("The party gets the request; what it answers is not waited for.")
            .examples(
                "Send an INFO within the user agent session",
                "Re-INVITE the party of this session with new SDP",
                "Update the session with this key"));
  }

  static Tool reply() {
    return checked(
        keyed("reply", "Answer within a session")
            .what("Reply to a request that the party of a node's own session sent.")
            .useWhen("Use when a request of the party waits for an answer.")
            .notFor("Not for transactions of proxied calls; use `transaction_reply`.")
            .effects("Effects: a SIP reply goes to the party. No undo.")
            .returns("Returns the answer and the session, before and after.")
            .sends("ua_session_reply", "b2b_entities")
            .local(Schema.required("method", METHOD))
            .local(Schema.required("code", Schema.integer("SIP status").between(100, 699)))
            .local(Schema.required("reason", Schema.text("Words behind the status")))
            .params((arguments, _) -> params(arguments, "key", "method", "code", "reason"))
            .summary("Reply {code} {reason} to the {method} of the session {key}.")
            .plans("The party gets the reply.")
            .examples(
                "Answer the INVITE of this user agent session with 200 OK",
                "Reply 486 Busy Here within the session",
                "Send 180 Ringing for the session with this key"));
  }

  static Tool terminate() {
    return checked(
        keyed("terminate", "End a user agent session")
            .what("Terminate a call of the node's own.")
            .useWhen("Use when a session that the node started or took should end.")
            .notFor("Not for joined pairs of calls; use `b2b_terminate`.")
            .effects("Effects: BYE to the party; the session is forgotten. No undo.")
            .returns("Returns the session before, and that it is gone after.")
            .sends("ua_session_terminate", "b2b_entities")
            .params((arguments, _) -> text(arguments, "key"))
            .summary("End the session {key}.")
            .plans("The party gets a BYE; the session is gone.")
            .proof((_, after) -> !States.exists(after))
            .examples(
                "End the user agent session with this key",
                "Hang up the call that the node made itself",
                "Terminate the announcement session"));
  }

  private static ChangeDraft draft(String verb, String title) {
    return Lever.change("ua_session_" + verb, "callops", title)
        .risk(Risk.DISRUPTIVE)
        .notIdempotent();
  }

  private static ChangeDraft keyed(String verb, String title) {
    ChangeDraft draft =
        draft(verb, title)
            .local(Schema.required("key", KEY))
            .state(UaSessions::one)
            .mustExist("List the sessions with ua_session_list.")
            .noUndo("Nothing takes back what was sent.");
    return verb.equals("terminate")
        ? draft
        : draft
            .local(Schema.optional("body", BODY))
            .local(Schema.optional("content_type", TYPE))
            .local(SipHeaders.argument());
  }

  private static Tool checked(ChangeDraft draft) {
    draft.also("ua_session_list", "b2b_entities");
    return draft.tool(new Checked((CommandWork) draft.tool().work(), UaSessionChanges::fault));
  }

  private static Optional<Outcome.Failure> fault(Arguments arguments) {
    boolean more = arguments.has("content_type") || !arguments.texts("headers").isEmpty();
    if (more && arguments.maybeText("body").orElse("").isEmpty()) {
      return Optional.of(
          ToolError.ARGUMENTS_WRONG.failure(
              "Headers are given, but no body; OpenSIPS would send a broken message.",
              "Give a body too, or no headers."));
    }
    return arguments.maybeText("content_type").orElse("a/b").matches("[^\\p{Cntrl}]+")
        ? SipHeaders.fault(arguments.texts("headers"))
        : Optional.of(
            ToolError.ARGUMENTS_WRONG.failure(
                "The content_type is no single line.", "Give it as application/sdp."));
  }

  private static JsonObject params(Arguments arguments, String... names) {
    JsonObject params = text(arguments, names);
    arguments.maybeText("body").ifPresent(body -> params.addProperty("body", body));
    arguments
        .maybeText("content_type")
        .ifPresent(
            type -> params.addProperty("content_type", "Content-Type: " + type.strip() + "\r\n"));
    List<String> lines = arguments.texts("headers");
    if (!lines.isEmpty()) {
      params.addProperty("extra_headers", SipHeaders.joined(lines));
    }
    return params;
  }

  private static JsonObject text(Arguments arguments, String... names) {
    JsonObject params = new JsonObject();
    for (String name : names) {
      if (arguments.has(name)) {
        params.add(name, arguments.json().get(name));
      }
    }
    return params;
  }
}
