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
 * @param rest when a node that does not answer is left alone
 */
public record MiSettings(
    Duration connectTimeout,
    Duration readTimeout,
    int queueLimit,
    Optional<Version> version,
    Optional<Integer> httpBodyLimit,
    Rest rest) {

  /**
   * When a node that does not answer is left alone, and how long.
   *
   * @param afterFailures failed calls in a row, at least 1
   * @param length until one call tries it again
   */
  public record Rest(int afterFailures, Duration length) {
    /** After three failures, for five seconds. */
    public static final Rest DEFAULT = new Rest(3, Duration.ofSeconds(5));

    /** Whatever fails. */
    public static final Rest NEVER = new Rest(Integer.MAX_VALUE, Duration.ZERO);

    public Rest {
      if (afterFailures < 1 || length.isNegative()) {
        throw new IllegalArgumentException("a rest comes after 1 failure or more, and lasts");
      }
    }
  }

  /**
   * Makes settings with the default rest.
   *
   * @param connectTimeout how long a connection may take
   * @param readTimeout how long the node may stay silent
   * @param queueLimit how many calls may wait
   * @param version the node's version when it is pinned
   * @param httpBodyLimit the largest request
   */
  public MiSettings(
      Duration connectTimeout,
      Duration readTimeout,
      int queueLimit,
      Optional<Version> version,
      Optional<Integer> httpBodyLimit) {
    this(connectTimeout, readTimeout, queueLimit, version, httpBodyLimit, Rest.DEFAULT);
  }

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

  /**
   * {@return the same with another rest}
   *
   * @param other when a node is left alone
   */
  public MiSettings withRest(Rest other) {
    return new MiSettings(connectTimeout, readTimeout, queueLimit, version, httpBodyLimit, other);
  }
}
