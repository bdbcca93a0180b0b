package dev.opensipsmcp.facts.internal;

import dev.opensipsmcp.facts.CoreFacts;
import dev.opensipsmcp.facts.Event;
import dev.opensipsmcp.facts.GlobalParameter;
import dev.opensipsmcp.facts.LogLevel;
import dev.opensipsmcp.facts.PseudoVariable;
import dev.opensipsmcp.facts.ScriptFunction;
import dev.opensipsmcp.facts.Statistic;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Reads {@code core.tsv}. The first field of a line says what it holds: {@code g} a global
 * parameter, {@code f} a function, {@code s} statements, {@code k} keywords, {@code r} route
 * blocks, {@code v} variables, {@code t} transformations, {@code l} log levels, {@code n} the
 * groups of its statistics.
 */
final class CoreRows {
  private final List<GlobalParameter> parameters = new ArrayList<>();
  private final List<ScriptFunction> functions = new ArrayList<>();
  private final List<LogLevel> levels = new ArrayList<>();
  private List<String> statements = List.of();
  private List<String> keywords = List.of();
  private List<String> routeBlocks = List.of();
  private List<PseudoVariable> variables = List.of();
  private List<String> transformations = List.of();
  private List<String> groups = List.of();

  private CoreRows() {}

  static CoreFacts read(String text, List<Statistic> statistics, List<Event> events) {
    CoreRows core = new CoreRows();
    Rows rows = new Rows(text);
    while (rows.next()) {
      core.take(rows.field(), rows);
    }
    return core.with(statistics, events);
  }

  private void take(String kind, Rows rows) {
    switch (kind) {
      case "g" -> parameters.add(parameter(rows));
      case "f" -> functions.add(ScriptRows.function(rows));
      case "s" -> statements = rows.words();
      case "k" -> keywords = rows.words();
      case "r" -> routeBlocks = rows.words();
      case "v" -> variables = ScriptRows.variables(rows.words());
      case "t" -> transformations = rows.words();
      case "l" -> levels.add(new LogLevel(rows.field(), Integer.parseInt(rows.field())));
      case "n" -> groups = rows.words();
      default -> throw new IllegalStateException("No fact of the core begins with " + kind);
    }
  }

  private CoreFacts with(List<Statistic> statistics, List<Event> events) {
    List<Statistic> ownStatistics = new ArrayList<>();
    for (Statistic statistic : statistics) {
      if (groups.contains(statistic.group())) {
        ownStatistics.add(statistic);
      }
    }
    List<Event> ownEvents = new ArrayList<>();
    for (Event event : events) {
      if (event.module().equals("core")) {
        ownEvents.add(event);
      }
    }
    return new CoreFacts(
        parameters,
        functions,
        statements,
        keywords,
        routeBlocks,
        variables,
        transformations,
        levels,
        ownStatistics,
        ownEvents);
  }

  private static GlobalParameter parameter(Rows rows) {
    String name = rows.field();
    Set<GlobalParameter.Form> forms = EnumSet.noneOf(GlobalParameter.Form.class);
    String letters = rows.field();
    for (int i = 0; i < letters.length(); i++) {
      forms.add(form(letters.charAt(i)));
    }
    List<String> otherNames = rows.words();
    return new GlobalParameter(name, otherNames, forms, ModuleRows.defaultValue(rows.field()));
  }

  private static GlobalParameter.Form form(char letter) {
    return switch (letter) {
      case 'n' -> GlobalParameter.Form.NUMBER;
      case 'd' -> GlobalParameter.Form.SIGNED_NUMBER;
      case 's' -> GlobalParameter.Form.STRING;
      case 'w' -> GlobalParameter.Form.WORD;
      case 'o' -> GlobalParameter.Form.OWN;
      default -> throw new IllegalStateException("No form of a value has the letter " + letter);
    };
  }
}
