package dev.opensipsmcp.server.toolset.snapshot;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.toolset.common.Decimals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How the figures of two snapshots differ.
 *
 * @param before the earlier ones
 * @param after the later ones
 * @param counters the names of those that only count up
 * @param seconds how long lies between
 * @param restarted whether the node was started anew meanwhile, so that counters began at 0
 * @param upSeconds how long the node has been running in the later snapshot
 */
record Figures(
    Map<String, Long> before,
    Map<String, Long> after,
    Set<String> counters,
    double seconds,
    boolean restarted,
    long upSeconds) {

  /** Counters that stay at rest on a node that is well, and what it means when they move. */
  private static final Map<String, String> TROUBLE =
      Map.of(
          "core:bad_msg_hdr", "messages with headers that can't be parsed",
          "core:bad_URIs_rcvd", "requests with a URI that can't be parsed",
          "core:err_requests", "requests that could not be handled",
          "core:slow_messages", "messages that took longer than exec_msg_threshold",
          "sql:sql_slow_queries", "queries slower than exec_query_threshold",
          "dns:dns_slow_queries", "look-ups slower than exec_dns_threshold",
          "cdb:cdb_slow_queries", "cache queries slower than their threshold",
          "sl:5xx_replies", "stateless replies that tell of a fault of this server",
          "registrar:rejected_regs", "registrations that were refused");

  /** A growth that went on so long is one; what comes within less may be a burst, in seconds. */
  private static final double LONG_S = 600;

  /** {@return the names of the counters that TROUBLE watches} */
  static Set<String> watched() {
    return TROUBLE.keySet();
  }

  /** One figure. */
  private record Figure(String name, boolean counter, long before, long after, double rate) {
    boolean moved() {
      return before != after;
    }

    /** How much it moved for its size, so that what stands out comes first. */
    double weight() {
      return Math.abs((double) after - before) / Math.max(10.0, Math.abs((double) before));
    }

    JsonObject row() {
      JsonObject row = new JsonObject();
      row.addProperty("name", name);
      row.addProperty("kind", counter ? "counter" : "gauge");
      row.addProperty("before", before);
      row.addProperty("after", after);
      row.addProperty("change", after - before);
      row.addProperty("per_second", Decimals.rounded(rate));
      return row;
    }
  }

  private List<Figure> all() {
    List<Figure> figures = new ArrayList<>();
    for (Map.Entry<String, Long> one : new TreeMap<>(after).entrySet()) {
      Long old = before.get(one.getKey());
      if (old != null) {
        boolean counter = counters.contains(one.getKey());
        figures.add(
            new Figure(
                one.getKey(), counter, old, one.getValue(), rate(counter, old, one.getValue())));
      }
    }
    return figures;
  }

  /** A counter that began anew has counted from 0 to what it shows. */
  private double rate(boolean counter, long old, long now) {
    if (counter && restarted) {
      return upSeconds > 0 ? (double) now / upSeconds : 0;
    }
    double counted = counter && now < old ? now : (double) now - old;
    return seconds > 0 ? counted / seconds : 0;
  }

  /**
   * {@return rows of those that moved, those first that moved most for their size}
   *
   * @param withRest whether those that did not move come behind
   */
  List<JsonObject> rows(boolean withRest) {
    return all().stream()
        .filter(figure -> withRest || figure.moved())
        .sorted(
            Comparator.comparing(Figure::moved)
                .reversed()
                .thenComparing(Comparator.comparingDouble(Figure::weight).reversed())
                .thenComparing(Figure::name))
        .map(Figure::row)
        .toList();
  }

  /** {@return how many did not move} */
  long unmoved() {
    return all().stream().filter(figure -> !figure.moved()).count();
  }

  /** Says what the figures mean. */
  void judge(Judgement judgement) {
    List<String> reset = new ArrayList<>();
    for (Figure figure : all()) {
      if (figure.counter() && !restarted && figure.after() < figure.before()) {
        reset.add(figure.name());
      }
      String meaning = TROUBLE.get(figure.name());
      if (meaning != null && figure.rate() > 0) {
        judgement.note(
            "trouble",
            figure.name()
                + " counts "
                + Decimals.rounded(figure.rate())
                + " per second: "
                + meaning
                + ".");
      }
    }
    if (!reset.isEmpty()) {
      judgement.note(
          "counter_reset",
          "Set back to 0 without a restart: "
              + String.join(", ", reset.subList(0, Math.min(8, reset.size())))
              + (reset.size() > 8 ? " and " + (reset.size() - 8) + " more" : "")
              + "; their rates count from 0.");
    }
    memory(judgement);
  }

  private void memory(Judgement judgement) {
    Long total = after.get("shmem:total_size");
    Long used = after.get("shmem:real_used_size");
    Long old = before.get("shmem:real_used_size");
    if (restarted || total == null || used == null || old == null || total <= 0 || seconds <= 0) {
      return;
    }
    long grown = used - old;
    if (grown * 100 >= total) {
      double hours = (total - used) / (grown / seconds) / 3600;
      judgement.add(
          hours < 24 && (used * 2 >= total || seconds >= LONG_S)
              ? Judgement.Severity.WARNING
              : Judgement.Severity.NOTICE,
          "memory",
          "Shared memory in use grew by "
              + grown
              + " bytes to "
              + used * 100 / total
              + " percent; were it to go on like this, it would be full in "
              + Decimals.rounded(hours)
              + " hours.");
    }
  }
}
