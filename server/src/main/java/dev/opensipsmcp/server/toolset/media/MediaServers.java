package dev.opensipsmcp.server.toolset.media;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
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
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.lever.ChangeDraft;
import dev.opensipsmcp.server.toolset.lever.Filter;
import dev.opensipsmcp.server.toolset.lever.Lever;
import dev.opensipsmcp.server.toolset.lever.Loaded;
import dev.opensipsmcp.server.toolset.lever.States;
import dev.opensipsmcp.server.toolset.stream.Row;
import dev.opensipsmcp.server.toolset.stream.RowPath;
import java.util.List;
import java.util.Optional;

/**
 * The tools for the media servers that a node knows: modules rtpengine and rtpproxy, whose commands
 * are alike.
 *
 * @param module the module, with which its commands' names begin
 * @param one what people call one of its servers
 */
record MediaServers(String module, String one) {
  /** What OpenSIPS writes for a server that was disabled by hand: it never tries it again. */
  private static final long NEVER = 0xffff_ffffL;

  private static final RowPath NODES = RowPath.parse("[].Nodes[]");

  List<Tool> tools() {
    return List.of(drain(), enable(), show());
  }

  private String command(String what) {
    return module + "_" + what;
  }

  private Tool show() {
    return Lever.read(command("show"), "media", one + " servers and states")
        .what("Show the " + one + " servers that the node knows, by set, and which are disabled.")
        .useWhen("Use when calls have no audio or media goes to the wrong server.")
        .notFor("Not for the calls that run through them; use `rtp_relay_list`.")
        .returns("Returns a page of servers; whether media flows, the node can't tell.")
        .sends(command("show"), module)
        .local(Schema.optional("set", Schema.integer("Set of servers").atLeast(0)))
        .rows("[].Nodes[]")
        .column("set", ".Set", Schema.integer("Set that the script asks for"))
        .column("url", "url", Schema.text("Control address"))
        .column("disabled", "disabled", Schema.flag("Whether new calls pass it over"))
        .column("weight", "weight", Schema.integer("Share among the set"))
        .column(
            "recheck_ticks",
            "recheck_ticks",
            Schema.integer("Uptime at which it is tried again; 4294967295: disabled by hand"))
        .filter(Filter.whole("set", "set"))
        .examples(
            "Which " + one + " servers are up?",
            "Is an " + module + " node disabled?",
            "Show the " + module + " sets")
        .tool();
  }

  /** A change that begins with switching a server on or off. */
  private ChangeDraft switching(String tool, String title) {
    return Lever.change(tool, "media", title)
        .sends(command("enable"), module)
        .also(command("show"), module)
        .risk(Risk.DISRUPTIVE)
        .required("url", Schema.text("Control address as listed").examples("udp:192.0.2.1:22222"))
        .optional("set", "setid", Schema.integer("Set; every one that has it").atLeast(0))
        .mustExist("List the servers with " + command("show") + ".")
        .noUndo("It was off by itself, or not alike in each set: switch each by hand.")
        .state(this::state)
        .inverse(this::back);
  }

  private Tool enable() {
    return switching(command("enable"), "Switch one " + one + " server")
        .what("Enable an " + one + " server for new calls, or disable it.")
        .useWhen("Use when a media server is to be maintained or is well again.")
        .notFor("Not for calls that already run through it; use `" + command("drain") + "`.")
        .effects(
            "Effects: new calls only; lasts until changed, reloaded or restarted; with none"
                + " left in the set, calls get no media server. Undo: switches it back.")
        .returns("Returns the server's state before and after.")
        .local(Schema.optional("enabled", Schema.flag("False takes no new calls").byDefault(true)))
        .params((arguments, _) -> params(arguments, arguments.flag("enabled", true)))
        .summary("Switch " + one + " server {url} to enabled={enabled}.")
        .plans("New calls take it, or pass it over; calls in progress keep it.")
        .proof((arguments, after) -> isOn(after, arguments.flag("enabled", true)))
        .examples(
            "Disable the " + module + " node udp:192.0.2.50:22222",
            "Enable the " + one + " server again",
            "Take an " + module + " out for maintenance")
        .tool();
  }

  private Tool drain() {
    ChangeDraft draft =
        switching(command("drain"), "Drain an " + one + " server")
            .also("rtp_relay_list", "rtp_relay")
            .what("Drain an " + one + " server: disable it, then watch its calls end.")
            .useWhen("Use when it needs maintenance and no call should lose its audio.")
            .notFor("Not for moving its calls away at once; use `rtp_relay_update`.")
            .effects(
                "Effects: new calls pass it over; no call is ended or moved."
                    + " Undo: enables it again.")
            .returns(
                "Returns when rtp_relay has no call on it, or how many at the deadline; call"
                    + " again to go on.")
            .local(DrainWatch.PATIENCE)
            .params((arguments, _) -> params(arguments, false))
            .summary("Disable " + one + " server {url} and watch its calls end.")
            .plans("New calls pass it over; calls in progress keep it until they end.")
            .proof((_, after) -> isOn(after, false))
            .output(DrainWatch.RESULT)
            .examples(
                "Drain the " + module + " node udp:192.0.2.50:22222",
                "Disable an " + one + " and wait until its calls are over",
                "Prepare an " + one + " server for an upgrade");
    return draft.tool(new DrainWatch((Work.Reversible) draft.tool().work(), module));
  }

