package dev.opensipsmcp.db.cdr;

import java.util.Optional;

/**
 * What CDRs must be like.
 *
 * @param caller a part of the caller; letters match without case
 * @param callee a part of the callee; letters match without case
 * @param callId the Call-ID, exactly
 * @param code the final code, or its first digit followed by {@code xx}
 * @param atLeast seconds of duration at least
 * @param atMost seconds of duration at most
 */
public record CdrFilter(
    Optional<String> caller,
    Optional<String> callee,
    Optional<String> callId,
    Optional<String> code,
    Optional<Long> atLeast,
    Optional<Long> atMost) {
  /** Any. */
  public static final CdrFilter ANY =
      new CdrFilter(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
}
