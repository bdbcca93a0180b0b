package dev.opensipsmcp.lab.internal.command;

import dev.opensipsmcp.lab.LabFeature;
import dev.opensipsmcp.lab.internal.rpc.Arguments;
import dev.opensipsmcp.lab.internal.rpc.Command;
import dev.opensipsmcp.lab.internal.rpc.Outcome;
import dev.opensipsmcp.lab.internal.state.Dialog;
import dev.opensipsmcp.lab.internal.state.NodeState;
import dev.opensipsmcp.lab.internal.state.Row;
import dev.opensipsmcp.lab.internal.state.Tables;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The media servers of modules rtpengine and rtpproxy: two modules whose commands are alike. The
 * engines come from a table that has one more than was loaded; the proxies come from the script,
 * unless the node is configured with their table. A server that does not answer is found disabled.
 */
final class MediaProxyCommands {
  private static final long FIRST_RECHECK = 20;
  private static final int RECHECK_AFTER = 60;
  private static final String ENGINES = "rtpengine";
  private static final String PROXIES = "rtpproxy_sockets";
  private static final String SILENT = "udp:198.51.100.50:22222";
  private static final String BARRED = "udp:192.0.2.61:22298";
  private static final List<Row> FIRST_PROXIES =
      List.of(
          proxy("1", "udp:192.0.2.60:22298"),
          proxy("2", BARRED),
          proxy("3", "udp:192.0.2.62:22298"));

  private final NodeState state;
  private final boolean proxiesFromTable;
  private List<MediaNode> engines = List.of();
  private List<MediaNode> proxies;

  MediaProxyCommands(NodeState state) {
    this.state = state;
    Tables tables = state.tables();
    tables.seed(
        ENGINES,
        engine("1", MediaSessions.FIRST_ENGINE, "1"),
        engine("2", MediaSessions.SECOND_ENGINE, "1"),
        engine("3", SILENT + "=2", "2"),
        engine("4", "udp:198.51.100.51:22222", "2"));
    loadEngines(false);
    engines.replaceAll(node -> node.disabled() ? node.as(true, FIRST_RECHECK) : node);
    // Written since the node started: active after the next reload.
    tables.seed(ENGINES, engine("5", "udp:192.0.2.52:22222", "1"));
    this.proxiesFromTable = tables.fromOutside() || state.has(LabFeature.RTPPROXY_TABLE);
    this.proxies = MediaNode.all(FIRST_PROXIES, "rtpproxy_sock", List.of());
    if (proxiesFromTable) {
      tables.seed(PROXIES, FIRST_PROXIES.toArray(Row[]::new));
      loadProxies();
      tables.seed(PROXIES, proxy("4", "udp:192.0.2.63:22298"));
    }
    proxies.replaceAll(node -> node.url().equals(BARRED) ? node.as(true, MediaNode.NEVER) : node);
  }

  private static Row engine(String id, String socket, String set) {
    return Row.of("id", id, "socket", socket, "set_id", set);
  }

  private static Row proxy(String id, String socket) {
    return Row.of("id", id, "rtpproxy_sock", socket, "set_id", "7");
  }

  List<Command> all() {
    return List.of(
        command("rtpengine", "enable", some -> enable(engines, some, "RTP engine not found")),
        command("rtpengine", "show", none -> MediaNode.show(engines)),
        command("rtpengine", "reload", this::reloadEngines),
        Command.of("teardown", "rtpengine:teardown", this::teardown),
        command("rtpproxy", "enable", some -> enable(proxies, some, "RTP proxy not found")),
        command("rtpproxy", "show", none -> MediaNode.show(proxies)),
        command("rtpproxy", "reload", none -> reloadProxies()));
  }

  /** On 4.0, these are among the few commands that answer to their new name only. */
  private Command command(String module, String local, Function<Arguments, Outcome> run) {
    String grouped = module + ':' + local;
    boolean renamed = state.settings().version().groupsMiCommands();
    return Command.of(renamed ? grouped : module + '_' + local, grouped, run);
  }

  private Outcome enable(List<MediaNode> nodes, Arguments arguments, String missing) {
    if (arguments.text("url").isEmpty()) {
      return Outcome.refuse(400, "Empty url");
    }
    Predicate<MediaNode> wanted =
        node ->
            node.url().equals(arguments.text("url"))
                && (!arguments.has("setid") || node.set() == arguments.number("setid"));
    if (nodes.stream().noneMatch(wanted)) {
      return Outcome.refuse(404, missing);
    }
    nodes.replaceAll(node -> wanted.test(node) ? set(node, arguments.number("enable")) : node);
    return Outcome.ok();
  }

  private MediaNode set(MediaNode node, int enable) {
    return switch (enable) {
      case 0 -> node.as(true, MediaNode.NEVER);
      case 2 -> node.as(true, uptime() + RECHECK_AFTER);
      default -> node.as(false, 0);
    };
  }

  private long uptime() {
    return state.clock().instant().getEpochSecond() - state.started().getEpochSecond();
  }

  private Outcome reloadEngines(Arguments arguments) {
    boolean soft = arguments.text("type").equals("soft");
    return Reading.again(() -> loadEngines(soft), Outcome.refuse(500, "Internal error"));
  }

  /** All servers are asked again, so that those which were disabled by hand come back. */
  private void loadEngines(boolean soft) {
    List<Row> rows = state.tables().loadOne(ENGINES);
    engines = MediaNode.all(rows, "socket", soft ? engines : List.of());
    engines.replaceAll(node ->
        node.url().equals(SILENT) ? node.as(true, uptime() + RECHECK_AFTER) : node.as(false, 0));
  }

  private Outcome reloadProxies() {
    return proxiesFromTable
        ? Reading.again(this::loadProxies, Outcome.refuse(500, "Internal error"))
        : Outcome.refuse(400, "Dynamic loading not enabled");
  }

  private void loadProxies() {
    proxies = MediaNode.all(state.tables().loadOne(PROXIES), "rtpproxy_sock", List.of());
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
}
