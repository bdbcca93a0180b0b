package dev.opensipsmcp.facts.internal;

import dev.opensipsmcp.facts.Statistic;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads {@code statistics.tsv}: the group, the names that count, and the names that show a state. A
 * tilde before a name says that the source does not declare it.
 */
final class StatisticRows {
  private StatisticRows() {}

  static List<Statistic> read(String text) {
    List<Statistic> statistics = new ArrayList<>(300);
    Rows rows = new Rows(text);
    while (rows.next()) {
      String group = rows.field();
      add(statistics, group, rows.words(), true);
      add(statistics, group, rows.words(), false);
    }
    return statistics;
  }

  private static void add(
      List<Statistic> statistics, String group, List<String> words, boolean counter) {
    for (String word : words) {
      boolean declared = word.charAt(0) != '~';
      String name = declared ? word : word.substring(1);
      statistics.add(new Statistic(group, name, counter, declared));
    }
  }
}
