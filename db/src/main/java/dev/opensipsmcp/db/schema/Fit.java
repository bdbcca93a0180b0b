package dev.opensipsmcp.db.schema;

import dev.opensipsmcp.facts.Version;
import java.util.List;
import java.util.Optional;

/**
 * Which OpenSIPS versions a database is for.
 *
 * @param best the version that it is most like; empty when it has none of OpenSIPS's tables
 * @param fitting the versions whose nodes can work with the tables that are there
 * @param server what the server calls itself, with its version
 */
public record Fit(Optional<Version> best, List<Version> fitting, String server) {
  public Fit {
    fitting = List.copyOf(fitting);
  }

  /**
   * {@return the version whose facts describe the database best}
   *
   * @param node the version of the node that uses it, which decides where several fit
   */
  public Optional<Version> facts(Optional<Version> node) {
    return node.filter(fitting::contains).or(() -> best).or(() -> node);
  }
}
