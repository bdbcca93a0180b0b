package dev.opensipsmcp.server.toolset.media;

import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiReader;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Step;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.lever.ChangeDraft;
import dev.opensipsmcp.server.toolset.lever.CommandWork;
import dev.opensipsmcp.server.toolset.lever.Filter;
import dev.opensipsmcp.server.toolset.lever.Lever;
import dev.opensipsmcp.server.toolset.lever.Settling;
import dev.opensipsmcp.server.toolset.lever.States;
import dev.opensipsmcp.server.toolset.stream.RowPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The tools for the calls that module rtp_relay sends through media servers. */
final class RelayLevers {
  private static final String LIST = "rtp_relay_list";
  private static final RowPath ROWS = RowPath.parse("[]");
  private static final int MOST_NODES = 40;

  private RelayLevers() {}

  static List<Tool> tools() {
    return List.of(list(), terminate(), update(), updateOne());
  }

  private static Tool list() {
    return Lever.read(LIST, "media", "Calls on media servers")
        .what("List the calls whose media rtp_relay sends through a media server, and which.")
        .useWhen("Use when a media server is to be emptied or one call has no audio.")
        .notFor("Not for the servers' states; use `rtpengine_show` or rtpproxy_show.")
        .returns("Returns a page of calls; calls that the script relays itself are not in it.")
        .sends(LIST, "rtp_relay")
        .local(Schema.optional("engine", Schema.text("rtpengine or rtpproxy")))
        .local(Schema.optional("set", Schema.integer("Set of servers").atLeast(0)))
        .local(Schema.optional("node", Schema.text("Part of the server's address")))
        .local(Schema.optional("callid", Schema.text("SIP Call-ID, exactly")))
        .rows("[]")
        .column("callid", "callid", Schema.text("SIP Call-ID"))
        .column("engine", "relay", Schema.text("rtpengine or rtpproxy"))
        .column("set", "set", Schema.integer("Set of servers"))
        .column("node", "node", Schema.text("Server's control address"))
        .column("branch", "branch", Schema.integer("Branch of the call"))
        .column("caller_flags", "caller.flags", Schema.text("Options for the caller's media"))
        .column("callee_flags", "callee.flags", Schema.text("Options for the callee's media"))
        .filter(Filter.whole("engine", "engine"))
        .filter(Filter.whole("set", "set"))
        .filter(Filter.part("node", "node"))
        .filter(Filter.whole("callid", "callid"))
        .examples(
            "Which calls run through media server 192.0.2.50?",
            "Which rtpengine carries this call?",
            "List the relayed media sessions")
        .tool();
  }

  private static Tool terminate() {
    ChangeDraft draft =
        Lever.change("rtpengine_terminate_call", "media", "End a call as its media server asks")
            .sends("teardown", "rtpengine")
            .also("dlg_list", "dialog")
            .aliases("rtpengine_teardown")
            .what("Terminate a call by the command with which RTPEngine reports dead media.")
            .useWhen("Use when a call's media is dead and it should end as RTPEngine would end it.")
            .notFor("Not for ending calls in general, with proof; use `dlg_end`.")
            .effects(
                "Effects: BYE to both sides, the call drops; the script's media handling then frees"
                    + " the ports. No undo.")
            .returns(
                "Returns the call before and after; the node answers OK to unknown calls, too.")
            .risk(Risk.DISRUPTIVE)
            .required("callid", Schema.text("SIP Call-ID").matching("."))
            .mustExist(CallTarget.WHERE)
            .summary("End the call with Call-ID {callid}.")
            .plans("Both sides get a BYE; the call drops at once.")
            .noUndo("Nothing brings the call back; the parties would have to call again.")
            .state(CallTarget::read)
            .examples(
                "Tear down the call whose media timed out",
                "Terminate the rtpengine call with this Call-ID",
                "End a call that has had no RTP for minutes");
    return draft.tool(new Settling((CommandWork) draft.tool().work()));
  }

