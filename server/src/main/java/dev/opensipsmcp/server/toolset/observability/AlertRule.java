package dev.opensipsmcp.server.toolset.observability;

import java.util.List;

/**
 * A rule by which Prometheus raises an alert.
 *
 * @param name its name
 * @param term what is watched
 * @param condition what the term is held against: {@code > 85}
 * @param lasting for how long, as {@code 5m}
 * @param severity {@code page} wakes somebody, {@code ticket} waits until morning
 * @param summary what is wrong, a line
 * @param look where to look, and what to do
 */
record AlertRule(
    String name,
    Term term,
    String condition,
    String lasting,
    String severity,
    String summary,
    String look) {

  /** {@return the statistics that it is about} */
  List<Figure> figures() {
    return term.figures();
  }
}
