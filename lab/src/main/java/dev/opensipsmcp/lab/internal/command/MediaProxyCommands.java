package dev.opensipsmcp.lab.internal.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.lab.internal.rpc.Arguments;
import dev.opensipsmcp.lab.internal.rpc.Command;
import dev.opensipsmcp.lab.internal.rpc.Outcome;
import dev.opensipsmcp.lab.internal.state.Dialog;
import dev.opensipsmcp.lab.internal.state.NodeState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The media servers of modules rtpengine and rtpproxy: two modules whose commands are alike. The
 * engines come from a table that has one more than was loaded; the proxies come from the script.
 */
final class MediaProxyCommands {
  private static final long NEVER = 0xffff_ffffL;
  private static final int RECHECK_AFTER = 60;

  private record Node(int set, String url, int index, int weight, boolean disabled, long recheck) {
    Node as(boolean off, long ticks) {
      return new Node(set, url, index, weight, off, ticks);
    }
  }

  private static final Node NOT_LOADED_YET = new Node(1, "udp:192.0.2.52:22222", 3, 1, false, 0);

  private final NodeState state;
  private final List<Node> engines =
      new ArrayList<>(
          List.of(
              new Node(1, MediaSessions.FIRST_ENGINE, 0, 1, false, 0),
              new Node(1, MediaSessions.SECOND_ENGINE, 1, 1, false, 0),
              new Node(2, "udp:198.51.100.50:22222", 2, 2, true, 20),
              new Node(2, "udp:198.51.100.51:22222", 4, 1, false, 0)));
  private final List<Node> proxies =
      new ArrayList<>(
          List.of(
              new Node(7, "udp:192.0.2.60:22298", 0, 1, false, 0),
              new Node(7, "udp:192.0.2.61:22298", 1, 1, true, NEVER),
              new Node(7, "udp:192.0.2.62:22298", 2, 1, false, 0)));

  MediaProxyCommands(NodeState state) {
    this.state = state;
  }

  List<Command> all() {
    return List.of(
        command("rtpengine", "enable", some -> enable(engines, some, "RTP engine not found")),
        command("rtpengine", "show", none -> show(engines)),
        command("rtpengine", "reload", none -> reload()),
        Command.of("teardown", "rtpengine:teardown", this::teardown),
        command("rtpproxy", "enable", some -> enable(proxies, some, "RTP proxy not found")),
        command("rtpproxy", "show", none -> show(proxies)),
        command("rtpproxy", "reload", none -> Outcome.refuse(400, "Dynamic loading not enabled")));
  }

  /** On 4.0, these are among the few commands that answer to their new name only. */
  private Command command(String module, String local, Function<Arguments, Outcome> run) {
    String grouped = module + ':' + local;
    boolean renamed = state.settings().version().groupsMiCommands();
    return Command.of(renamed ? grouped : module + '_' + local, grouped, run);
  }

  private Outcome enable(List<Node> nodes, Arguments arguments, String missing) {
    if (arguments.text("url").isEmpty()) {
      return Outcome.refuse(400, "Empty url");
    }
    Predicate<Node> wanted =
        node ->
            node.url().equals(arguments.text("url"))
                && (!arguments.has("setid") || node.set() == arguments.number("setid"));
    if (nodes.stream().noneMatch(wanted)) {
      return Outcome.refuse(404, missing);
    }
    nodes.replaceAll(node -> wanted.test(node) ? set(node, arguments.number("enable")) : node);
    return Outcome.ok();
  }

  private Node set(Node node, int enable) {
    return switch (enable) {
      case 0 -> node.as(true, NEVER);
      case 2 -> node.as(true, uptime() + RECHECK_AFTER);
      default -> node.as(false, 0);
    };
  }

  private long uptime() {
    return state.clock().instant().getEpochSecond() - state.started().getEpochSecond();
  }

  /** All servers are asked again, so that those which were disabled by hand come back. */
  private Outcome reload() {
    engines.replaceAll(node -> node.recheck() == NEVER ? node.as(false, 0) : node);
    if (engines.stream().noneMatch(node -> node.url().equals(NOT_LOADED_YET.url()))) {
      engines.add(2, NOT_LOADED_YET);
    }
    return Outcome.ok();
  }

  /** Recorded: an unknown Call-ID is answered as a known one is. */
  private Outcome teardown(Arguments arguments) {
    if (arguments.text("callid").isEmpty()) {
      return Outcome.refuse(400, "Empty callid");
    }
    Optional<Dialog> dialog = state.dialogs().byCallid(arguments.text("callid"));
    dialog.ifPresent(found -> DialogCommands.end(found, state));
    return Outcome.ok();
  }

  private static Outcome show(List<Node> nodes) {
    JsonArray sets = new JsonArray();
    for (int set : nodes.stream().map(Node::set).distinct().toList()) {
      JsonArray inside = new JsonArray();
      nodes.stream().filter(node -> node.set() == set).forEach(node -> inside.add(print(node)));
      JsonObject json = new JsonObject();
      json.addProperty("Set", set);
      json.add("Nodes", inside);
      sets.add(json);
    }
    return Outcome.value(sets);
  }

  private static JsonObject print(Node node) {
    JsonObject json = new JsonObject();
    json.addProperty("url", node.url());
    json.addProperty("index", node.index());
    json.addProperty("disabled", node.disabled() ? 1 : 0);
    json.addProperty("weight", node.weight());
    json.addProperty("recheck_ticks", node.recheck());
    return json;
  }
}
