package dev.opensipsmcp.cfg.kamailio;

import dev.opensipsmcp.cfg.internal.migrate.KamailioTranslator;
import dev.opensipsmcp.cfg.source.Dialect;
import dev.opensipsmcp.cfg.syntax.Parser;
import dev.opensipsmcp.facts.Version;
import java.util.Set;

/**
 * Configurations of Kamailio. Both servers come from the same ancestor, so much of a configuration
 * reads alike; what does not is translated where the meaning is the same, and listed where it is
 * not.
 */
public final class Kamailio {
  private Kamailio() {}

  /** {@return whether a text bears a mark that only Kamailio's configurations have} */
  public static boolean recognises(String text) {
    return Dialect.of(Parser.parse(text)).stream()
        .anyMatch(dialect -> dialect.kind() == Dialect.Kind.KAMAILIO);
  }

  /**
   * Translates a file. Directives of its preprocessor are carried out; what they leave out stays as
   * a comment.
   *
   * @param text the file
   * @param to the version of OpenSIPS that it shall be for
   */
  public static Translation translate(String text, Version to) {
    return translate(text, Set.of(), to);
  }

  /**
   * Translates a file for whose preprocessor names are defined outside of it, as by {@code -A}.
   *
   * @param text the file
   * @param defined the names
   * @param to the version of OpenSIPS that it shall be for
   */
  public static Translation translate(String text, Set<String> defined, Version to) {
    return KamailioTranslator.translate(text, defined, to);
  }
}
