package dev.opensipsmcp.server.toolset.ladder;

import java.util.ArrayList;
import java.util.List;

/**
 * What one source tells of a call.
 *
 * @param statements what it shows, each with its evidence
 * @param evidence what the statements lean on, beside messages
 * @param unseen what could not be seen, and why
 */
record Finding(List<Statement> statements, List<Evidence> evidence, List<Unseen> unseen) {
  Finding {
    statements = List.copyOf(statements);
    evidence = List.copyOf(evidence);
    unseen = List.copyOf(unseen);
  }

  /**
   * A statement.
   *
   * @param about {@code signalling}, {@code media}, {@code dialog}, {@code contacts}, {@code cdr},
   *     {@code relay} or {@code log}
   * @param text one sentence
   * @param evidence ids of what shows it
   */
  record Statement(String about, String text, List<String> evidence) {
    Statement {
      evidence = List.copyOf(evidence);
    }
  }

  /**
   * What a statement leans on.
   *
   * @param id its id in this report
   * @param source where it was read
   * @param what what was read
   */
  record Evidence(String id, String source, String what) {}

  /**
   * What could not be seen.
   *
   * @param part which part of the report
   * @param why one sentence
   */
  record Unseen(String part, String why) {}

  static Finding none(String part, String why) {
    return new Finding(List.of(), List.of(), List.of(new Unseen(part, why)));
  }

  Finding and(Finding other) {
    return new Finding(
        joined(statements, other.statements),
        joined(evidence, other.evidence),
        joined(unseen, other.unseen));
  }

  private static <T> List<T> joined(List<T> one, List<T> other) {
    List<T> all = new ArrayList<>(one);
    all.addAll(other);
    return all;
  }
}
