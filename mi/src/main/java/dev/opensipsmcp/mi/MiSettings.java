package dev.opensipsmcp.mi;

import dev.opensipsmcp.facts.Version;
import java.time.Duration;
import java.util.Optional;

/**
 * How a client behaves towards one node.
 *
 * @param connectTimeout how long a connection may take
 * @param readTimeout how long the node may stay silent: before an answer's first byte, and within
 *     it
 * @param queueLimit how many calls may wait for the node before further ones are refused; a node
 *     serves one at a time
 * @param version the node's version when it is pinned; discovered when empty
 * @param httpBodyLimit the largest request that the node's HTTP server takes, in bytes, when its
 *     {@code receive_buf_size} was changed; when empty, the version's default
 */
public record MiSettings(
    Duration connectTimeout,
    Duration readTimeout,
    int queueLimit,
    Optional<Version> version,
    Optional<Integer> httpBodyLimit) {

  /**
   * Makes settings for a node whose HTTP server has its default limit.
   *
   * @param connectTimeout how long a connection may take
   * @param readTimeout how long the node may stay silent
   * @param queueLimit how many calls may wait
   * @param version the node's version when it is pinned
   */
  public MiSettings(
      Duration connectTimeout, Duration readTimeout, int queueLimit, Optional<Version> version) {
    this(connectTimeout, readTimeout, queueLimit, version, Optional.empty());
  }

  /** {@return two seconds to connect, ten to answer, 64 waiting, version discovered} */
  public static MiSettings defaults() {
    return new MiSettings(Duration.ofSeconds(2), Duration.ofSeconds(10), 64, Optional.empty());
  }
}
