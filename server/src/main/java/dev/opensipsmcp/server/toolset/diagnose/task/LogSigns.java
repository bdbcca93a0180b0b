package dev.opensipsmcp.server.toolset.diagnose.task;

import static dev.opensipsmcp.server.toolset.diagnose.engine.Judgement.found;

import dev.opensipsmcp.server.toolset.diagnose.engine.Cited;
import dev.opensipsmcp.server.toolset.diagnose.engine.Confidence;
import dev.opensipsmcp.server.toolset.diagnose.engine.Facts;
import dev.opensipsmcp.server.toolset.diagnose.engine.Judgement;
import dev.opensipsmcp.server.toolset.diagnose.engine.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Words in the log that tell a cause by themselves. The lines are data, and only cited. */
final class LogSigns {
  private static final int MOST_LINES = 200_000;

  /**
   * A sign.
   *
   * @param words what a line holds, in lower case; all of them
   * @param statement what it means
   */
  private record Sign(List<String> words, String statement) {
    Sign(String statement, String... words) {
      this(List.of(words), statement);
    }

    boolean in(String line) {
      return words.stream().allMatch(line::contains);
    }
  }

  private static final List<Sign> START =
      List.of(
          new Sign("Another process has the port already.", "address already in use"),
          new Sign("The socket's address is not one of this host.", "cannot assign requested"),
          new Sign("A module's file is not there or can't be loaded.", "could not open module"),
          new Sign("A module's file is not there or can't be loaded.", "failed to load module"),
          new Sign("A parameter is none of its module's.", "parameter", "not found in module"),
          new Sign("The configuration has a syntax error.", "syntax error"),
          new Sign("A function of the script is not known.", "unknown command <"),
          new Sign(
              "A table of the database has another version than this release wants.",
              "invalid version",
              "table"),
          new Sign("The database can't be reached or refuses the login.", "access denied for"),
          new Sign("The database can't be reached.", "can't connect to", "server"),
          new Sign("A certificate or key can't be read.", "unable to load", "certificate"));

  private static final List<Sign> STUCK =
      List.of(
          new Sign("A worker crashed.", "exited by a signal"),
          new Sign("A process asked for memory that is not there.", "no more", "memory"),
          new Sign("A process asked for memory that is not there.", "not enough free", "memory"),
          new Sign(
              "A timer's work takes longer than its interval: its process is slow or stuck.",
              "already scheduled"),
          new Sign("A step of the script or a query took long.", "took too long"),
          new Sign("A query failed, or the connection to the database is lost.", "driver error"));

  private LogSigns() {}

  static List<Judgement> start(Facts facts, Question question) {
    return judged(facts, START, "The log has none of the known words of a failed start.");
  }

  static List<Judgement> stuck(Facts facts, Question question) {
    return judged(facts, STUCK, "The log has none of the known words of crashes and stalls.");
  }

  private static List<Judgement> judged(Facts facts, List<Sign> signs, String none) {
    if (facts.text(Looks.LOG).isEmpty()) {
      return List.of();
    }
    List<String> lines = facts.text(Looks.LOG).get().lines().limit(MOST_LINES).toList();
    List<Judgement> judged = new ArrayList<>();
    for (Sign sign : signs) {
      List<String> with =
          lines.stream().filter(line -> sign.in(line.toLowerCase(Locale.ROOT))).toList();
      if (!with.isEmpty()) {
        judged.add(
            found(
                Confidence.CERTAIN,
                sign.statement() + " The log says so " + with.size() + " times.",
                Cited.number(Looks.LOG, "lines", with.size(), "lines"),
                Cited.text(Looks.LOG, "first of them", with.getFirst())));
      }
    }
    return judged.isEmpty() ? Judgement.fine(Looks.LOG, none) : judged;
  }
}
