package dev.opensipsmcp.server.toolset.diagnose.task;

import static dev.opensipsmcp.server.toolset.diagnose.engine.Judgement.found;

import com.google.gson.JsonObject;
import dev.opensipsmcp.cfg.build.Tuning;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.diagnose.engine.Cited;
import dev.opensipsmcp.server.toolset.diagnose.engine.Confidence;
import dev.opensipsmcp.server.toolset.diagnose.engine.Facts;
import dev.opensipsmcp.server.toolset.diagnose.engine.Judgement;
import dev.opensipsmcp.server.toolset.diagnose.engine.Look;
import dev.opensipsmcp.server.toolset.diagnose.engine.Move;
import dev.opensipsmcp.server.toolset.diagnose.engine.Question;
import dev.opensipsmcp.server.toolset.diagnose.engine.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Memory that grows between two samples. What grows with calls, contacts and transactions is load;
 * what grows beside them is more than that. Times until a pool is full take it that growth goes on
 * evenly.
 */
final class MemoryGrowth {
  private static final String GROWTH = "growth";

  /** A window shorter than that may lie in a burst, in seconds. */
  private static final long LONG_S = 600;

  private static final long HOUR_S = 3_600;
  private static final long DAY_S = 86_400;

  /** A pool that lasts longer at its rate is no concern. */
  private static final long SOON_S = 7 * DAY_S;

  private static final Map<String, Integer> BYTES_EACH =
      Map.of(
          "dialogs", Tuning.DIALOG_BYTES,
          "contacts", Tuning.CONTACT_BYTES,
          "transactions", Tuning.TRANSACTION_BYTES);

  static final Look LOOK =
      new Look(
          GROWTH,
          "growth of memory since a snapshot, or while watched for seconds",
          question -> new Way.Growth(question.snapshotFile()));

  private MemoryGrowth() {}

  private static boolean matters(JsonObject pool) {
    return Json.number(pool, "grown_bytes", 0) * 100 >= Json.number(pool, "total_bytes", 0)
        && Json.number(pool, "full_in_s", Long.MAX_VALUE) <= SOON_S;
  }

  static List<Judgement> shared(Facts facts, Question question) {
    JsonObject growth = facts.object(GROWTH);
    for (JsonObject pool : facts.rows(GROWTH, "pools")) {
      if (Json.text(pool, "pool").equals("shared")) {
        return matters(pool) ? sharedGrows(growth, pool) : rests(growth, pool);
      }
    }
    return List.of();
  }

  private static List<Judgement> rests(JsonObject growth, JsonObject pool) {
    long grown = Json.number(pool, "grown_bytes", 0);
    return Judgement.fine(
        GROWTH,
        "Shared memory "
            + (grown > 0 ? "grew by " + grown + " bytes only" : "did not grow")
            + " in "
            + time(window(growth))
            + (window(growth) < LONG_S ? "; a longer window says more." : "."));
  }

  private static List<Judgement> sharedGrows(JsonObject growth, JsonObject pool) {
    long grown = Json.number(pool, "grown_bytes", 0);
    long window = window(growth);
    long known = 0;
    List<Cited> cited = cited("shared memory", growth, pool);
    for (String what : List.of("dialogs", "contacts", "transactions")) {
      JsonObject count = Json.object(Json.object(growth, "counts"), what);
      long more = Json.number(count, "now", 0) - Json.number(count, "before", 0);
      known += Math.max(0, more) * BYTES_EACH.getOrDefault(what, 0);
      cited.add(Cited.number(GROWTH, "more " + what, more, ""));
    }
    boolean explained = known * 2 >= grown;
    String statement =
        grew("Shared memory", window, pool)
            + (explained
                ? " It grows with the load: more dialogs, contacts and transactions explain "
                    + Math.min(100, known * 100 / grown)
                    + " %."
                : " More dialogs, contacts and transactions explain only "
                    + known * 100 / grown
                    + " %: the rest is a cache or table that fills, or a leak.");
    return List.of(
        found(confidence(window, explained, pool), statement, cited)
            .next(
                explained
                    ? Move.of("perf_memory_report", "Which sizes twice the load wants")
                    : Move.of(
                        "cache_list",
                        "Whether it is a cache of the script that holds it",
                        "glob",
                        "*",
                        "limit",
                        20)));
  }

