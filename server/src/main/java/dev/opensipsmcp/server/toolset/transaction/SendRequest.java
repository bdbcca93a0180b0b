package dev.opensipsmcp.server.toolset.transaction;

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
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The tool {@code transaction_send_request}. An INVITE is not among its methods: nobody would end
 * the call that it makes.
 */
final class SendRequest {
  /** A URI without what would end it within a header. */
  private static final String PLAIN = "^[^\\s<>]+$";

  private static final Schema URI = Schema.text("Request URI").matching(PLAIN);

  private SendRequest() {}

  static Tool tool() {
    ChangeDraft draft =
        Lever.change("transaction_send_request", "transaction", "Send a SIP request")
            .what("Send one SIP request from the node and wait for its final reply.")
            .useWhen("Use when testing whether a peer answers.")
            .notFor("Not for a request within a call; use `dlg_send_sequential`.")
            .effects("Effects: real SIP traffic; other MI calls wait for the reply. No undo.")
            .returns("Returns Status and the reply; none comes over MI datagrams.")
            .sends("t_uac_dlg", "tm")
            .local(
                Schema.required(
                    "method",
                    Schema.text("SIP method; no calls").matching("^(?!INVITE|ACK|CANCEL)[A-Z]+$")))
            .local(Schema.required("uri", URI))
            .local(Schema.required("from", Schema.text("From URI").matching(PLAIN)))
            .local(Schema.optional("to", Schema.text("To URI; uri when absent")))
            .local(Schema.optional("next_hop", Schema.text("SIP URI to send it to")))
            .local(Schema.optional("socket", Schema.text("Local, such as udp:192.0.2.1:5060")))
            .local(SipHeaders.argument())
            .local(Schema.optional("body", Schema.text("Body; needs a Content-Type header")))
            .risk(Risk.DISRUPTIVE)
            .notIdempotent()
            .params((arguments, _) -> params(arguments))
            .summary("Send {method} to {uri} from {from}.")
            .plans(
                "The peer gets one request and answers it.",
                "The node's MI runs no other command until then, for seconds if nobody answers.")
            .noUndo("What was sent can't be called back.")
            .examples(
                "Send OPTIONS to sip:203.0.113.5:5060 and show the reply",
                "Does the carrier answer OPTIONS from our node?",
                "Send a SIP MESSAGE to a user")
            .aliases("t_uac_dlg");
    return draft.tool(new Checked((CommandWork) draft.tool().work(), SendRequest::fault));
  }

  private static Optional<Outcome.Failure> fault(Arguments arguments) {
    if (!arguments.maybeText("to").orElse("sip:").matches(PLAIN)) {
      return Optional.of(
          ToolError.ARGUMENTS_WRONG.failure(
              "The To URI has blanks or angle brackets.", "Give the bare URI."));
    }
    Stream<String> names =
        arguments.texts("headers").stream().map(line -> line.split(":", 2)[0].strip());
    Optional<String> own =
        names
            .filter(
                name -> Stream.of("From", "To", "CSeq", "Call-ID").anyMatch(name::equalsIgnoreCase))
            .findFirst();
    if (own.isPresent()) {
      return Optional.of(
          ToolError.ARGUMENTS_WRONG.failure(
              "The header " + own.get() + " is made by the node.",
              "Leave it out; give from and to as arguments."));
    }
    boolean typed =
        arguments.texts("headers").stream()
            .anyMatch(line -> line.regionMatches(true, 0, "Content-Type", 0, 12));
    return arguments.has("body") && !typed
        ? Optional.of(
            ToolError.ARGUMENTS_WRONG.failure(
                "A body is given, but no Content-Type.", "Add a Content-Type header."))
        : SipHeaders.fault(arguments.texts("headers"));
  }

  private static JsonObject params(Arguments arguments) {
    JsonObject params = new JsonObject();
    params.addProperty("method", arguments.text("method"));
    params.addProperty("ruri", arguments.text("uri"));
    String to = arguments.maybeText("to").orElse(arguments.text("uri"));
    params.addProperty(
        "headers",
        "From: <"
            + arguments.text("from")
            + ">\r\nTo: <"
            + to
            + ">\r\n"
            + SipHeaders.joined(arguments.texts("headers")));
    for (String name : new String[] {"next_hop", "socket", "body"}) {
      arguments.maybeText(name).ifPresent(value -> params.addProperty(name, value));
    }
    return params;
  }
}
