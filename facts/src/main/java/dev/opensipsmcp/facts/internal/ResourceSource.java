package dev.opensipsmcp.facts.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads the facts that are packed with this module. */
final class ResourceSource implements Source {

  @Override
  public String text(String name) {
    try (InputStream in = ResourceSource.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("This build has no facts " + name + ". Build it again.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the facts " + name, e);
    }
  }
}
