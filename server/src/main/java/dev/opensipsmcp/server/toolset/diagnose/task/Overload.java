package dev.opensipsmcp.server.toolset.diagnose.task;

import static dev.opensipsmcp.server.toolset.diagnose.engine.Judgement.found;

import com.google.gson.JsonObject;
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

/** Workers that are busy, or blocked. */
final class Overload {
  static final String LOAD = "load";
  static final String QUEUES = "queues";
  static final String SLOW = "slow";
  static final String PROCESSES = "processes";

  static final Task TASK =
      new Task(
          "overload",
          "Workers are busy, calls are slow",
          List.of(
              "CPU is high, calls are slow",
              "all workers busy, load 100 percent",
              "server is overloaded and slow to answer",
              "call setup takes seconds, high latency, post dial delay",
              "requests are queued, receive buffer full, packets dropped",
              "slow database or DNS blocks the workers",
              "everything is sluggish",
              "the proxy can't keep up with the traffic",
              "it takes seconds until an INVITE is answered",
              "processes at full load in top",
              "workers at 90 percent, do I need more children",
              "replies are late, lag at peak hours",
              "dialling takes ages at noon, everybody complains",
              "processor is at its limit"),
          List.of(
              Look.statistics(LOAD, "load over the last second, 1 and 10 minutes", "load:"),
              Look.statistics(QUEUES, "bytes that wait in the receive queues", "net:"),
              Look.statistics(
                  SLOW,
                  "slow messages, DNS, SQL and cache queries",
                  "core:",
                  "dns:",
                  "sql:",
                  "cdb:"),
              Look.tool(PROCESSES, "load of each process", "get_process_list", "limit", 500),
              Looks.lint("R24", "R25", "R27"),
              Looks.log()),
          List.of(
              new Rule("slow queries that block workers", Overload::blocked),
              new Rule("workers busy over a minute", Overload::busy),
              new Rule("datagrams that wait unread", Overload::queued),
              new Rule("one process busy alone", Overload::alone),
              Audit.rule("worker that waits, number of workers", Confidence.POSSIBLE),
              new Rule("known words of stalls in the log", LogSigns::stuck)),
          List.of(
              Move.of(
                  "statistics_watch",
                  "Whether it goes on, and how fast messages come",
                  "groups",
                  List.of("load", "core"),
                  "duration_sec",
                  10),
              Move.of("cfg_tune", "How many workers the load wants")));

  private Overload() {}

  static List<Judgement> busy(Facts facts, Question question) {
    if (facts.number(LOAD, "load:load1m").isEmpty()) {
      return List.of();
    }
    long minute = facts.count(LOAD, "load:load1m");
    long ten = facts.count(LOAD, "load:load10m");
    List<Cited> cited =
        List.of(
            Cited.number(LOAD, "load of the last second", facts.count(LOAD, "load:load"), "%"),
            Cited.number(LOAD, "load over 1 minute", minute, "%"),
            Cited.number(LOAD, "load over 10 minutes", ten, "%"),
            Cited.number(LOAD, "processes", facts.count(LOAD, "load:processes_number"), ""));
    if (minute < 50) {
      return Judgement.fine(LOAD, "The workers were " + minute + " % busy over the last minute.");
    }
    return List.of(
        found(
            minute >= 80 ? Confidence.CERTAIN : Confidence.LIKELY,
            "The workers are "
                + minute
                + " % busy over 1 minute and "
                + ten
                + " % over 10 minutes: "
                + (ten >= 50 ? "there are too few of them for the load." : "a burst, or new."),
            cited));
  }

  /** Load alone does not tell work from waiting; slow queries tell. */
  static List<Judgement> blocked(Facts facts, Question question) {
    if (!facts.has(SLOW)) {
      return List.of();
    }
    long minute = facts.count(LOAD, "load:load1m");
    List<Judgement> judged = new ArrayList<>();
    slow(facts, "SQL queries", "sql:sql_slow_queries", "sql:sql_total_queries", minute, judged);
    slow(facts, "DNS queries", "dns:dns_slow_queries", "dns:dns_total_queries", minute, judged);
    slow(facts, "cache queries", "cdb:cdb_slow_queries", "cdb:cdb_total_queries", minute, judged);
    return judged.isEmpty()
        ? Judgement.fine(SLOW, "Less than 2 % of SQL, DNS and cache queries were slow.")
        : judged;
  }

  private static void slow(
      Facts facts, String what, String slow, String total, long load, List<Judgement> judged) {
    long slows = facts.count(SLOW, slow);
    long all = facts.count(SLOW, total);
    if (slows < 10 || slows * 100 < all * 2) {
      return;
    }
    long share = all == 0 ? 100 : Math.min(100, slows * 100 / all);
    judged.add(
        found(
                load >= 50 && share >= 6 ? Confidence.CERTAIN : Confidence.LIKELY,
                share
                    + " % of the "
                    + what
                    + " since the start were slow: workers wait for them instead of working, so"
                    + " more processor would not help.",
                Cited.number(SLOW, slow, slows, "queries"),
                Cited.number(SLOW, total, all, "queries"),
                Cited.number(LOAD, "load over 1 minute", load, "%"))
            .next(
                Move.of(
                    "cfg_explain",
                    "How such a query is made without holding a worker",
                    "topic",
                    "async")));
  }

  static List<Judgement> queued(Facts facts, Question question) {
    if (!facts.has(QUEUES)) {
      return List.of();
    }
    long udp = facts.count(QUEUES, "net:waiting_udp");
    if (udp < 65_536) {
      return Judgement.fine(QUEUES, udp + " bytes wait unread in the UDP sockets.");
    }
    return List.of(
        found(
            Confidence.CERTAIN,
            udp
                + " bytes wait unread in the UDP sockets: messages come faster than the workers"
                + " take them, and the system drops what does not fit.",
            Cited.number(QUEUES, "net:waiting_udp", udp, "bytes")));
  }

  static List<Judgement> alone(Facts facts, Question question) {
    List<Judgement> judged = new ArrayList<>();
    long minute = facts.count(LOAD, "load:load1m");
    for (JsonObject row : facts.rows(PROCESSES)) {
      long load = Json.number(row, "load_1m_pct", 0);
      if (load >= 90 && minute < 50 && judged.size() < 3) {
        judged.add(
            found(
                Confidence.LIKELY,
                "Process "
                    + Json.number(row, "id", 0)
                    + " alone is "
                    + load
                    + " % busy over 1 minute: its work is not shared, or it is stuck.",
                Cited.text(PROCESSES, "process", Json.text(row, "type")),
                Cited.number(PROCESSES, "pid", Json.number(row, "pid", 0), ""),
                Cited.number(PROCESSES, "load over 1 minute", load, "%")));
      }
    }
    return judged.isEmpty() && facts.has(PROCESSES)
        ? Judgement.fine(PROCESSES, "No single process is busy alone.")
        : judged;
  }
}
