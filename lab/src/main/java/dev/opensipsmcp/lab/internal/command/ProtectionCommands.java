package dev.opensipsmcp.lab.internal.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.lab.internal.rpc.Arguments;
import dev.opensipsmcp.lab.internal.rpc.Command;
import dev.opensipsmcp.lab.internal.rpc.Outcome;
import dev.opensipsmcp.lab.internal.state.Row;
import dev.opensipsmcp.lab.internal.state.Tables;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The addresses that module pike blocks, and the counters of module fraud_detection. */
final class ProtectionCommands {

  private record Counters(int perMinute, int total, int concurrent, int sequential) {}

  private final boolean grouped;
  private final SilentTable rules;
  private final Set<String> blocked = new TreeSet<>(Set.of("198.51.100.23", "203.0.113.66"));
  private final Set<String> known = new HashSet<>(blocked);
  private final Map<String, Counters> fraud = new HashMap<>();

  ProtectionCommands(Version version, Tables tables) {
    this.rules =
        SilentTable.of(
            tables,
            "fraud_detection",
            List.of(Row.of("ruleid", "1", "profileid", "1", "prefix", "44", "cpm_warning", "5")),
            Row.of("ruleid", "2", "profileid", "1", "prefix", "+1900", "cpm_warning", "3"));
    grouped = version.groupsMiCommands();
    fraud.put("user1/44", new Counters(1, 1, 1, 1));
    fraud.put("alice/+1900", new Counters(14, 42, 3, 9));
  }

  /** 4.0 took the old names of these two away altogether. */
  List<Command> pike() {
    return List.of(
        Command.of(grouped ? "pike:list" : "pike_list", "pike:list", none -> list()),
        Command.of(grouped ? "pike:rm" : "pike_rm", "pike:rm", this::unblock));
  }

  List<Command> fraud() {
    return List.of(
        Command.of("show_fraud_stats", "fraud_detection:show_stats", this::counters),
        Command.of(
            "fraud_reload", "fraud_detection:reload", none -> rules.reload("Internal error")));
  }

  private Outcome list() {
    JsonArray addresses = new JsonArray();
    blocked.forEach(addresses::add);
    JsonObject json = new JsonObject();
    json.add("IPs", addresses);
    return Outcome.value(json);
  }

  private Outcome unblock(Arguments arguments) {
    String address = arguments.text("ip");
    // A real node takes IPv4 here only, though it blocks and lists IPv6 too.
    if (!address.matches("[0-9.]{7,15}")) {
      return Outcome.refuse(500, "Bad IP");
    }
    if (blocked.remove(address)) {
      return Outcome.ok();
    }
    return known.contains(address)
        ? Outcome.refuse(400, "IP not blocked")
        : Outcome.refuse(404, "Match not found");
  }

  private Outcome counters(Arguments arguments) {
    Counters counters = fraud.get(arguments.text("user") + '/' + arguments.text("prefix"));
    if (counters == null) {
      return Outcome.refuse(404, "No data for this user+number yet!");
    }
    JsonObject json = new JsonObject();
    json.addProperty("cpm", counters.perMinute());
    json.addProperty("total_calls", counters.total());
    json.addProperty("concurrent_calls", counters.concurrent());
    json.addProperty("seq_calls", counters.sequential());
    return Outcome.value(json);
  }
}