  private static Tool update() {
    return Lever.change("rtp_relay_update", "media", "Move calls to a media server")
        .sends("rtp_relay_update", "rtp_relay")
        .also(LIST, "rtp_relay")
        .what("Update the media of calls in progress: move them from one media server to another.")
        .useWhen("Use when a media server is to be emptied, after it was disabled.")
        .notFor("Not for one call; use `rtp_relay_update_callid`.")
        .effects(
            "Effects: both sides of every matching call get a re-INVITE; a short gap in audio."
                + " Undo: by hand, the other way round.")
        .returns("Returns how many calls each server has, before and after.")
        .risk(Risk.DISRUPTIVE)
        .notIdempotent()
        .required("engine", Schema.text("Kind of server").oneOf("rtpengine", "rtpproxy"))
        .required("set", Schema.integer("Their set").atLeast(0))
        .optional("node", Schema.text("Their server; all of the set when absent"))
        .optional("new_set", Schema.integer("Set to move to").atLeast(0))
        .optional("new_node", Schema.text("Server to move to"))
        .summary(
            "Re-negotiate the calls of {engine} set {set} from server: {node}; to set: {new_set},"
                + " server: {new_node}.")
        .plans("Every such call is re-negotiated; those that fail stay where they are.")
        .noUndo("Move them back with node and new_node exchanged; that also moves other calls.")
        .state(RelayLevers::spread)
        .examples(
            "Move all calls from rtpengine A to rtpengine B",
            "Empty media server 192.0.2.50 before maintenance",
            "Re-INVITE the calls of set 1 to a new rtpengine")
        .tool();
  }

  /** How many calls of an engine each server has. */
  private static MiResult<JsonObject> spread(Arguments arguments, ReadPorts ports) {
    Map<String, Integer> calls = new TreeMap<>();
    MiReader<Boolean> reader =
        json -> {
          ROWS.read(
              json,
              row -> {
                String server = "set " + row.text("set") + " " + row.text("node");
                if (row.text("relay").equals(arguments.text("engine"))) {
                  boolean fits = calls.size() < MOST_NODES || calls.containsKey(server);
                  calls.merge(fits ? server : "others", 1, Integer::sum);
                }
                return true;
              });
          return true;
        };
    return switch (ports.mi().read(LIST, new JsonObject(), reader)) {
      case MiResult.Failure<Boolean>(MiError error) -> new MiResult.Failure<>(error);
      case MiResult.Success<Boolean> _ -> {
        JsonObject counts = new JsonObject();
        calls.forEach(counts::addProperty);
        JsonObject state = new JsonObject();
        state.add("calls", counts);
        yield new MiResult.Success<>(state);
      }
    };
  }

  private static Tool updateOne() {
    return Lever.change("rtp_relay_update_callid", "media", "Move one call's media")
        .sends("rtp_relay_update_callid", "rtp_relay")
        .also(LIST, "rtp_relay")
        .what("Update the media of one call: move it to another media server, or change its flags.")
        .useWhen("Use when one call has bad audio on its media server.")
        .notFor("Not for all calls of a server; use `rtp_relay_update`.")
        .effects(
            "Effects: both sides get a re-INVITE; a short gap in audio."
                + " Undo: moves it back, unless flags were given.")
        .returns("Returns the call's server before and after.")
        .risk(Risk.DISRUPTIVE)
        .notIdempotent()
        .required("callid", Schema.text("SIP Call-ID").matching("."))
        .optional("engine", Schema.text("Kind of server").oneOf("rtpengine", "rtpproxy"))
        .optional("set", Schema.integer("Set; needs engine").atLeast(0))
        .optional("node", Schema.text("Server; needs engine and set"))
        .optional(
            "flags",
            Schema.text("JSON object with objects caller and callee, for example of flags"))
        .mustExist("Look for the call with rtp_relay_list.")
        .summary("Re-negotiate the media of call {callid} on {engine} set {set}, server {node}.")
        .plans("The call is re-negotiated; if that fails, it stays where it is.")
        .noUndo("Flags are not listed in full, so the old ones can't be set again.")
        .state(
            States.row(
                LIST,
                States.nothing(),
                "[]",
                (row, arguments) -> row.text("callid").equals(arguments.text("callid")),
                Map.of("engine", "relay", "set", "set", "node", "node")))
        .inverse(RelayLevers::movedBack)
        .examples(
            "Move this call to rtpengine udp:192.0.2.51:22222",
            "Give one call another media server",
            "Re-negotiate the media of one Call-ID")
        .tool();
  }

  private static Optional<Step> movedBack(Arguments arguments, JsonObject before) {
    if (arguments.has("flags") || !before.has("node")) {
      return Optional.empty();
    }
    JsonObject back = before.deepCopy();
    back.remove(States.EXISTS);
    back.addProperty("callid", arguments.text("callid"));
    return Optional.of(new Step("rtp_relay_update_callid", back));
  }
}
