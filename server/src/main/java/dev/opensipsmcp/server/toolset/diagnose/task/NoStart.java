package dev.opensipsmcp.server.toolset.diagnose.task;

import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.diagnose.engine.Confidence;
import dev.opensipsmcp.server.toolset.diagnose.engine.Facts;
import dev.opensipsmcp.server.toolset.diagnose.engine.Judgement;
import dev.opensipsmcp.server.toolset.diagnose.engine.Look;
import dev.opensipsmcp.server.toolset.diagnose.engine.Move;
import dev.opensipsmcp.server.toolset.diagnose.engine.Question;
import dev.opensipsmcp.server.toolset.diagnose.engine.Rule;
import dev.opensipsmcp.server.toolset.diagnose.engine.Task;
import dev.opensipsmcp.server.toolset.diagnose.engine.Way;
import java.util.ArrayList;
import java.util.List;

/** A server that does not start: all causes, not only the first that it would tell. */
final class NoStart {
  static final String CHECK = "check";

  static final Task TASK =
      new Task(
          "no_start",
          "The server does not start",
          List.of(
              "the server does not start after my change",
              "OpenSIPS fails to start",
              "opensips won't start, parse error in the configuration",
              "syntax error in opensips.cfg",
              "restart failed, service exits at once",
              "bad config file, could not load module",
              "the service is dead after I edited the file",
              "refuses to come up after I changed the script",
              "nothing runs any more since my edit",
              "systemctl restart fails, here is the configuration",
              "I changed something in the file and broke it",
              "it doesn't come up again after a typo"),
          List.of(
              new Look(
                  CHECK,
                  "opensips.cfg, as the parser and the start would take it",
                  question ->
                      Looks.configuration(question)
                          .<Way>map(json -> new Way.Tool("cfg_check", json))
                          .orElseGet(
                              () -> Looks.noConfiguration("all that hinders the start named"))),
              Looks.log()),
          List.of(
              new Rule("what the parser or the start would refuse", NoStart::refused),
              new Rule("known words of a failed start in the log", LogSigns::start)),
          List.of(
              Move.of("cfg_file_list", "Which files can be checked"),
              Move.of("cfg_list_backups", "Whether a former file can be put back")));

  private NoStart() {}

  /** {@return what keeps a configuration from starting, or that nothing does} */
  static List<? extends Judgement> refused(Facts facts, Question question) {
    if (!facts.has(CHECK)) {
      return List.of();
    }
    boolean starts = Json.text(facts.object(CHECK), "starts").equals("true");
    List<Judgement> judged = new ArrayList<>();
    facts.rows(CHECK, "findings").stream()
        .filter(row -> !starts && Json.text(row, "severity").equals("fatal"))
        .limit(6)
        .forEach(row -> judged.add(Audit.finding(CHECK, row, Confidence.CERTAIN)));
    if (judged.isEmpty() && !starts) {
      facts.rows(CHECK, "findings").stream()
          .limit(6)
          .forEach(row -> judged.add(Audit.finding(CHECK, row, Confidence.LIKELY)));
    }
    return judged.isEmpty() && starts
        ? Judgement.fine(
            CHECK,
            "The parser of "
                + Json.text(facts.object(CHECK), "version")
                + " and the start take the configuration; database, ports and certificates were"
                + " not tried.")
        : judged;
  }
}
