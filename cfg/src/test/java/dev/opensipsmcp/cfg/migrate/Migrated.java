package dev.opensipsmcp.cfg.migrate;

import dev.opensipsmcp.facts.Version;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Migrations for tests. */
final class Migrated {
  private Migrated() {}

  static Plan.Migrated migrate(String text, Release from, Version to) {
    return switch (Migration.plan(text, from, to)) {
      case Plan.Migrated migrated -> migrated;
      case Plan.Refused(String reason) -> throw new AssertionError(reason);
    };
  }

  /** The text of a migration of what stands in a main route, without the route around it. */
  static String route(String statements, Release from, Version to) {
    String text = migrate("route {\n" + statements + "\n}\n", from, to).text();
    return text.substring("route {\n".length(), text.length() - "\n}\n".length());
  }

  static String sample(String name) {
    try (InputStream in = Objects.requireNonNull(Migrated.class.getResourceAsStream(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
