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
import dev.opensipsmcp.server.toolset.diagnose.engine.Rule;
import dev.opensipsmcp.server.toolset.diagnose.engine.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Shared or private memory that fills up. Shares are of the whole pool. */
final class MemoryFills {
  private static final String SHARED = "shared";
  private static final String POOLS = "pools";
  private static final String HOLDERS = "holders";

  /** Fewer pieces than these are usual. */
  private static final long MANY_PIECES = 10_000;

  /** A piece below this holds no message, in bytes. */
  private static final long SMALL_PIECE = 512;

  static final Task TASK =
      new Task(
          "memory",
          "Memory fills up",
          List.of(
              "memory is filling up",
              "out of memory, no more shared memory",
              "memory leak, usage grows every day",
              "shm or pkg memory exhausted",
              "not enough free memory in the log",
              "uses more and more RAM",
              "when will memory run out",
              "what is eating the memory",
              "usage of shm climbs, who is using it",
              "how much RAM is left",
              "process grows and grows"),
          List.of(
              Look.statistics(SHARED, "shared memory", "shmem:"),
              Look.tool(POOLS, "private memory per process", "get_memory_stats", "limit", 500),
              Look.statistics(HOLDERS, "what holds memory", "dialog:", "usrloc:", "tm:"),
              MemoryGrowth.LOOK,
              Looks.log()),
          List.of(
              new Rule("shared memory above 85 %, or its peak above 90 %", MemoryFills::shared),
              new Rule("a process's private memory above 85 %", MemoryFills::processes),
              new Rule("who holds the shared memory", MemoryFills::holders),
              new Rule("shared memory that grows, with the load or without", MemoryGrowth::shared),
              new Rule("processes whose private memory grows", MemoryGrowth::processes),
              new Rule("free memory in pieces too small to use", MemoryFills::fragments),
              new Rule("known words of memory trouble in the log", LogSigns::stuck)),
          List.of(
              Move.of(
                  "perf_memory_report",
                  "Growth of every pool over ten minutes, and sizes to set",
                  "window_sec",
                  600),
              Move.of(
                  "snapshot_capture",
                  "Keeps the figures of now: ask again in an hour, and growth is told from them",
                  "label",
                  "memory",
                  "dry_run",
                  true),
              Move.of("cfg_tune", "Which sizes the load wants"),
              Move.of("log_get_levels", "Before a dump, whether its lines would be logged")));

  private MemoryFills() {}

  private static List<Judgement> shared(Facts facts, Question question) {
    OptionalLong total = facts.number(SHARED, "shmem:total_size");
    if (total.isEmpty() || total.getAsLong() <= 0) {
      return List.of();
    }
    long used = percent(facts, "shmem:real_used_size");
    long peak = percent(facts, "shmem:max_used_size");
    List<Cited> cited =
        List.of(
            Cited.number(SHARED, "in use now", used, "%"),
            Cited.number(SHARED, "most ever in use", peak, "%"),
            Cited.number(SHARED, "free", facts.count(SHARED, "shmem:free_size"), "bytes"),
            Cited.number(SHARED, "size", total.getAsLong(), "bytes"),
            Cited.number(SHARED, "fragments", facts.count(SHARED, "shmem:fragments"), ""));
    if (used >= 70) {
      return List.of(
          found(
                  used >= 85 ? Confidence.CERTAIN : Confidence.LIKELY,
                  "Shared memory is "
                      + used
                      + " % full; when it is full, calls and registrations are refused.",
                  cited)
              .next(
                  Move.of(
                      "get_command_line",
                      "The size it was started with (option -m, in megabytes)")));
    }
    return peak >= 80
        ? List.of(
            found(
                peak >= 90 ? Confidence.LIKELY : Confidence.POSSIBLE,
                "Shared memory was "
                    + peak
                    + " % full at its peak and is "
                    + used
                    + " % now: bursts come near its size.",
                cited))
        : Judgement.fine(
            SHARED, "Shared memory is " + used + " % full, " + peak + " % at its peak.");
  }

  private static long percent(Facts facts, String name) {
    return facts.count(SHARED, name) * 100 / facts.count(SHARED, "shmem:total_size");
  }

