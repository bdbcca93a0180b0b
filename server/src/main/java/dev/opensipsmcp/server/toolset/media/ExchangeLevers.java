package dev.opensipsmcp.server.toolset.media;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Step;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.lever.ChangeDraft;
import dev.opensipsmcp.server.toolset.lever.Inverse;
import dev.opensipsmcp.server.toolset.lever.Lever;
import java.util.List;
import java.util.Optional;

/** The tools of module media_exchange: other media for a call in progress. */
final class ExchangeLevers {
  private static final String UNDO = " Undo: ends it, the parties hear each other again.";
  private static final Schema URI =
      Schema.text("Who gets the media").matching("^sips?:\\S+$").examples("sip:play@192.0.2.9");
  private static final Inverse ENDED =
      (arguments, _) -> {
        JsonObject end = new JsonObject();
        end.addProperty("callid", arguments.text("callid"));
        end.add("leg", arguments.json().get("leg"));
        return Optional.of(new Step("media_terminate", end));
      };

  private ExchangeLevers() {}

  static List<Tool> tools() {
    return List.of(exchange(), exchangeBody(), fork(), terminate());
  }

  private static ChangeDraft call(String tool, String title, String command) {
    return Lever.change(tool, "media", title)
        .sends(command, "media_exchange")
        .also("dlg_list", "dialog")
        .also("b2be_list", "b2b_entities")
        .returns("Returns how many parties the node calls for media, before and after.")
        .risk(Risk.DISRUPTIVE)
        .required("callid", Schema.text("SIP Call-ID").matching("."))
        .mustExist(CallTarget.WHERE)
        .state(CallTarget::withMedia);
  }

  private static ChangeDraft from(String tool, String title, String command, String... legs) {
    return call(tool, title, command)
        .aliases(command)
        .notIdempotent()
        .required("uri", URI)
        .required("leg", Schema.text("Whose media").oneOf(legs))
        .optional("headers", Schema.text("SIP headers for the new call, each ending in CRLF"));
  }

  private static Tool exchange() {
    return from(
            "media_exchange_start",
            "Connect a leg to another party",
            "media_exchange_from_call_to_uri",
            "caller",
            "callee")
        .optional("nohold", Schema.flag("Do not put the other side on hold").byDefault(false))
        .what("Start to exchange the media of one side of a call with another SIP party.")
        .useWhen("Use when one side should hear an announcement or speak to a supervisor.")
        .notFor("Not for listening in; use `media_fork_start`.")
        .effects("Effects: the node calls the URI; that side hears it, the other waits." + UNDO)
        .summary("Connect the {leg} of call {callid} with {uri}.")
        .plans("That side gets a re-INVITE; the other side is put on hold unless told not to.")
        .noUndo("End it with media_terminate.")
        .inverse(ENDED)
        .examples(
            "Play an announcement to the caller of this call",
            "Connect the callee's media to sip:play@192.0.2.9",
            "Let the caller hear a prompt in a running call")
        .tool();
  }

  private static Tool exchangeBody() {
    return from(
            "media_exchange_start_body",
            "Connect a leg, with own SDP",
            "media_exchange_from_call_to_uri_body",
            "caller",
            "callee")
        .required("body", Schema.text("SDP to offer").matching("^v=0"))
        .optional("nohold", Schema.flag("Do not put the other side on hold").byDefault(false))
        .what("Start to exchange media of one side of a call, with an SDP offer of your own.")
        .useWhen("Use when the party needs another SDP than the call has.")
        .notFor("Not for the call's own SDP; use `media_exchange_start`.")
        .effects("Effects: the node calls the URI; the other side waits. Undo: ends it.")
        .summary("Connect the {leg} of call {callid} with {uri}, offering the SDP given.")
        .plans("That side gets a re-INVITE; the other side is put on hold unless told not to.")
        .noUndo("End it with media_terminate.")
        .inverse(ENDED)
        .examples(
            "Connect the caller to a media server with this SDP body",
            "Start a media exchange with a custom offer",
            "Offer my own SDP for the callee's media")
        .tool();
  }

  private static Tool fork() {
    return from(
            "media_fork_start",
            "Copy a call's media",
            "media_fork_from_call_to_uri",
            "caller",
            "callee",
            "both")
        .optional("instance_name", "instance", Schema.text("Name, if there are several forks"))
        .what("Start to fork the media of a call to another SIP party, which then listens.")
        .useWhen("Use when somebody may and should listen to or record a call in progress.")
        .notFor("Not for speaking with a party; use `media_exchange_start`.")
        .effects(
            "Effects: the node calls the URI and copies the audio there; the parties do not"
                + " notice, the law may forbid it. Needs rtp_relay. Undo: ends it.")
        .summary("Copy the media of {leg} of call {callid} to {uri}.")
        .plans("The party at the URI hears the call; the parties are not told.")
        .noUndo("End it with media_terminate.")
        .inverse(ENDED)
        .examples(
            "Fork this call's audio to the recorder",
            "Let the supervisor listen to a call",
            "Copy the media of both legs to sip:rec@192.0.2.9")
        .tool();
  }

  private static Tool terminate() {
    return call("media_terminate", "End a media exchange", "media_terminate")
        .local(
            Schema.optional(
                "leg",
                Schema.text("Whose media; both when absent").oneOf("caller", "callee", "both")))
        .local(
            Schema.optional(
                "nohold", Schema.flag("Do not take the side off hold").byDefault(false)))
        .local(Schema.optional("instance_name", Schema.text("Fork to end, if there are several")))
        .params((arguments, _) -> ending(arguments))
        .what("Terminate the exchanged or forked media of a call; the call itself goes on.")
        .useWhen("Use when an announcement, a recording or listening in should stop.")
        .notFor("Not for ending the call; use `dlg_end`.")
        .effects("Effects: the other party gets a BYE; the sides hear each other again. No undo.")
        .summary("End the exchanged or forked media of call {callid}.")
        .plans("The parties hear each other again.")
        .noUndo("Start it again with media_exchange_start or media_fork_start.")
        .examples(
            "Stop the announcement in this call",
            "End the media fork of a call",
            "Stop recording the call by media exchange")
        .tool();
  }

  /** OpenSIPS takes a name of a fork only together with a leg or nohold. */
  private static JsonObject ending(Arguments arguments) {
    JsonObject params = new JsonObject();
    params.addProperty("callid", arguments.text("callid"));
    boolean nohold = arguments.flag("nohold", false);
    arguments.maybeText("leg").ifPresent(leg -> params.addProperty("leg", leg));
    if (nohold) {
      params.addProperty("nohold", 1);
    }
    arguments
        .maybeText("instance_name")
        .ifPresent(name -> {
          params.addProperty("instance", name);
          if (!params.has("leg") && !nohold) {
            params.addProperty("leg", "both");
          }
        });
    return params;
  }
}
