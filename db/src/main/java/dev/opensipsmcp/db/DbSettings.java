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
 * @param trust a PEM file of the authorities to trust; TLS is then required and the host checked
 * @param connectTimeout how long a connection may take
 * @param statementTimeout how long one statement may take
 * @param connections how many connections at most, at least 1
 */
public record DbSettings(
    DbUrl url,
    Optional<String> user,
    Optional<String> password,
    Optional<Path> trust,
    Duration connectTimeout,
    Duration statementTimeout,
    int connections) {
  public DbSettings {
    if (connections < 1) {
      throw new IllegalArgumentException("connections: at least 1, not " + connections);
    }
  }

  /** {@return settings with five seconds to connect, ten for a statement, four connections} */
  public static DbSettings of(DbUrl url) {
    return new DbSettings(
        url,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        4);
  }

  /** {@return the same with another time for a statement} */
  public DbSettings withStatementTimeout(Duration timeout) {
    return new DbSettings(url, user, password, trust, connectTimeout, timeout, connections);
  }

  /** {@return the same with who logs in} */
  public DbSettings withLogin(Optional<String> name, Optional<String> secret) {
    return new DbSettings(url, name, secret, trust, connectTimeout, statementTimeout, connections);
  }

  /** {@return the same with authorities to trust} */
  public DbSettings withTrust(Optional<Path> authorities) {
    return new DbSettings(
        url, user, password, authorities, connectTimeout, statementTimeout, connections);
  }

  /** {@return no more than where it is: the rest may be secret} */
  @Override
  public String toString() {
    return "DbSettings[" + url + "]";
  }
}
