package dev.opensipsmcp.cfg.internal.check;

import dev.opensipsmcp.cfg.syntax.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Numbers that keep a module from starting. */
final class RangeRules {

  /**
   * Numbers that are refused.
   *
   * @param first the first, {@link Integer#MIN_VALUE} for all below the last
   * @param last the last, {@link Integer#MAX_VALUE} for all above the first
   */
  private record Refused(long first, long last) {
    static Refused of(String text) {
      int dots = text.indexOf("..");
      String from = text.substring(0, dots);
      String to = text.substring(dots + 2);
      return new Refused(
          from.isEmpty() ? Integer.MIN_VALUE : Long.parseLong(from),
          to.isEmpty() ? Integer.MAX_VALUE : Long.parseLong(to));
    }

    boolean holds(long number) {
      return first <= number && number <= last;
    }
  }

  private final Scope scope;

  RangeRules(Scope scope) {
    this.scope = scope;
  }

  void check() {
    for (List<String> row : Table.rows("parameter-ranges", scope.version(), 2)) {
      if (scope.loaded().has(row.get(0))) {
        scope.parameters().find(row.get(0), row.get(1)).ifPresent(it -> check(it, row));
      }
    }
  }

  private void check(Item.ModuleParameter item, List<String> row) {
    List<Refused> refused = new ArrayList<>();
    for (String text : row.get(4).split(" ", -1)) {
      refused.add(Refused.of(text));
    }
    Values.asNumber(item.value())
        .filter(number -> refused.stream().anyMatch(it -> it.holds(number)))
        .ifPresent(number ->
            scope
                .report()
                .fatal(
                    "parameter-range",
                    Stage.START,
                    item.value().span(),
                    "Parameter %s of module %s does not take %d."
                        .formatted(row.get(1), row.get(0), number),
                    Optional.of("Write " + wanted(refused) + ".")));
  }

  private static String wanted(List<Refused> refused) {
    Refused low = refused.getFirst();
    Refused high = refused.getLast();
    if (high.last() < Integer.MAX_VALUE) {
      return (high.last() + 1) + " or more";
    }
    return refused.size() == 1
        ? (low.first() - 1) + " or less"
        : "a number from " + (low.last() + 1) + " to " + (high.first() - 1);
  }
}
