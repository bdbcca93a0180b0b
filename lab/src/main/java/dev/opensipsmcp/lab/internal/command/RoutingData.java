package dev.opensipsmcp.lab.internal.command;

import dev.opensipsmcp.lab.internal.state.Row;
import dev.opensipsmcp.lab.internal.state.Tables;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What module drouting has loaded: gateways, carriers and rules. One command at a time touches it.
 */
final class RoutingData {
  static final String ACTIVE = "Active";
  static final String DISABLED = "Disabled MI";
  static final String ON = "yes";

  /** As the node prints it, with the blank. */
  static final String OFF = "no ";

  private static final String GATEWAYS = "dr_gateways";
  private static final String CARRIERS = "dr_carriers";
  private static final String RULES = "dr_rules";
  private static final String GROUPS = "dr_groups";

  /** A gateway or carrier. */
  static final class Entry {
    private final Optional<String> address;
    private final String attributes;
    private String state;

    Entry(Optional<String> address, String attributes, String state) {
      this.address = address;
      this.attributes = attributes;
      this.state = state;
    }

    Optional<String> address() {
      return address;
    }

    String attributes() {
      return attributes;
    }

    String state() {
      return state;
    }

    void state(String value) {
      state = value;
    }
  }

  /**
   * A rule's or carrier's target.
   *
   * @param carrier whether it is a carrier
   * @param id the carrier's or gateway's name
   */
  record Target(boolean carrier, String id) {}

  private final Tables tables;
  private Map<String, Entry> gateways = Map.of();
  private Map<String, Entry> carriers = Map.of();
  private List<Row> rules = List.of();

  RoutingData(Tables tables) {
    this.tables = tables;
    tables.seed(
        GATEWAYS,
        gateway("1", "gw1", "203.0.113.30:5060", "0", "attr1"),
        gateway("2", "gw2", "192.0.2.30:5060", "0", "attr2"),
        gateway("3", "gw3", "192.0.2.31:5060", "1", ""));
    tables.seed(
        CARRIERS,
        Row.of("id", "1", "carrierid", "cr1", "gwlist", "gw1,gw2", "state", "0", "attrs", "cattr"),
        Row.of("id", "2", "carrierid", "cr2", "gwlist", "gw2,gw3", "state", "0"));
    tables.seed(
        RULES,
        rule("1", "1", "0044", "gw1,gw2", "N", "rule1"),
        rule("2", "1", "0049", "#cr1", "N", "rule2"),
        rule("3", "1", "", "#cr2", "N", "def"),
        rule("4", "2", "0033", "gw1,gw2,#cr1", "Q", "quality"));
    load(false);
    // Written since the node started: active after the next reload.
    tables.seed(GATEWAYS, gateway("4", "gw4", "203.0.113.31:5060", "0", "attr4"));
  }

  private static Row gateway(
      String id, String name, String address, String state, String attributes) {
    return Row.of("id", id, "gwid", name, "address", address, "state", state, "attrs", attributes);
  }

  private static Row rule(
      String id, String group, String prefix, String targets, String sort, String attributes) {
    return Row.of(
        "ruleid", id,
        "groupid", group,
        "prefix", prefix,
        "priority", "0",
        "gwlist", targets,
        "sort_alg", sort,
        "attrs", attributes);
  }

  /** Reads the tables, and keeps the states of what is still there when told to. */
  void load(boolean inherit) {
    Map<String, List<Row>> read = tables.load(GATEWAYS, CARRIERS, RULES, GROUPS);
    Map<String, Entry> newGateways = new LinkedHashMap<>();
    for (Row row : read.getOrDefault(GATEWAYS, List.of())) {
      String state =
          switch (row.number("state")) {
            case 0 -> ACTIVE;
            case 1 -> DISABLED;
            default -> row.number("probe_mode") == 0 ? "Inactive" : "Probing";
          };
      newGateways.put(
          row.text("gwid"), new Entry(Optional.of(row.text("address")), row.text("attrs"), state));
    }
    Map<String, Entry> newCarriers = new LinkedHashMap<>();
    for (Row row : read.getOrDefault(CARRIERS, List.of())) {
      String state = row.number("state") == 0 ? ON : OFF;
      newCarriers.put(row.text("carrierid"), new Entry(Optional.empty(), row.text("attrs"), state));
    }
    if (inherit) {
      inherit(gateways, newGateways);
      inherit(carriers, newCarriers);
    }
    gateways = newGateways;
    carriers = newCarriers;
    rules = read.getOrDefault(RULES, List.of());
  }

  private static void inherit(Map<String, Entry> old, Map<String, Entry> fresh) {
    fresh.forEach((id, entry) -> {
      Entry before = old.get(id);
      if (before != null) {
        entry.state(before.state());
      }
    });
  }

  Map<String, Entry> gateways() {
    return gateways;
  }

  Map<String, Entry> carriers() {
    return carriers;
  }

  List<Row> rules() {
    return rules;
  }

  /** The rule of a group for a number: the longest prefix, then the highest priority. */
  Optional<Row> route(int group, String number) {
    return rules.stream()
        .filter(rule -> List.of(rule.text("groupid").split(",", -1)).contains("" + group))
        .filter(rule -> number.startsWith(rule.text("prefix")))
        .max(
            Comparator.comparingInt((Row rule) -> rule.text("prefix").length())
                .thenComparingInt(rule -> rule.number("priority")));
  }

  /** {@return a rule's targets that are loaded} */
  List<Target> targets(Row rule) {
    List<Target> targets = new ArrayList<>();
    for (String part : rule.text("gwlist").split("[,;]", -1)) {
      String name = part.contains("=") ? part.substring(0, part.indexOf('=')) : part;
      if (name.startsWith("#") && carriers.containsKey(name.substring(1))) {
        targets.add(new Target(true, name.substring(1)));
      } else if (gateways.containsKey(name)) {
        targets.add(new Target(false, name));
      }
    }
    return targets;
  }

  /** {@return the gateways of a carrier, as its row names them} */
  List<String> members(String carrier) {
    for (Row row : tables.loaded(CARRIERS)) {
      if (row.text("carrierid").equals(carrier)) {
        return List.of(row.text("gwlist").split("[,;]", -1));
      }
    }
    return List.of();
  }
}
