package dev.opensipsmcp.mi;

import dev.opensipsmcp.facts.Version;
import java.time.Duration;
import java.util.Optional;

/**
 * How a client behaves towards one node.
 *
 * @param connectTimeout how long a connection may take
 * @param readTimeout how long an answer may take
 * @param queueLimit how many calls may wait for the node before further ones are refused; a node
 *     serves one at a time
 * @param version the node's version when it is pinned; discovered when empty
 */
public record MiSettings(
    Duration connectTimeout, Duration readTimeout, int queueLimit, Optional<Version> version) {

  /** {@return two seconds to connect, ten to answer, 64 waiting, version discovered} */
  public static MiSettings defaults() {
    return new MiSettings(Duration.ofSeconds(2), Duration.ofSeconds(10), 64, Optional.empty());
  }
}
