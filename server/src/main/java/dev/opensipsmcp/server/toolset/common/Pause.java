package dev.opensipsmcp.server.toolset.common;

import java.time.Duration;

/** Lets time pass; a test lets it pass at once. */
@FunctionalInterface
public interface Pause {
  /**
   * Returns after that time.
   *
   * @param time zero or more
   * @throws InterruptedException when whoever waits is not to wait any longer
   */
  void pass(Duration time) throws InterruptedException;
}
