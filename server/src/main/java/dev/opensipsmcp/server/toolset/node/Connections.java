package dev.opensipsmcp.server.toolset.node;

import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.lever.Filter;
import dev.opensipsmcp.server.toolset.lever.Lever;
import dev.opensipsmcp.server.toolset.lever.States;
import dev.opensipsmcp.server.toolset.stream.Row;
import java.util.Map;

/** TCP connections, and those of the protocols above: TLS, WebSocket and others. */
final class Connections {
  private Connections() {}

  static Tool list() {
    return Lever.read("get_tcp_connections", NodeToolset.NAME, "TCP connections")
        .what("Get the open connections over TCP, TLS, WS and WSS.")
        .useWhen("Use when a peer's connection is in doubt, or connections pile up.")
        .notFor("Not for the number of waiting bytes; use `health_check`.")
        .returns("Returns a page of rows in the node's order.")
        .sends("list_tcp_conns", "core")
        .local(Schema.optional("type", Schema.text("Protocol, for example tls").longest(10)))
        .local(Schema.optional("remote", Schema.text("Part of the peer's address").longest(60)))
        .local(Schema.optional("local", Schema.text("Part of our address").longest(60)))
        .rows("Connections[]")
        .column("id", "ID", Schema.integer("Number"))
        .column("type", "Type", Schema.text("Protocol"))
        .column("state", "State", Schema.integer("0 is established, negative broken"))
        .column("remote", "Remote", Schema.text("The peer's address:port"))
        .column("local", "Local", Schema.text("Our address:port"))
        .column("expires_at", "Lifetime", Schema.text("Closed then if idle, node's local time"))
        .filter(Filter.whole("type", "type"))
        .filter(Filter.part("remote", "remote"))
        .filter(Filter.part("local", "local"))
        .examples(
            "Show the open TCP connections",
            "Is 203.0.113.40 connected over TLS?",
            "How many WebSocket clients have a connection?")
        .aliases("list_tcp_conns", "tcp_list")
        .tool();
  }

  static Tool close() {
    return Lever.change("tcp_close_connection", NodeToolset.NAME, "Drop a TCP connection")
        .what("Close one TCP, TLS or WebSocket connection of a node (4.0 only).")
        .useWhen("Use when a connection hangs and its peer should connect anew.")
        .notFor("Not for ending a call; use `dlg_end`.")
        .returns("Returns the connection before, and whether it is gone.")
        .sends("tcp:close", "core")
        .also("list_tcp_conns", "core")
        .required(
            "connection",
            "ipport",
            Schema.text("Its id, or the peer's address:port, from get_tcp_connections")
                .longest(64)
                .examples("203.0.113.40:51644", "3"))
        .risk(Risk.DISRUPTIVE)
        .state(
            States.row(
                "list_tcp_conns",
                States.nothing(),
                "Connections[]",
                Connections::meant,
                Map.of("id", "ID", "type", "Type", "remote", "Remote", "local", "Local")))
        .mustExist("List them with get_tcp_connections.")
        .proof((arguments, after) -> !States.exists(after))
        .summary("Close connection {connection}.")
        .plans("Requests on their way over it are lost; the peer must connect anew.")
        .effects("Effects: the peer is cut off, also a phone in a call. Undo: the peer reconnects.")
        .noUndo("The peer has to connect again.")
        .examples(
            "Close the TCP connection of 203.0.113.40:51644",
            "Kill the stale WebSocket connection number 5",
            "Drop this peer's TLS connection so that it reconnects")
        .tool();
  }

  private static boolean meant(Row row, Arguments arguments) {
    String wanted = arguments.text("connection");
    return row.text("ID").equals(wanted) || row.text("Remote").equals(wanted);
  }
}
