package dev.opensipsmcp.server.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * Tells one process of this host from every other, also from a later one that got the same number.
 *
 * @param pid the system's number
 * @param started when it started; the epoch when the system does not tell
 */
public record ProcessMark(long pid, Instant started) {

  /** {@return the mark of this process} */
  public static ProcessMark current() {
    return of(ProcessHandle.current());
  }

  /** {@return the mark that {@link #text} wrote, or nothing when the text is none} */
  static Optional<ProcessMark> parse(String text) {
    int at = text.indexOf('@');
    try {
      return at < 0
          ? Optional.empty()
          : Optional.of(
              new ProcessMark(
                  Long.parseLong(text.substring(0, at)), Instant.parse(text.substring(at + 1))));
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  /** {@return the written form, for example {@code 4711@2026-11-20T21:00:00Z}} */
  public String text() {
    return pid + "@" + started;
  }

  boolean alive() {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).map(ProcessMark::of).stream()
        .anyMatch(this::equals);
  }

  private static ProcessMark of(ProcessHandle handle) {
    return new ProcessMark(handle.pid(), handle.info().startInstant().orElse(Instant.EPOCH));
  }
}
