package dev.opensipsmcp.lab.internal.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.lab.internal.rpc.Arguments;
import dev.opensipsmcp.lab.internal.rpc.Command;
import dev.opensipsmcp.lab.internal.rpc.Outcome;
import dev.opensipsmcp.lab.internal.state.Row;
import dev.opensipsmcp.lab.internal.state.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The routing trees of module carrierroute. The node's own is read from a file, without which
 * OpenSIPS lets nobody write; the file has one host more than was loaded, so that a reload shows.
 * (OpenSIPS would load the file at each write, too; here a write brings only what was written.) A
 * node with tables from outside reads those, and lets nobody write.
 */
final class CarrierRouteCommands {
  private static final String CARRIERS = "route_tree";
  private static final String RULES = "carrierroute";
  private static final String FAILURES = "carrierfailureroute";
  private static final String DOMAIN = "proxy";
  private static final int OWN = 1;
  private static final CarrierRule NOT_LOADED_YET =
      rule(DOMAIN, "33", "gw1.fr.example.net", 1, true, "paris");

  private final Tables tables;
  private Map<Integer, String> carriers = Map.of(OWN, "default");
  private List<CarrierRule> rules;

  CarrierRouteCommands(Tables tables) {
    this.tables = tables;
    this.rules =
        new ArrayList<>(
            List.of(
                rule(DOMAIN, "49", "gw1.de.example.net", 0.5, true, "berlin"),
                rule(DOMAIN, "49", "gw2.de.example.net", 0.5, true, "munich"),
                rule(DOMAIN, "44", "gw1.uk.example.net", 1, true, "london"),
                rule(DOMAIN, "44", "gw2.uk.example.net", 1, false, "leeds"),
                rule(DOMAIN, "", "any.example.net", 1, true, "rest"),
                rule("premium", "1", "gw1.us.example.net", 1, true, "ashburn")));
    if (tables.fromOutside() && !load()) {
      carriers = Map.of();
      rules = new ArrayList<>();
    }
  }

  private static CarrierRule rule(
      String domain, String prefix, String host, double weight, boolean on, String comment) {
    String rewrite = prefix.equals("44") ? "0" : "";
    return new CarrierRule(OWN, domain, prefix, host, weight, on, 0, rewrite, "", comment, "");
  }

  /**
   * Reads the tables, and says whether they make trees: not without any carrier, and not with rules
   * of one that is not there.
   */
  private boolean load() {
    Map<Integer, String> names = new TreeMap<>();
    List<Row> trees = tables.rows(CARRIERS);
    List<Row> rows = tables.rows(RULES);
    List<Row> failures = tables.rows(FAILURES);
    trees.forEach(row -> names.put(row.number("id"), row.text("carrier")));
    List<CarrierRule> fresh = new ArrayList<>(rows.stream().map(CarrierRule::of).toList());
    if (names.isEmpty() || fresh.stream().anyMatch(rule -> !names.containsKey(rule.carrier()))) {
      return false;
    }
    tables.took(CARRIERS, trees);
    tables.took(RULES, rows);
    tables.took(FAILURES, failures);
    carriers = names;
    rules = fresh;
    return true;
  }

  List<Command> all() {
    return List.of(
        Command.of("cr_reload_routes", "carrierroute:reload_routes", none -> reload()),
        Command.of("cr_dump_routes", "carrierroute:dump_routes", none -> dump()),
        Command.of(
            "cr_replace_host",
            "carrierroute:replace_host",
            some -> write(some, Set.of('h', 't'), Set.of('P', 'S', 'i'), this::replace)),
        Command.of(
            "cr_deactivate_host",
            "carrierroute:deactivate_host",
            some -> write(some, Set.of('h', 'd', 'p'), Set.of('P', 'S', 'i'), this::deactivate)),
        Command.of(
            "cr_activate_host",
            "carrierroute:activate_host",
            some -> write(some, Set.of('h', 'd', 'p'), Set.of('P', 'S', 't', 'i'), this::activate)),
        Command.of(
            "cr_add_host",
            "carrierroute:add_host",
            some -> write(some, Set.of('p', 'd', 'h', 'w'), Set.of('t'), this::add)),
        Command.of(
            "cr_delete_host",
            "carrierroute:delete_host",
            some -> write(some, Set.of('h', 'd', 'p'), Set.of('P', 'S', 't', 'i'), this::delete)));
  }

  private Outcome write(
      Arguments arguments,
      Set<Character> needed,
      Set<Character> wrong,
      Function<CarrierOptions, Outcome> work) {
    if (tables.fromOutside()) {
      return Outcome.refuse(
          400, "Not running in config file mode, cannot modify route from command line");
    }
    return switch (CarrierOptions.read(arguments.text("options"), needed, wrong)) {
      case CarrierOptions.Read.Good good -> work.apply(good.options());
      case CarrierOptions.Read.Bad bad -> bad.answer();
    };
  }

