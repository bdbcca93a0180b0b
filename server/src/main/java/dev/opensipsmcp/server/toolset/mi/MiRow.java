package dev.opensipsmcp.server.toolset.mi;

import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What one MI command asks of its caller.
 *
 * @param demand what it asks when it changes something, or reads if it only ever reads
 * @param repeatable whether running it twice changes nothing more than running it once
 * @param setters parameters that make it change something; empty for a command of one kind
 * @param undo the command that takes it back, under its name up to 3.6 if it has one
 * @param proof the command that shows what became of it, likewise
 */
public record MiRow(
    Demand demand,
    boolean repeatable,
    List<String> setters,
    Optional<String> undo,
    Optional<String> proof) {
  public MiRow {
    setters = List.copyOf(setters);
  }

  /** {@return what it asks when these parameters are given} */
  public Demand with(Set<String> paramNames) {
    if (setters.isEmpty()) {
      return demand;
    }
    for (String given : paramNames) {
      // OpenSIPS compares parameter names without regard to case, so this does too.
      if (setters.contains(given.toLowerCase(Locale.ROOT))) {
        return demand;
      }
    }
    return Demand.MI_READ;
  }

  /** Reads the columns behind the names of one line of the table. */
  static MiRow parse(List<String> columns) {
    Demand demand = new Demand(Scope.valueOf(columns.get(1)), Risk.valueOf(columns.get(2)));
    return new MiRow(
        demand,
        columns.get(3).equals("+"),
        column(columns, 4).map(setters -> split(setters, ',')).orElse(List.of()),
        column(columns, 5),
        column(columns, 6));
  }

  private static Optional<String> column(List<String> columns, int at) {
    return columns.size() > at && !columns.get(at).equals("-")
        ? Optional.of(columns.get(at))
        : Optional.empty();
  }

  /** Splits at a character. */
  static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>(4);
    int from = 0;
    for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
      parts.add(text.substring(from, at));
      from = at + 1;
    }
    parts.add(text.substring(from));
    return parts;
  }
}
