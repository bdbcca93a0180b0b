package dev.opensipsmcp.server.toolset.trace;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.MiLookup;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiNode;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Plan;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Step;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.tool.WritePorts;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.Paging;
import dev.opensipsmcp.server.toolset.lever.ChangeDraft;
import dev.opensipsmcp.server.toolset.lever.Draft;
import dev.opensipsmcp.server.toolset.lever.Lever;
import dev.opensipsmcp.server.toolset.lever.States;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tracing of transports: connects, handshakes and closes, each transport with an MI command of
 * its own that reads without a mode and sets with one.
 */
final class TransportTrace implements Work.Reversible {
  private static final String SET = "trace_set_transport";
  private static final String MODE = "trace_mode";

  /** By their names of 4.0, as up to 3.6 the commands of two transports share one name. */
  private static final Map<String, String> COMMANDS = commands();

  private static Map<String, String> commands() {
    Map<String, String> commands = new LinkedHashMap<>();
    for (String protocol : List.of("tcp", "tls", "ws", "wss", "msrp", "bins")) {
      commands.put(protocol, protocol + ":trace");
    }
    return commands;
  }

  private TransportTrace() {}

  private static <D extends Draft<D>> D sending(D draft) {
    D all = draft.sends("tcp:trace", "proto_tcp");
    COMMANDS.forEach((protocol, command) -> all.also(command, "proto_" + protocol));
    return all;
  }

  static Tool list() {
    return sending(
            Lever.read("trace_list_transports", TraceToolset.NAME, "Transport tracing")
                .what("List which transports trace their connections now.")
                .useWhen("Use when TLS or WebSocket handshakes should show in the capture server.")
                .notFor("Not for SIP messages; use `trace_get_status`.")
                .returns("Returns a page with one row per transport that the node has."))
        .also("version", "core")
        .also("which", "core")
        .rows("[]")
        .column("protocol", "protocol", Schema.text("tcp, tls, ws, wss, msrp or bins"))
        .column("state", "state", Schema.text("on or off"))
        .examples(
            "Which transports are traced?",
            "Is TLS tracing on?",
            "Show connection tracing of WebSocket and MSRP")
        .tool((arguments, ports) -> rows(arguments, ports));
  }

  private static Outcome rows(Arguments arguments, ReadPorts ports) {
    return switch (ports.mi().node()) {
      case MiResult.Failure<MiNode>(MiError error) -> Outcome.Failure.of(error);
      case MiResult.Success<MiNode>(MiNode node) -> {
        List<JsonObject> rows = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        for (Map.Entry<String, String> one : COMMANDS.entrySet()) {
          String command =
              Facts.of(node.version()).mi().lookup(one.getValue()) instanceof MiLookup.Found found
                  ? found.command().name()
                  : "";
          if (!node.commands().contains(command) || seen.contains(command)) {
            continue;
          }
          seen.add(command);
          switch (ports.mi().read(one.getValue(), new JsonObject())) {
            case MiResult.Failure<JsonElement>(MiError error) -> {
              yield Outcome.Failure.of(error);
            }
            case MiResult.Success<JsonElement>(JsonElement answer) -> {
              JsonObject row = Json.object("protocol", one.getKey());
              row.addProperty("state", state(answer));
              rows.add(row);
            }
          }
        }
        yield Paging.page(rows, arguments, 50, List.of());
      }
    };
  }

  /** The answer's one member is named after the transport, in capitals and with a blank. */
  private static String state(JsonElement answer) {
    return Json.asObject(answer).entrySet().stream()
        .map(Map.Entry::getValue)
        .filter(JsonPrimitive.class::isInstance)
        .map(JsonElement::getAsString)
        .findFirst()
        .orElse("");
  }

  static Tool set() {
    return draft().tool(new TransportTrace());
  }

  private static ChangeDraft draft() {
    return sending(
            Lever.change(SET, "trace", "Switch transport tracing")
                .what("Set the tracing of one transport's connections on or off.")
                .useWhen("Use when connects and handshakes of TLS, WebSocket, TCP must be seen.")
                .notFor("Not for SIP messages; use `trace_set`.")
                .effects(
                    "Effects: in memory; later connections are reported to the capture server or"
                        + " not, open ones go on. Undo: the opposite.")
                .returns("Returns the node's answer, with the state before and after."))
        .required(
            "protocol", Schema.text("Transport").oneOf("tcp", "tls", "ws", "wss", "msrp", "bins"))
        .required("enabled", Schema.flag("true traces"))
        .risk(Risk.REVERSIBLE)
        .summary("Set tracing of transport {protocol} to {enabled}.")
        .plans("Later connections of that transport are traced, or no more.")
        .params((arguments, _) -> Json.object(MODE, mode(arguments)))
        .proof((arguments, after) -> Json.text(after, "state").equals(mode(arguments)))
        .inverse((arguments, before) -> {
          JsonObject back = arguments.json().deepCopy();
          back.addProperty("enabled", Json.text(before, "state").equals("on"));
          return Optional.of(new Step(SET, back));
        })
        .aliases("transport_trace")
        .examples(
            "Turn on TLS tracing",
            "Stop tracing WebSocket connections",
            "Trace the MSRP transport");
  }

  private static String mode(Arguments arguments) {
    return arguments.flag("enabled", true) ? "on" : "off";
  }

  /** The change of one transport; each has a command of its own. */
  private static Work.Reversible of(Arguments arguments) {
    String command = COMMANDS.getOrDefault(arguments.text("protocol"), "tcp:trace");
    return (Work.Reversible)
        draft()
            .sends(command, TraceToolset.MODULE)
            .state(States.made(command, (_, answer) -> Json.object("state", state(answer))))
            .tool()
            .work();
  }

  @Override
  public MiResult<JsonObject> state(Arguments arguments, ReadPorts ports) {
    return of(arguments).state(arguments, ports);
  }

  @Override
  public Plan plan(Arguments arguments, ReadPorts ports) {
    return of(arguments).plan(arguments, ports);
  }

  @Override
  public Outcome apply(Plan.Ready plan, Arguments arguments, WritePorts ports) {
    return of(arguments).apply(plan, arguments, ports);
  }
}