  private static boolean isOn(JsonObject state, boolean on) {
    return alike(state, "disabled", !on);
  }

  private static JsonObject params(Arguments arguments, boolean on) {
    JsonObject params = Json.object("url", arguments.text("url"));
    params.addProperty("enable", on ? 1 : 0);
    if (arguments.has("set")) {
      params.add("setid", arguments.json().get("set"));
    }
    return params;
  }

  /** The server in each set that has it. When it is tried again moves by itself. */
  private MiResult<JsonObject> state(Arguments arguments, ReadPorts ports) {
    JsonArray servers = new JsonArray();
    MiReader<Boolean> reader =
        json -> {
          NODES.read(
              json,
              row -> {
                if (meant(row, arguments)) {
                  servers.add(server(row));
                }
                return true;
              });
          return true;
        };
    return switch (ports.mi().read(command("show"), new JsonObject(), reader)) {
      case MiResult.Failure<Boolean>(MiError error) -> new MiResult.Failure<>(error);
      case MiResult.Success<Boolean> _ -> {
        JsonObject state = new JsonObject();
        state.addProperty(States.EXISTS, !servers.isEmpty());
        state.add("servers", servers);
        yield new MiResult.Success<>(state);
      }
    };
  }

  private static boolean meant(Row row, Arguments arguments) {
    return row.text("url").equals(arguments.text("url"))
        && (!arguments.has("set") || row.number(".Set", -1) == arguments.integer("set", -1));
  }

  private static JsonObject server(Row row) {
    boolean disabled = row.number("disabled", 0) != 0;
    JsonObject server = new JsonObject();
    server.addProperty("set", row.number(".Set", -1));
    server.addProperty("disabled", disabled);
    server.addProperty("by_hand", disabled && row.number("recheck_ticks", 0) == NEVER);
    return server;
  }

  private Optional<Step> back(Arguments arguments, JsonObject before) {
    boolean on = alike(before, "disabled", false);
    if (!on && !alike(before, "by_hand", true)) {
      return Optional.empty();
    }
    JsonObject back = Json.object("url", arguments.text("url"));
    if (arguments.has("set")) {
      back.add("set", arguments.json().get("set"));
    }
    back.addProperty("enabled", on);
    return Optional.of(new Step(command("enable"), back));
  }

  private static boolean alike(JsonObject state, String member, boolean value) {
    for (JsonElement server : Json.list(state, "servers")) {
      if (server.getAsJsonObject().get(member).getAsBoolean() != value) {
        return false;
      }
    }
    return true;
  }

  /** {@return the tool that reloads RTPEngine servers, softly if asked} */
  static Tool reloadEngines() {
    return Lever.change("rtpengine_reload", "media", "Reload RTPEngine servers")
        .sends("rtpengine_reload", "rtpengine")
        .also("rtpengine_show", "rtpengine")
        .what("Reload the RTPEngine servers from the database.")
        .useWhen("Use when rows of the rtpengine table were changed and should count.")
        .notFor("Not for switching one server; use `rtpengine_enable`.")
        .effects(
            "Effects: all servers are connected and asked anew, also those disabled by hand;"
                + " soft keeps what did not change. Undo: put the old rows back and reload.")
        .returns("Returns how many servers were loaded before and after.")
        .risk(Risk.REVERSIBLE)
        .local(
            Schema.optional(
                "soft", Schema.flag("Keep connections of unchanged servers").byDefault(false)))
        .params((arguments, _) ->
            arguments.flag("soft", false) ? Json.object("type", "soft") : new JsonObject())
        .summary("Load the RTPEngine servers again.")
        .plans("Servers that were added or taken away since the last load count so.")
        .noUndo("Put the old rows back in the table and reload.")
        .state(
            Loaded.rows("rtpengine_show", States.nothing(), "[].Nodes[]", ".Set", "url", "weight"))
        .examples(
            "Reload the rtpengine table",
            "I added an RTPEngine to the database, activate it",
            "Soft reload of the rtpengine nodes")
        .tool();
  }

  /** {@return the tool that reloads RTPProxy servers} */
  static Tool reloadProxies() {
    return Lever.change("rtpproxy_reload", "media", "Reload RTPProxy servers")
        .sends("rtpproxy_reload", "rtpproxy")
        .also("rtpproxy_show", "rtpproxy")
        .what("Reload the RTPProxy servers from the database.")
        .useWhen("Use when rows of the rtpproxy_sockets table were changed and should count.")
        .notFor("Not for switching one server; use `rtpproxy_enable`.")
        .effects(
            "Effects: all servers are asked anew, also those disabled by hand; the node refuses"
                + " when it has no database for them. Undo: put the old rows back and reload.")
        .returns("Returns how many servers were loaded before and after.")
        .risk(Risk.REVERSIBLE)
        .summary("Load the RTPProxy servers again.")
        .plans("Servers that were added or taken away since the last load count so.")
        .noUndo("Put the old rows back in the table and reload.")
        .state(
            Loaded.rows("rtpproxy_show", States.nothing(), "[].Nodes[]", ".Set", "url", "weight"))
        .examples(
            "Reload the rtpproxy sockets",
            "I added an RTPProxy to the database, activate it",
            "Make the node read its rtpproxy table")
        .tool();
  }
}
