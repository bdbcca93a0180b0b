package dev.opensipsmcp.server.config;

import dev.opensipsmcp.db.DbUrl;
import dev.opensipsmcp.server.config.Settings.DatabaseEntry;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** Reads where the database is, from the environment or from a table of the file. */
final class DatabaseReader {
  static final Set<String> KEYS =
      Set.of(
          "url",
          "user",
          "password",
          "password_file",
          "password_env",
          "tls",
          "ca_file",
          "connect_timeout_ms",
          "statement_timeout_ms",
          "connections");

  private static final Set<String> TLS = Set.of("auto", "off", "verify");

  private final Secrets secrets;

  DatabaseReader(Secrets secrets) {
    this.secrets = secrets;
  }

  /** {@return the database that a table of the file names, if there is one} */
  Optional<DatabaseEntry> read(Optional<YamlTable> table) {
    return table.isPresent() ? read(table.get().source(), "") : Optional.empty();
  }

  /**
   * {@return the database that a source names, if it does}
   *
   * @param source where the keys stand
   * @param prefix what stands before each key
   */
  Optional<DatabaseEntry> read(Source source, String prefix) {
    Optional<Source.Entry> url = source.entry(prefix + "url");
    if (url.isEmpty()) {
      return Optional.empty();
    }
    try {
      DbUrl.parse(url.get().text());
    } catch (IllegalArgumentException e) {
      source.fault(url.get(), String.valueOf(e.getMessage()));
    }
    Optional<String> certificates = source.text(prefix + "ca_file");
    return Optional.of(
        new DatabaseEntry(
            url.get().text(),
            source.text(prefix + "user"),
            secrets.read(source, prefix + "password"),
            source.word(prefix + "tls", "auto", TLS),
            certificates.isPresent() ? Optional.of(Path.of(certificates.get())) : Optional.empty(),
            source.integer(prefix + "connect_timeout_ms", 5_000, 250, 600_000),
            source.integer(prefix + "statement_timeout_ms", 10_000, 100, 3_600_000),
            source.integer(prefix + "connections", 4, 1, 100)));
  }
}
