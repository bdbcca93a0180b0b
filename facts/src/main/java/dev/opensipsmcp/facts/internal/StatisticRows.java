package dev.opensipsmcp.facts.internal;

import dev.opensipsmcp.facts.Statistic;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads {@code statistics.tsv}: the group, the names that count, and the names that show a state.
 */
final class StatisticRows {
  private StatisticRows() {}

  static List<Statistic> read(String text) {
    List<Statistic> statistics = new ArrayList<>(300);
    Rows rows = new Rows(text);
    while (rows.next()) {
      String group = rows.field();
      for (String name : rows.words()) {
        statistics.add(new Statistic(group, name, true));
      }
      for (String name : rows.words()) {
        statistics.add(new Statistic(group, name, false));
      }
    }
    return statistics;
  }
}