  /**
   * Many pieces alone are no fault: a busy pool is in pieces. They are one when their mean is less
   * than a message takes, and half of the pool is in use.
   */
  private static List<Judgement> fragments(Facts facts, Question question) {
    long pieces = facts.count(SHARED, "shmem:fragments");
    long free = facts.count(SHARED, "shmem:free_size");
    if (facts.count(SHARED, "shmem:total_size") <= 0
        || facts.number(SHARED, "shmem:fragments").isEmpty()) {
      return List.of();
    }
    if (pieces <= MANY_PIECES
        || percent(facts, "shmem:real_used_size") < 50
        || free / pieces >= SMALL_PIECE) {
      return Judgement.fine(SHARED, "Free shared memory is not in pieces too small to use.");
    }
    return List.of(
        found(
            Confidence.POSSIBLE,
            "Free shared memory lies in "
                + pieces
                + " pieces of "
                + free / pieces
                + " bytes on average: a large allocation may fail although much is free.",
            Cited.number(SHARED, "fragments", pieces, ""),
            Cited.number(SHARED, "free", free, "bytes")));
  }

  private static List<Judgement> processes(Facts facts, Question question) {
    if (!facts.has(POOLS)) {
      return List.of();
    }
    List<Judgement> judged = new ArrayList<>();
    for (JsonObject row : facts.rows(POOLS)) {
      long used = Json.number(row, "used_pct", 0);
      if (Json.text(row, "pool").equals("private") && used >= 70 && judged.size() < 3) {
        long pid = Json.number(row, "pid", 0);
        judged.add(
            found(
                    used >= 85 ? Confidence.CERTAIN : Confidence.LIKELY,
                    "Private memory of process "
                        + Json.number(row, "process", 0)
                        + " (pid "
                        + pid
                        + ") is "
                        + used
                        + " % full: the size per process (option -M) is too small, or it leaks.",
                    Cited.number(POOLS, "in use", used, "%"),
                    Cited.text(POOLS, "process", Json.text(row, "type")),
                    Cited.number(POOLS, "size", Json.number(row, "total_bytes", 0), "bytes"),
                    Cited.number(
                        POOLS, "most ever", Json.number(row, "max_used_bytes", 0), "bytes"))
                .change(
                    Move.of(
                        "mem_dump_process",
                        "Writes to the log who holds it, which costs time",
                        "pid",
                        pid)));
      }
    }
    return judged.isEmpty()
        ? Judgement.fine(POOLS, "No process's private memory is 70 % full.")
        : judged;
  }

  /** Speaks only where the pool is filling: what holds memory is no fault by itself. */
  private static List<Judgement> holders(Facts facts, Question question) {
    if (!facts.has(HOLDERS)
        || facts.count(SHARED, "shmem:total_size") <= 0
        || percent(facts, "shmem:real_used_size") < 70) {
      return List.of();
    }
    long dialogs = facts.count(HOLDERS, "dialog:active_dialogs");
    long contacts = facts.count(HOLDERS, "usrloc:location-contacts");
    long transactions = facts.count(HOLDERS, "tm:inuse_transactions");
    long known =
        dialogs * Tuning.DIALOG_BYTES
            + contacts * Tuning.CONTACT_BYTES
            + transactions * Tuning.TRANSACTION_BYTES;
    long used = facts.count(SHARED, "shmem:real_used_size");
    boolean explained = known * 2 >= used;
    return List.of(
        found(
            Confidence.POSSIBLE,
            explained
                ? "Dialogs, contacts and transactions explain about "
                    + Math.min(100, known * 100 / used)
                    + " % of what is used: the load is real, and the pool too small for it."
                : "Dialogs, contacts and transactions explain about "
                    + known * 100 / used
                    + " % of what is used: the rest is caches, routing tables or a leak.",
            Cited.number(HOLDERS, "dialogs", dialogs, ""),
            Cited.number(HOLDERS, "contacts", contacts, ""),
            Cited.number(HOLDERS, "transactions", transactions, ""),
            Cited.number(HOLDERS, "their size, roughly", known, "bytes")));
  }
}
