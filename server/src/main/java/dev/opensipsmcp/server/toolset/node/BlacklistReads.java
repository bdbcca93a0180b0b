package dev.opensipsmcp.server.toolset.node;

import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.lever.Filter;
import dev.opensipsmcp.server.toolset.lever.Lever;

/** Reads the blacklists of destinations that a node does not send to. */
final class BlacklistReads {
  private BlacklistReads() {}

  static Tool list() {
    return Lever.read("blacklist_list", NodeToolset.NAME, "Blacklisted destinations")
        .what("List the rules of a node's blacklists of destinations.")
        .useWhen("Use when the node refuses to send somewhere, or to see what was learned.")
        .notFor("Not for one address; use `blacklist_check`.")
        .returns("Returns a page of rows, one per rule; a list without rules has none.")
        .sends("list_blacklists", "core")
        .local(Schema.optional("list", Schema.text("Name of the list").longest(64)))
        .rows("Lists[].Rules[]")
        .column("list", "Lists.name", Schema.text("Name of the list"))
        .column("owner", "Lists.owner", Schema.text("Who made the list"))
        .column("address", "IP", Schema.text("Network's address"))
        .column("mask", "Mask", Schema.text("Network's mask"))
        .column("protocol", "Proto", Schema.text("Protocol, or any"))
        .column("port", "Port", Schema.integer("Port, 0 for any"))
        .column("pattern", "Match", Schema.text("Part of the request that must match too"))
        .column("inverted", "flags", Schema.flag("All but this network"))
        .column("expires_s", "Expire", Schema.integer("Seconds that it still holds"))
        .filter(Filter.whole("list", "list"))
        .examples(
            "Which destinations are blacklisted?",
            "Show the rules of the blacklist net_filter",
            "List all blacklists of the node")
        .aliases("list_blacklists")
        .tool();
  }

  static Tool check() {
    return Lever.read("blacklist_check", NodeToolset.NAME, "Is an address blacklisted")
        .what("Check which blacklists hold a destination address.")
        .useWhen("Use when calls to one address fail at once.")
        .notFor("Not for all rules; use `blacklist_list`.")
        .returns("Returns a page of rows, one per list that matches; no row means none does.")
        .sends("check_blacklists", "core")
        .required("address", "ip", Schema.text("IP address").longest(45).examples("192.0.2.5"))
        .required(
            "protocol",
            "proto",
            Schema.text("Protocol that would be sent over")
                .oneOf("udp", "tcp", "tls", "sctp", "ws", "wss"))
        .optional("port", Schema.integer("Port; rules with a port need it").between(1, 65_535))
        .rows("[]")
        .column("list", "value", Schema.text("Name of the list that matches"))
        .examples(
            "Is 192.0.2.5 blacklisted over UDP?",
            "Does a blacklist block the carrier's address?",
            "Check an IP against the blacklists")
        .aliases("check_blacklists", "check_blacklist")
        .tool();
  }
}
