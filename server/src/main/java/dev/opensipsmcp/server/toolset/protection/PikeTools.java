package dev.opensipsmcp.server.toolset.protection;

import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.lever.Filter;
import dev.opensipsmcp.server.toolset.lever.Lever;
import dev.opensipsmcp.server.toolset.lever.States;
import java.util.Map;

/** The addresses that module pike blocks for sending too much. */
final class PikeTools {
  private static final String MODULE = "pike";

  private PikeTools() {}

  static Tool list() {
    return Lever.read("pike_list_blocked", ProtectionToolset.NAME, "Blocked addresses")
        .what("List the source addresses that a node blocks for flooding.")
        .useWhen("Use when somebody is cut off, or an attack runs.")
        .notFor("Not for traffic limits; use `ratelimit_status`.")
        .returns("Returns a page of addresses; the node does not say since when.")
        .sends("pike_list", MODULE)
        .local(Schema.optional("ip", Schema.text("Part of the address")))
        .rows("IPs[]")
        .column("ip", "value", Schema.text("Address; IPv6 in a form of the node's own"))
        .filter(Filter.part("ip", "ip"))
        .examples(
            "Which IPs are blocked right now?",
            "Is 203.0.113.66 blocked for flooding?",
            "Show the addresses that pike caught")
        .tool();
  }

  static Tool unblock() {
    return Lever.change("pike_unblock_ip", ProtectionToolset.NAME, "Unblock an address")
        .what("Unblock one source address and forget its counted requests.")
        .useWhen("Use when a peer or customer was blocked wrongly.")
        .notFor("Not for looking; use `pike_list_blocked`.")
        .effects(
            "Effects: in memory; the node takes its requests again at once. Undo: none by hand; the"
                + " node blocks it again if it floods.")
        .returns("Returns the node's answer and whether it is still listed.")
        .sends("pike_rm", MODULE)
        .also("pike_list", MODULE)
        // Seen on 3.6.8: an IPv6 address is listed, but refused here as a bad one.
        .required(
            "ip",
            Schema.text("IPv4 address; a node can't unblock IPv6")
                .matching("^\\d{1,3}(\\.\\d{1,3}){3}$")
                .examples("203.0.113.66"))
        .risk(Risk.REVERSIBLE)
        .summary("Unblock {ip}.")
        .plans("The node takes requests from that address again.")
        .noUndo("The node blocks the address again by itself if it goes on flooding.")
        .state(
            States.row(
                "pike_list",
                States.nothing(),
                "IPs[]",
                (row, arguments) -> row.text("value").equals(arguments.text("ip")),
                Map.of()))
        .mustExist("Take an address from pike_list_blocked.")
        .proof((_, after) -> !States.exists(after))
        .examples(
            "Unblock 203.0.113.66",
            "Our carrier's IP got banned by pike, let it in again",
            "Remove the flood block of this address")
        .tool();
  }
}
