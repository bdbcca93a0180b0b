package dev.opensipsmcp.server.toolset.diagnose.task;

import static dev.opensipsmcp.server.toolset.diagnose.engine.Judgement.found;

import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.diagnose.engine.Cited;
import dev.opensipsmcp.server.toolset.diagnose.engine.Confidence;
import dev.opensipsmcp.server.toolset.diagnose.engine.Facts;
import dev.opensipsmcp.server.toolset.diagnose.engine.Judgement;
import dev.opensipsmcp.server.toolset.diagnose.engine.Look;
import dev.opensipsmcp.server.toolset.diagnose.engine.Move;
import dev.opensipsmcp.server.toolset.diagnose.engine.Question;
import dev.opensipsmcp.server.toolset.diagnose.engine.Quote;
import dev.opensipsmcp.server.toolset.diagnose.engine.Rule;
import dev.opensipsmcp.server.toolset.diagnose.engine.Task;
import java.util.List;

/** Crashes, deadlocks, and timers that come late. */
final class Crash {
  private static final String UPTIME = "uptime";
  private static final String STATUS = "status";
  private static final long YOUNG_S = 300;

  static final Task TASK =
      new Task(
          "crash",
          "Crash, deadlock, timer warnings",
          List.of(
              "timer warnings: already scheduled, delaying execution",
              "deadlock, a process is at 100 percent",
              "the server crashed, segfault, core dump",
              "OpenSIPS restarted by itself",
              "process is stuck, server hangs and does not answer",
              "the process died and came back",
              "the service was gone for a minute",
              "OpenSIPS hangs or freezes now and then",
              "systemd restarted it, core dumped",
              "killed by a signal, exited unexpectedly",
              "it went down last night, why"),
          List.of(
              Looks.log(),
              Look.tool(UPTIME, "when the node started", "get_uptime"),
              Look.tool(
                  Overload.PROCESSES, "load of each process", "get_process_list", "limit", 500),
              Look.statistics(Overload.LOAD, "load over 1 and 10 minutes", "load:"),
              Look.tool(STATUS, "status of the node's parts", "sr_list_status", "limit", 200)),
          List.of(
              new Rule("known words of crashes and stalls in the log", LogSigns::stuck),
              new Rule("one process busy alone", Overload::alone),
              new Rule("part of the node that is not ready", Crash::notReady),
              new Rule("node that started minutes ago", Crash::young)),
          List.of(
              Move.of("opensips_version", "The exact release, which a report of a defect needs"),
              Move.of("get_process_list", "Which process is which, for a backtrace by hand"),
              Move.of("crash_list_cores", "Whether a crash left a core, to read where it was")));

  private Crash() {}

  private static List<Judgement> young(Facts facts, Question question) {
    if (!facts.has(UPTIME)) {
      return List.of();
    }
    long up = Json.number(facts.object(UPTIME), "up_s", 0);
    return up >= YOUNG_S
        ? Judgement.fine(UPTIME, "The node has been up for " + up + " s.")
        : List.of(
            found(
                    Confidence.POSSIBLE,
                    "The node started "
                        + up
                        + " s ago: unless somebody restarted it, it crashed and was started again.",
                    Cited.number(UPTIME, "up for", up, "s"),
                    Cited.text(UPTIME, "since", Json.text(facts.object(UPTIME), "since")))
                .next(Move.of("audit_query", "Whether it was restarted from here", "limit", 20)));
  }

  private static List<Judgement> notReady(Facts facts, Question question) {
    return Each.row(
        facts,
        STATUS,
        // A trunk that is not registered says nothing of the node itself.
        row ->
            Json.text(row, "ready").equals("false")
                && !Json.text(row, "group").equals("uac_registrant"),
        row ->
            found(
                    Confidence.POSSIBLE,
                    "Part " + Quote.of(Json.text(row, "group")) + " of the node is not ready.",
                    Cited.text(STATUS, "part", Json.text(row, "group")),
                    Cited.text(STATUS, "item", Json.text(row, "identifier")),
                    Cited.text(STATUS, "details", Json.text(row, "details")))
                .next(
                    Move.of(
                        "sr_list_reports",
                        "What it noted",
                        "group",
                        Quote.shortened(Json.text(row, "group"), 60))),
        "All parts of the node are ready.");
  }
}
