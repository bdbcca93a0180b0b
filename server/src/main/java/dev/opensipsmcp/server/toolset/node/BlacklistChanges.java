package dev.opensipsmcp.server.toolset.node;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Step;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.lever.ChangeDraft;
import dev.opensipsmcp.server.toolset.lever.Lever;
import dev.opensipsmcp.server.toolset.lever.StateRead;
import dev.opensipsmcp.server.toolset.lever.States;
import dev.opensipsmcp.server.toolset.stream.Row;
import java.util.Map;
import java.util.Optional;

/** Adds rules to a node's blacklists and takes them away. A list that a script fixed refuses it. */
final class BlacklistChanges {
  private static final String ADD = "blacklist_add_rule";
  private static final String DELETE = "blacklist_delete_rule";
  private static final StateRead RULE =
      States.row(
          "list_blacklists",
          States.nothing(),
          "Lists[].Rules[]",
          BlacklistChanges::meant,
          Map.of("list", "Lists.name", "address", "IP", "mask", "Mask"));

  private BlacklistChanges() {}

  static Tool add() {
    return rule(ADD, "Block a destination")
        .what("Add a rule to a blacklist, so that the node sends nothing there.")
        .useWhen("Use when a destination must not be reached for a while.")
        .notFor("Not for finding out whether it is blocked; use `blacklist_check`.")
        .sends("add_blacklist_rule", "core")
        .also("list_blacklists", "core")
        .local(
            Schema.optional(
                "expire_s",
                Schema.integer("Seconds that it holds; for ever when absent")
                    .between(1, 31_536_000)))
        .params((arguments, before) -> params(arguments))
        .proof((arguments, after) -> States.exists(after))
        .inverse((arguments, before) ->
            States.exists(before)
                ? Optional.empty()
                : Optional.of(new Step(DELETE, without(arguments, "expire_s"))))
        .summary("Add {address} over {protocol} to blacklist {list}.")
        .plans("The node sends nothing to what matches, where its script uses the list.")
        .effects(
            "Effects: in memory at once; later requests to it fail. Undo: blacklist_delete_rule.")
        .noUndo("The rule is there already, so nothing changes.")
        .examples(
            "Block 203.0.113.77 in the blacklist dyn",
            "Blacklist this destination for ten minutes",
            "Stop sending to 198.51.100.0/24")
        .aliases("add_blacklist_rule")
        .tool();
  }

  static Tool delete() {
    return rule(DELETE, "Unblock a destination")
        .what("Delete one rule of a blacklist, so that the node sends there again.")
        .useWhen("Use when a destination was blocked by mistake or is well again.")
        .notFor("Not for adding one; use `blacklist_add_rule`.")
        .sends("del_blacklist_rule", "core")
        .also("list_blacklists", "core")
        .params((arguments, before) -> params(arguments))
        .mustExist("List them with blacklist_list.")
        .proof((arguments, after) -> !States.exists(after))
        .inverse((arguments, before) -> Optional.of(new Step(ADD, arguments.json().deepCopy())))
        .summary("Delete {address} over {protocol} from blacklist {list}.")
        .plans("The node sends to what matches again.")
        .effects(
            "Effects: in memory at once. Undo: blacklist_add_rule; a rule that would have expired"
                + " then stays.")
        .examples(
            "Unblock 203.0.113.77",
            "Take the carrier's address off the blacklist",
            "Remove a blacklist rule")
        .aliases("del_blacklist_rule")
        .tool();
  }

  private static ChangeDraft rule(String name, String title) {
    return Lever.change(name, NodeToolset.NAME, title)
        .returns("Returns the rule before and after.")
        .risk(Risk.DISRUPTIVE)
        .state(RULE)
        .local(Schema.required("list", Schema.text("Name of the list").longest(64)))
        .local(
            Schema.required(
                "address",
                Schema.text("Address or network").longest(49).examples("198.51.100.0/24")))
        .local(
            Schema.optional(
                "protocol",
                Schema.text("Protocol that is blocked")
                    .oneOf("any", "udp", "tcp", "tls", "sctp", "ws", "wss")
                    .byDefault("any")))
        .local(Schema.optional("port", Schema.integer("Port, 0 for any").between(0, 65_535)))
        .local(
            Schema.optional(
                "pattern", Schema.text("Part that the request must have").longest(200)));
  }

  private static boolean meant(Row row, Arguments arguments) {
    return row.text("Lists.name").equals(arguments.text("list"))
        && Cidr.parse(arguments.text("address")).isPresent()
        && Cidr.parse(arguments.text("address")).equals(Cidr.of(row.text("IP"), row.text("Mask")))
        && row.text("Proto").equalsIgnoreCase(protocol(arguments))
        && row.number("Port", 0) == arguments.integer("port", 0)
        && row.text("Match").equals(arguments.maybeText("pattern").orElse(""))
        && row.number("flags", 0) == 0;
  }

  private static String protocol(Arguments arguments) {
    return arguments.maybeText("protocol").orElse("any");
  }

  private static JsonObject params(Arguments arguments) {
    // A node refuses the word "any" in a rule (3.6.8 and 4.0.1); leaving it out means the same.
    String protocol = protocol(arguments);
    StringBuilder rule = new StringBuilder(protocol.equals("any") ? "" : protocol + ',');
    rule.append(arguments.text("address"));
    String pattern = arguments.maybeText("pattern").orElse("");
    int port = arguments.integer("port", 0);
    if (port > 0 || !pattern.isEmpty()) {
      rule.append(',').append(port);
    }
    if (!pattern.isEmpty()) {
      rule.append(',').append(pattern);
    }
    JsonObject params = new JsonObject();
    params.addProperty("name", arguments.text("list"));
    params.addProperty("rule", rule.toString());
    if (arguments.has("expire_s")) {
      params.add("expire", arguments.json().get("expire_s"));
    }
    return params;
  }

  private static JsonObject without(Arguments arguments, String argument) {
    JsonObject rest = arguments.json().deepCopy();
    rest.remove(argument);
    return rest;
  }
}
