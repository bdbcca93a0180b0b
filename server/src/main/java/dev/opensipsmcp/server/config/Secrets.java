package dev.opensipsmcp.server.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Reads a secret that stands in a file or in an environment variable, so that YAML needs none. */
final class Secrets {
  private final Map<String, String> environment;

  Secrets(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * {@return the secret under {@code KEY_file} (a file's first line), {@code KEY_env} (a variable's
   * name) or {@code KEY} itself}
   *
   * @param source where the keys stand
   * @param key the base of the three keys
   */
  Optional<String> read(Source source, String key) {
    Optional<Source.Entry> file = source.entry(key + "_file");
    if (file.isPresent()) {
      return fromFile(source, file.get());
    }
    Optional<Source.Entry> variable = source.entry(key + "_env");
    if (variable.isPresent()) {
      return fromEnvironment(source, variable.get());
    }
    return source.text(key);
  }

  private static Optional<String> fromFile(Source source, Source.Entry entry) {
    try {
      String secret = Files.readString(Path.of(entry.text())).strip();
      if (!secret.isEmpty()) {
        return Optional.of(secret);
      }
      source.fault(entry, "names an empty file");
    } catch (IOException | IllegalArgumentException e) {
      source.fault(entry, "names a file that can't be read: " + entry.text());
    }
    return Optional.empty();
  }

  private Optional<String> fromEnvironment(Source source, Source.Entry entry) {
    String secret = environment.getOrDefault(entry.text(), "");
    if (!secret.isEmpty()) {
      return Optional.of(secret);
    }
    source.fault(entry, "names an environment variable that is not set: " + entry.text());
    return Optional.empty();
  }
}
