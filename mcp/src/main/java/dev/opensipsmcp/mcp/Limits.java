package dev.opensipsmcp.mcp;

import java.time.Duration;

/**
 * The bounds that protect the server from its clients.
 *
 * @param messageBytes the largest message taken, in bytes
 * @param concurrentRequests how many requests of one client run at once; further ones are refused
 * @param pageSize how many entries a list page has
 * @param stateLifetime how long a client may take to answer an {@link Reply.InputRequired}
 */
public record Limits(
    int messageBytes, int concurrentRequests, int pageSize, Duration stateLifetime) {

  /** {@return 4 MiB, 64 requests, 100 entries, ten minutes} */
  public static Limits defaults() {
    return new Limits(4 << 20, 64, 100, Duration.ofMinutes(10));
  }
}
