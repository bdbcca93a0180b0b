package dev.opensipsmcp.lab.internal.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.lab.internal.rpc.Arguments;
import dev.opensipsmcp.lab.internal.rpc.Command;
import dev.opensipsmcp.lab.internal.rpc.Outcome;
import dev.opensipsmcp.lab.internal.state.Row;
import dev.opensipsmcp.lab.internal.state.Tables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Module qrouting: the rules of drouting that are sorted by quality. Which destinations are
 * switched off is in no answer, and switching one on switches it off: on real nodes both commands
 * do the same in all versions up to 4.0.1.
 */
final class QualityCommands {
  private static final String[] FIGURES = {"ASR", "CCR", "PDD", "AST", "ACD"};

  private static final String PROFILES = "qr_profiles";

  private final Tables tables;
  private Map<Integer, List<RoutingData.Target>> rules = Map.of();
  private Map<String, List<String>> members = Map.of();

  QualityCommands(RoutingData data, Tables tables) {
    this.tables = tables;
    tables.seed(PROFILES, Row.of("id", "1", "profile_name", "strict", "warn_threshold_asr", "0.4"));
    tables.loadOne(PROFILES);
    follow(data);
    // Written since the node started: active after the next reload.
    tables.seed(PROFILES, Row.of("id", "2", "profile_name", "lax", "warn_threshold_asr", "0.2"));
  }

  /** Takes over the rules that drouting has just loaded. */
  void follow(RoutingData data) {
    Map<Integer, List<RoutingData.Target>> fresh = new LinkedHashMap<>();
    Map<String, List<String>> gateways = new LinkedHashMap<>();
    for (Row rule : data.rules()) {
      if (rule.text("sort_alg").equals("Q")) {
        List<RoutingData.Target> targets = data.targets(rule);
        fresh.put(rule.number("ruleid"), targets);
        for (RoutingData.Target target : targets) {
          if (target.carrier()) {
            gateways.put(target.id(), data.members(target.id()));
          }
        }
      }
    }
    rules = fresh;
    members = gateways;
  }

  List<Command> all() {
    return List.of(
        Command.of("qr_status", "qrouting:status", this::status),
        Command.of("qr_reload", "qrouting:reload", none -> reload()),
        Command.of("qr_disable_dst", "qrouting:disable_dst", this::disable),
        Command.of("qr_enable_dst", "qrouting:enable_dst", this::disable));
  }

  /** Says OK even when it could not read the table, as real nodes do. No command lists profiles. */
  private Outcome reload() {
    return Reading.again(() -> tables.loadOne(PROFILES), Outcome.ok());
  }

  private Outcome disable(Arguments arguments) {
    List<RoutingData.Target> targets = rules.get(arguments.number("rule_id"));
    if (targets == null) {
      return Outcome.refuse(404, "Rule Not Found");
    }
    if (find(targets, arguments.text("dst_name")).isEmpty()) {
      return Outcome.refuse(404, "GW/Carrier Not Found");
    }
    return Outcome.ok();
  }

  private static Optional<RoutingData.Target> find(List<RoutingData.Target> targets, String name) {
    return targets.stream().filter(target -> target.id().equals(name)).findFirst();
  }

  private Outcome status(Arguments arguments) {
    if (!arguments.has("partition")) {
      JsonArray partitions = new JsonArray();
      partitions.add(partition());
      JsonObject json = new JsonObject();
      json.add("Partitions", partitions);
      return Outcome.value(json);
    }
    // With one partition its name is not looked at; without rules there is none.
    if (rules.isEmpty()) {
      return Outcome.refuse(404, "Partition Not Found");
    }
    if (!arguments.has("rule_id")) {
      return Outcome.value(partition());
    }
    List<RoutingData.Target> targets = rules.get(arguments.number("rule_id"));
    if (targets == null) {
      return Outcome.refuse(404, "Rule Not Found");
    }
    if (!arguments.has("dst_name")) {
      return Outcome.value(destinations(new JsonObject(), targets));
    }
    return find(targets, arguments.text("dst_name"))
        .map(target -> Outcome.value(destination(target)))
        .orElseGet(() -> Outcome.refuse(404, "GW/Carrier Not Found"));
  }

  private JsonObject partition() {
    JsonArray list = new JsonArray();
    rules.forEach((id, targets) -> {
      JsonObject rule = new JsonObject();
      rule.addProperty("Id", id);
      list.add(destinations(rule, targets));
    });
    JsonObject json = new JsonObject();
    json.addProperty("Name", "Default");
    json.add("Rules", list);
    return json;
  }

  private JsonObject destinations(JsonObject json, List<RoutingData.Target> targets) {
    JsonArray list = new JsonArray();
    targets.forEach(target -> list.add(destination(target)));
    json.add("Destinations", list);
    return json;
  }

  private JsonObject destination(RoutingData.Target target) {
    JsonObject json = new JsonObject();
    if (target.carrier()) {
      JsonArray gateways = new JsonArray();
      for (String gateway : members.getOrDefault(target.id(), new ArrayList<>())) {
        gateways.add(gateway(gateway));
      }
      JsonObject carrier = new JsonObject();
      carrier.addProperty("CRID", target.id());
      carrier.add("Gateways", gateways);
      json.add("Carrier", carrier);
    } else {
      json.add("Gateway", gateway(target.id()));
    }
    return json;
  }

  /** A gateway without calls yet: every figure is a value and the number of calls behind it. */
  private static JsonObject gateway(String id) {
    JsonObject json = new JsonObject();
    json.addProperty("GWID", id);
    for (String figure : FIGURES) {
      json.addProperty(figure, "-1.00/0");
    }
    return json;
  }
}