  private Outcome reload() {
    if (tables.fromOutside()) {
      return readAgain();
    }
    if (rules.stream().noneMatch(rule -> rule.prefix().equals(NOT_LOADED_YET.prefix()))) {
      rules.add(NOT_LOADED_YET);
    }
    return Outcome.ok();
  }

  private Outcome readAgain() {
    Outcome failed = Outcome.refuse(500, "failed to re-built tree, see log");
    boolean[] made = {false};
    Outcome outcome = Reading.again(() -> made[0] = load(), failed);
    return made[0] ? outcome : failed;
  }

  private static Outcome failed() {
    return Outcome.refuse(500, "failed to update route data, see log");
  }

  private Outcome change(CarrierOptions options, UnaryOperator<CarrierRule> change) {
    if (rules.stream().noneMatch(options::picks)) {
      return failed();
    }
    rules.replaceAll(rule -> options.picks(rule) ? change.apply(rule) : rule);
    return Outcome.ok();
  }

  private Outcome replace(CarrierOptions options) {
    return change(options, rule -> rule.sendingTo(options.text('t')));
  }

  private Outcome activate(CarrierOptions options) {
    return change(options, rule -> rule.switched(true, ""));
  }

  private Outcome deactivate(CarrierOptions options) {
    String wanted = options.text('t');
    if (rules.stream().anyMatch(rule -> options.picks(rule) && isBackup(rule))) {
      return failed();
    }
    if (wanted.isEmpty()) {
      return change(options, rule -> rule.switched(false, ""));
    }
    Optional<CarrierRule> backup =
        rules.stream()
            .filter(rule -> rule.on() && !options.picks(rule))
            .filter(rule -> rule.prefix().equals(options.prefix()))
            .filter(rule -> wanted.equals("a") || rule.host().equals(wanted))
            .findFirst();
    return backup
        .map(found -> change(options, rule -> rule.switched(false, found.host())))
        .orElseGet(CarrierRouteCommands::failed);
  }

  private boolean isBackup(CarrierRule host) {
    return rules.stream()
        .anyMatch(rule -> rule.backup().equals(host.host()) && rule.prefix().equals(host.prefix()));
  }

  private Outcome add(CarrierOptions options) {
    rules.add(
        new CarrierRule(
            OWN,
            options.text('d'),
            options.prefix(),
            options.text('h'),
            options.weight().orElse(0.0),
            true,
            0,
            options.text('P'),
            "",
            "",
            ""));
    return Outcome.ok();
  }

  private Outcome delete(CarrierOptions options) {
    boolean stuck = rules.stream().anyMatch(rule -> options.picks(rule) && isBackup(rule));
    return !stuck && rules.removeIf(options::picks) ? Outcome.ok() : failed();
  }

  private Outcome dump() {
    JsonArray array = new JsonArray();
    carriers.forEach((id, name) -> {
      JsonObject carrier = new JsonObject();
      carrier.addProperty("name", name);
      carrier.addProperty("id", id);
      carrier.add("Domains", domains(id));
      array.add(carrier);
    });
    JsonObject json = new JsonObject();
    json.add("Carriers", array);
    return Outcome.value(json);
  }

  private JsonArray domains(int carrier) {
    Map<String, List<CarrierRule>> domains = new TreeMap<>();
    rules.stream()
        .filter(rule -> rule.carrier() == carrier)
        .sorted(CarrierRule.PRINTED)
        .forEach(rule -> domains.computeIfAbsent(rule.domain(), _ -> new ArrayList<>()).add(rule));
    JsonArray array = new JsonArray();
    domains.forEach((name, inside) -> {
      JsonObject domain = new JsonObject();
      domain.addProperty("name", name);
      domain.add("Rules", print(inside));
      array.add(domain);
    });
    return array;
  }

  /** Recorded: an empty object before each rule, and backups as bare hosts after it. */
  private JsonArray print(List<CarrierRule> inside) {
    JsonArray lines = new JsonArray();
    for (CarrierRule rule : inside) {
      double shares =
          inside.stream()
              .filter(other -> other.prefix().equals(rule.prefix()))
              .mapToDouble(CarrierRule::share)
              .sum();
      lines.add(new JsonObject());
      lines.add(rule.line(shares));
      if (!rule.on() && !rule.backup().isEmpty()) {
        lines.add(rule.backup());
      }
      inside.stream()
          .filter(other -> other.prefix().equals(rule.prefix()))
          .filter(other -> other.backup().equals(rule.host()))
          .forEach(other -> lines.add(other.host()));
    }
    return lines;
  }
}
