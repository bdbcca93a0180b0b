package dev.opensipsmcp.mcp.internal.http;

import java.time.Duration;

/**
 * The clocks of the HTTP transport.
 *
 * @param streamAfter how long an answer may take before the response becomes a stream, on which a
 *     client that went away is noticed
 * @param heartbeat how often a silent stream carries a comment; a client that went away is noticed
 *     after about two of them
 * @param stalled how long a client may neither send what it announced nor take what it is sent
 * @param sessionIdle how long a session of the old era lives without a request or a stream
 * @param stop how long requests in progress may go on when the listener closes
 */
record Timing(
    Duration streamAfter,
    Duration heartbeat,
    Duration stalled,
    Duration sessionIdle,
    Duration stop) {

  /** {@return one second, five seconds, thirty seconds, thirty minutes, three seconds} */
  static Timing defaults() {
    return new Timing(
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30),
        Duration.ofMinutes(30),
        Duration.ofSeconds(3));
  }
}
