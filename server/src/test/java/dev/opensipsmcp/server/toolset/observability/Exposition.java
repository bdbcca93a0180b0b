package dev.opensipsmcp.server.toolset.observability;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What module prometheus of a real OpenSIPS answered, with all modules that count something, but
 * for those whose libraries were missing.
 */
record Exposition(String text, Map<String, String> types) {

  /** {@return the recorded answer} */
  static Exposition of(String name) {
    String text = resource("exposition-" + name + ".txt");
    Map<String, String> types = new TreeMap<>();
    text.lines()
        .filter(line -> line.startsWith("# TYPE "))
        .map(line -> line.split(" ", -1))
        .forEach(words -> types.put(words[2], words[3]));
    return new Exposition(text, types);
  }

  static String resource(String name) {
    try (InputStream in = Exposition.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return whether it has a sample of a metric with a label} */
  boolean labels(String metric, String label) {
    return text.lines().anyMatch(line -> line.startsWith(metric + "{" + label));
  }
}
