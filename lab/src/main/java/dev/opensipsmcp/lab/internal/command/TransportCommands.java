package dev.opensipsmcp.lab.internal.command;

import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.lab.internal.rpc.Command;
import dev.opensipsmcp.lab.internal.state.NodeState;
import dev.opensipsmcp.lab.internal.state.Row;
import java.util.ArrayList;
import java.util.List;

/** TLS domains, TCP paths, and the tracing of the transports. */
final class TransportCommands {
  private final Version version;
  private final TlsDomains domains;
  private final SilentTable paths;

  TransportCommands(NodeState state) {
    this.version = state.settings().version();
    this.domains = new TlsDomains(state);
    this.paths =
        SilentTable.of(
            state.tables(),
            "tcp_mgm",
            List.of(Row.of("id", "1", "proto", "any", "connect_timeout", "100")),
            Row.of("id", "2", "proto", "tls", "connect_timeout", "300"));
  }

  Command tcpTrace() {
    return Switch.command("tcp_trace", "tcp:trace", "TCP");
  }

  List<Command> tls() {
    List<Command> commands = new ArrayList<>();
    commands.add(Command.of("tls_reload", "tls_mgm:reload", none -> domains.reload()));
    commands.add(Command.of("tls_list", "tls_mgm:list", none -> domains.list()));
    commands.add(Switch.command("tls_trace", "tls:trace", "TLS"));
    commands.add(Switch.command("ws_trace", "ws:trace", "WS"));
    commands.add(Switch.command("wss_trace", "wss:trace", "WSS"));
    if (version.groupsMiCommands()) {
      commands.add(Switch.command("tls_trace", "bins:trace", "BINS"));
    }
    commands.add(Switch.command("msrp_trace", "msrp:trace", "MSRP"));
    return commands;
  }

  Command tcpReload() {
    return Command.of("tcp_reload", "tcp_mgm:reload", none -> paths.reload("Failed to reload"));
  }
}
