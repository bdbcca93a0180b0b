package dev.opensipsmcp.server.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * Which events are wanted; an empty part means any.
 *
 * @param since not before
 * @param until not after
 * @param subject who called
 * @param tool which tool
 * @param instance which node
 * @param event which kind of event, for example {@code intent}
 * @param outcome which result code, for example {@code OK} or {@code OUTCOME_UNKNOWN}
 * @param cursor where the previous page ended
 * @param limit events at most; at least 1
 */
public record AuditFilter(
    Optional<Instant> since,
    Optional<Instant> until,
    Optional<String> subject,
    Optional<String> tool,
    Optional<String> instance,
    Optional<String> event,
    Optional<String> outcome,
    Optional<String> cursor,
    int limit) {

  /** {@return a filter that takes every event} */
  public static AuditFilter newest(int limit) {
    return new AuditFilter(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        limit);
  }
}
