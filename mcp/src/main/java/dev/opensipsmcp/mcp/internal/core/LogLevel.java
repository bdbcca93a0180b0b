package dev.opensipsmcp.mcp.internal.core;

import java.util.Locale;
import java.util.Optional;

/** How grave a log message is (RFC 5424 section 6.2.1), least first. */
public enum LogLevel {
  DEBUG,
  INFO,
  NOTICE,
  WARNING,
  ERROR,
  CRITICAL,
  ALERT,
  EMERGENCY;

  /**
   * {@return the level of this name, if there is one}
   *
   * @param name lower case, as in a message
   */
  public static Optional<LogLevel> of(String name) {
    for (LogLevel level : values()) {
      if (level.name().toLowerCase(Locale.ROOT).equals(name)) {
        return Optional.of(level);
      }
    }
    return Optional.empty();
  }
}