  /** A short window is never more than a hint; growth with the load is a fault only when urgent. */
  private static Confidence confidence(long window, boolean explained, JsonObject pool) {
    boolean urgent = Json.number(pool, "full_in_s", Long.MAX_VALUE) <= DAY_S;
    return window >= HOUR_S && (!explained || urgent) ? Confidence.LIKELY : Confidence.POSSIBLE;
  }

  static List<Judgement> processes(Facts facts, Question question) {
    if (!facts.has(GROWTH)) {
      return List.of();
    }
    JsonObject growth = facts.object(GROWTH);
    long window = window(growth);
    List<JsonObject> growing =
        facts.rows(GROWTH, "pools").stream()
            .filter(pool -> Json.text(pool, "pool").equals("private") && matters(pool))
            .toList();
    if (growing.isEmpty()) {
      return Judgement.fine(
          GROWTH, "No process's private memory grew much in " + time(window) + ".");
    }
    JsonObject worst = growing.getFirst();
    String type = Json.text(worst, "type");
    List<Cited> cited = cited("its private memory", growth, worst);
    cited.add(Cited.text(GROWTH, "process", type));
    cited.add(Cited.number(GROWTH, "processes that grow", growing.size(), ""));
    long alike = growing.stream().filter(pool -> Json.text(pool, "type").equals(type)).count();
    return List.of(
        found(
                window >= HOUR_S ? Confidence.LIKELY : Confidence.POSSIBLE,
                grew(
                        "Private memory of process "
                            + Json.number(worst, "process", 0)
                            + " (pid "
                            + Json.number(worst, "pid", 0)
                            + ")",
                        window,
                        worst)
                    + (alike > 1
                        ? " "
                            + alike
                            + " processes of that kind grow: what each of them does leaks, or"
                            + " keeps more and more."
                        : " It grows alone among its kind: what only it does leaks, or keeps"
                            + " more and more."),
                cited)
            .change(
                Move.of(
                    "mem_dump_process",
                    "Writes to the log who holds it, which costs time",
                    "pid",
                    Json.number(worst, "pid", 0))));
  }

  private static List<Cited> cited(String what, JsonObject growth, JsonObject pool) {
    List<Cited> cited = new ArrayList<>();
    cited.add(Cited.number(GROWTH, what + " grew", Json.number(pool, "grown_bytes", 0), "bytes"));
    cited.add(Cited.number(GROWTH, "window", window(growth), "s"));
    cited.add(Cited.text(GROWTH, "from", Json.text(growth, "from")));
    cited.add(Cited.text(GROWTH, "first sample", Json.text(growth, "first_sample")));
    cited.add(
        Cited.number(GROWTH, "rate", Json.number(pool, "bytes_per_hour", 0), "bytes per hour"));
    cited.add(
        Cited.number(GROWTH, "full if it goes on evenly", Json.number(pool, "full_in_s", 0), "s"));
    return cited;
  }

  private static String grew(String what, long window, JsonObject pool) {
    return what
        + " grew by "
        + Json.number(pool, "grown_bytes", 0)
        + " bytes in "
        + time(window)
        + "; if that goes on evenly, it is full in "
        + time(Json.number(pool, "full_in_s", 0))
        + ".";
  }

  private static long window(JsonObject growth) {
    return Json.number(growth, "window_s", 0);
  }

  private static String time(long seconds) {
    if (seconds < 2 * 60) {
      return seconds + " s";
    }
    if (seconds < 2 * HOUR_S) {
      return seconds / 60 + " min";
    }
    return seconds < 2 * DAY_S ? seconds / HOUR_S + " h" : seconds / DAY_S + " days";
  }
}
