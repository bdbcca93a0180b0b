package dev.opensipsmcp.db;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How to reach a database.
 *
 * @param url where it is
 * @param user who logs in, when the URL does not say
 * @param password the password, when the URL does not have it
 * @param tls whether the connection is encrypted
 * @param connectTimeout how long a connection may take
 * @param statementTimeout how long one statement may take
 * @param connections how many connections at most, at least 1
 */
public record DbSettings(
    DbUrl url,
    Optional<String> user,
    Optional<String> password,
    Tls tls,
    Duration connectTimeout,
    Duration statementTimeout,
    int connections) {
  public DbSettings {
    if (connections < 1) {
      throw new IllegalArgumentException("connections: at least 1, not " + connections);
    }
  }

  /** Whether a connection to a server is encrypted. */
  public sealed interface Tls {
    /** It is not. */
    record Off() implements Tls {}

    /**
     * It is, and the server's name is checked.
     *
     * @param authorities a PEM file of the authorities to trust; those of the Java that runs when
     *     empty
     */
    record Verified(Optional<Path> authorities) implements Tls {}
  }

  /** {@return no TLS on this machine's own addresses, checked TLS everywhere else} */
  public static Tls tlsFor(DbUrl url) {
    boolean here = url.host().equals("localhost") || url.host().matches("127\\..*|\\[?::1]?");
    return here ? new Tls.Off() : new Tls.Verified(Optional.empty());
  }

  /** {@return settings with five seconds to connect, ten for a statement, four connections} */
  public static DbSettings of(DbUrl url) {
    return new DbSettings(
        url,
        Optional.empty(),
        Optional.empty(),
        tlsFor(url),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        4);
  }

  /** {@return the same with another time for a statement} */
  public DbSettings withStatementTimeout(Duration timeout) {
    return new DbSettings(url, user, password, tls, connectTimeout, timeout, connections);
  }

  /** {@return the same with who logs in} */
  public DbSettings withLogin(Optional<String> name, Optional<String> secret) {
    return new DbSettings(url, name, secret, tls, connectTimeout, statementTimeout, connections);
  }

  /** {@return the same with another way to encrypt} */
  public DbSettings withTls(Tls other) {
    return new DbSettings(
        url, user, password, other, connectTimeout, statementTimeout, connections);
  }

  /** {@return no more than where it is: the rest may be secret} */
  @Override
  public String toString() {
    return "DbSettings[" + url + "]";
  }
}
