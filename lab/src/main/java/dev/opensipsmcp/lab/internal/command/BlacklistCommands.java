package dev.opensipsmcp.lab.internal.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.lab.internal.rpc.Arguments;
import dev.opensipsmcp.lab.internal.rpc.Command;
import dev.opensipsmcp.lab.internal.rpc.Outcome;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The node's blacklists: one that may be changed, and one that the script fixed. */
final class BlacklistCommands {
  private static final String FIXED = "net_filter";

  private final Clock clock;
  private final Map<String, List<BlacklistRule>> lists = new LinkedHashMap<>();

  BlacklistCommands(Clock clock) {
    this.clock = clock;
    lists.put("dyn", seeded("udp,203.0.113.0/24"));
    lists.put(FIXED, seeded("udp,192.0.2.0/24"));
  }

  private static List<BlacklistRule> seeded(String rule) {
    return new ArrayList<>(BlacklistRule.parse(rule, Optional.empty()).stream().toList());
  }

  List<Command> all() {
    return List.of(
        Command.of("list_blacklists", "blacklists:list", this::list),
        Command.of("check_blacklists", "blacklists:check_all", this::checkAll),
        Command.of("check_blacklist", "blacklists:check", this::check),
        Command.of("add_blacklist_rule", "blacklists:add_rule", this::add),
        Command.of("del_blacklist_rule", "blacklists:del_rule", this::delete));
  }

  private List<BlacklistRule> rules(String name) {
    Instant now = clock.instant();
    List<BlacklistRule> rules = lists.getOrDefault(name, new ArrayList<>());
    rules.removeIf(rule -> rule.until().map(now::isAfter).orElse(false));
    return rules;
  }

  private Outcome list(Arguments arguments) {
    if (arguments.has("name")) {
      String name = arguments.text("name");
      return lists.containsKey(name)
          ? Outcome.value(json(name))
          : Outcome.refuse(404, "Unknown name");
    }
    JsonArray all = new JsonArray();
    lists.keySet().forEach(name -> all.add(json(name)));
    JsonObject json = new JsonObject();
    json.add("Lists", all);
    return Outcome.value(json);
  }

  private JsonObject json(String name) {
    JsonArray flags = new JsonArray();
    flags.add(name.equals(FIXED) ? "read-only" : "expire");
    JsonArray rules = new JsonArray();
    rules(name).forEach(rule -> rules.add(rule.json(clock.instant())));
    JsonObject json = new JsonObject();
    json.addProperty("name", name);
    json.addProperty("owner", "script");
    json.add("flags", flags);
    json.add("Rules", rules);
    return json;
  }

  private Outcome checkAll(Arguments arguments) {
    Optional<InetAddress> address = Network.address(arguments.text("ip"));
    if (address.isEmpty()) {
      return Outcome.refuse(400, "Missing or bad IP");
    }
    JsonArray names = new JsonArray();
    for (String name : lists.keySet()) {
      if (hit(name, address.get(), arguments).isPresent()) {
        names.add(name);
      }
    }
    return Outcome.value(names);
  }

  private Outcome check(Arguments arguments) {
    Optional<InetAddress> address = Network.address(arguments.text("ip"));
    if (address.isEmpty()) {
      return Outcome.refuse(400, "Missing or bad IP");
    }
    if (!lists.containsKey(arguments.text("name"))) {
      return Outcome.refuse(400, "Missing or bad blacklist name");
    }
    return hit(arguments.text("name"), address.get(), arguments)
        .map(rule -> Outcome.value(rule.json(clock.instant())))
        .orElseGet(() -> Outcome.refuse(404, "Not Matched"));
  }

  private Optional<BlacklistRule> hit(String name, InetAddress address, Arguments arguments) {
    return rules(name).stream()
        .filter(rule -> rule.hits(address, arguments.text("proto"), arguments.number("port")))
        .findFirst();
  }

  private Outcome add(Arguments arguments) {
    return changed(
        arguments,
        (rules, rule) -> {
          if (rules.stream().noneMatch(rule::same)) {
            rules.add(rule.until().isPresent() ? rules.size() : 0, rule);
          }
          return Outcome.ok();
        });
  }

  private Outcome delete(Arguments arguments) {
    return changed(
        arguments,
        (rules, rule) ->
            rules.removeIf(rule::same) ? Outcome.ok() : Outcome.refuse(404, "Rule not found"));
  }

  private interface Edit {
    Outcome of(List<BlacklistRule> rules, BlacklistRule rule);
  }

  private Outcome changed(Arguments arguments, Edit edit) {
    String name = arguments.text("name");
    if (!lists.containsKey(name)) {
      return Outcome.refuse(400, "Missing or bad blacklist name");
    }
    if (name.equals(FIXED)) {
      return Outcome.refuse(403, "Cannot modify read-only blacklist");
    }
    int expire = arguments.number("expire");
    Optional<Instant> until =
        expire > 0
            ? Optional.of(clock.instant().plus(Duration.ofSeconds(expire)))
            : Optional.empty();
    Optional<BlacklistRule> rule = BlacklistRule.parse(arguments.text("rule"), until);
    if (rule.isEmpty()) {
      return Outcome.refuse(404, "Bad rule");
    }
    return arguments.has("expire") && expire <= 0
        ? Outcome.refuse(404, "Bad expire value")
        : edit.of(rules(name), rule.get());
  }
}
