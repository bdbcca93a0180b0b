package dev.opensipsmcp.facts.internal;

import dev.opensipsmcp.facts.Dependency;
import dev.opensipsmcp.facts.Event;
import dev.opensipsmcp.facts.ModuleFacts;
import dev.opensipsmcp.facts.ModuleParameter;
import dev.opensipsmcp.facts.ParameterType;
import dev.opensipsmcp.facts.PseudoVariable;
import dev.opensipsmcp.facts.ScriptFunction;
import dev.opensipsmcp.facts.Statistic;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads {@code modules.tsv}. A module begins with a line {@code m} and its name; the lines after it
 * say with their first field what they hold: {@code p} a parameter, {@code f} a function, {@code a}
 * an asynchronous one, {@code v} variables, {@code d} dependencies, {@code i} MI commands.
 */
final class ModuleRows {
  private final List<Statistic> statistics;
  private final List<Event> events;
  private String name = "";
  private boolean builtIn;
  private List<ModuleParameter> parameters = new ArrayList<>();
  private List<ScriptFunction> functions = new ArrayList<>();
  private List<ScriptFunction> asyncFunctions = new ArrayList<>();
  private List<PseudoVariable> variables = List.of();
  private List<Dependency> dependencies = List.of();
  private List<String> miCommands = List.of();

  private ModuleRows(List<Statistic> statistics, List<Event> events) {
    this.statistics = statistics;
    this.events = events;
  }

  static List<ModuleFacts> read(String text, List<Statistic> statistics, List<Event> events) {
    List<ModuleFacts> modules = new ArrayList<>(200);
    ModuleRows module = new ModuleRows(statistics, events);
    Rows rows = new Rows(text);
    while (rows.next()) {
      String kind = rows.field();
      if (kind.equals("m")) {
        module.addTo(modules);
        module = new ModuleRows(statistics, events);
      }
      module.take(kind, rows);
    }
    module.addTo(modules);
    return modules;
  }

  private void take(String kind, Rows rows) {
    switch (kind) {
      case "m" -> {
        name = rows.field();
        builtIn = rows.field().equals("b");
      }
      case "p" -> parameters.add(parameter(rows));
      case "f" -> functions.add(ScriptRows.function(rows));
      case "a" -> asyncFunctions.add(ScriptRows.function(rows));
      case "v" -> variables = ScriptRows.variables(rows.words());
      case "d" -> dependencies = dependencies(rows.words());
      case "i" -> miCommands = rows.words();
      default -> throw new IllegalStateException("No fact of a module begins with " + kind);
    }
  }

  private void addTo(List<ModuleFacts> modules) {
    if (!name.isEmpty()) {
      modules.add(
          new ModuleFacts(
              name,
              builtIn,
              parameters,
              functions,
              asyncFunctions,
              variables,
              dependencies,
              miCommands,
              statisticsOf(name),
              eventsOf(name)));
    }
  }

  private List<Statistic> statisticsOf(String group) {
    List<Statistic> own = new ArrayList<>();
    for (Statistic statistic : statistics) {
      if (statistic.group().equals(group)) {
        own.add(statistic);
      }
    }
    return own;
  }

  private List<Event> eventsOf(String module) {
    List<Event> own = new ArrayList<>();
    for (Event event : events) {
      if (event.module().equals(module)) {
        own.add(event);
      }
    }
    return own;
  }

  private static ModuleParameter parameter(Rows rows) {
    String name = rows.field();
    ParameterType type =
        switch (rows.field()) {
          case "s" -> ParameterType.STRING;
          case "i" -> ParameterType.INT;
          default -> ParameterType.STRING_OR_INT;
        };
    return new ModuleParameter(name, type, defaultValue(rows.field()));
  }

  /** {@return the default that a field holds} An equals sign tells the empty string from none. */
  static Optional<String> defaultValue(String field) {
    return field.isEmpty() ? Optional.empty() : Optional.of(field.substring(1));
  }

  private static List<Dependency> dependencies(List<String> words) {
    List<Dependency> dependencies = new ArrayList<>(words.size());
    for (String word : words) {
      List<String> parts = Rows.words(word, ':');
      dependencies.add(
          new Dependency(
              Dependency.Kind.valueOf(parts.get(0).toUpperCase(Locale.ROOT)),
              parts.get(1),
              Dependency.Policy.valueOf(parts.get(2).toUpperCase(Locale.ROOT)),
              parts.size() > 3));
    }
    return dependencies;
  }
}
