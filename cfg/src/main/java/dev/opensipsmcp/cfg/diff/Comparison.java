package dev.opensipsmcp.cfg.diff;

import dev.opensipsmcp.cfg.internal.text.Gap;
import dev.opensipsmcp.cfg.internal.text.Sequences;
import dev.opensipsmcp.cfg.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares two configurations. */
final class Comparison {
  private final Side before;
  private final Side after;

  Comparison(SyntaxTree before, SyntaxTree after) {
    this.before = new Side(before);
    this.after = new Side(after);
  }

  ConfigurationDiff result() {
    return new ConfigurationDiff(
        kind(),
        without(after.modules, before.modules),
        without(before.modules, after.modules),
        changes(before.parameters, after.parameters),
        changes(before.settings, after.settings),
        without(after.listeners, before.listeners),
        without(before.listeners, after.listeners),
        without(after.others, before.others),
        without(before.others, after.others),
        moved(),
        new RouteComparison(before, after).changes());
  }

  private Kind kind() {
    if (before.tree.text().equals(after.tree.text())) {
      return Kind.NONE;
    }
    if (before.items.equals(after.items)) {
      return before.comments().equals(after.comments()) ? Kind.LAYOUT : Kind.COMMENTS;
    }
    return counted(before.items).equals(counted(after.items)) ? Kind.ORDER : Kind.MEANING;
  }

  /** {@return what the first list has more often than the second, in order} */
  static <T> List<T> without(List<T> all, List<T> others) {
    Map<T, Integer> left = counted(others);
    List<T> result = new ArrayList<>();
    for (T value : all) {
      if (left.merge(value, -1, Integer::sum) < 0) {
        result.add(value);
      }
    }
    return result;
  }

  private static <T> Map<T, Integer> counted(List<T> values) {
    Map<T, Integer> counts = HashMap.newHashMap(values.size());
    values.forEach(value -> counts.merge(value, 1, Integer::sum));
    return counts;
  }

  private static List<ParameterChange> changes(
      Map<Side.Parameter, List<String>> before, Map<Side.Parameter, List<String>> after) {
    Set<Side.Parameter> all = new LinkedHashSet<>(before.keySet());
    all.addAll(after.keySet());
    List<ParameterChange> changes = new ArrayList<>();
    for (Side.Parameter parameter : all) {
      List<String> former = before.getOrDefault(parameter, List.of());
      List<String> now = after.getOrDefault(parameter, List.of());
      if (!former.equals(now)) {
        changes.add(new ParameterChange(parameter.module(), parameter.name(), former, now));
      }
    }
    return changes;
  }

  private List<String> moved() {
    List<Side.Said> gone = new ArrayList<>();
    List<Side.Said> come = new ArrayList<>();
    for (Gap gap : Sequences.gaps(before.items, after.items)) {
      gone.addAll(before.items.subList(gap.oldFrom(), gap.oldTo()));
      come.addAll(after.items.subList(gap.newFrom(), gap.newTo()));
    }
    List<Side.Said> onlyGone = without(gone, come);
    return without(gone, onlyGone).stream().map(Side.Said::head).toList();
  }
}
