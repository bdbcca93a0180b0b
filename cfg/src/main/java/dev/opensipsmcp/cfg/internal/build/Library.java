package dev.opensipsmcp.cfg.internal.build;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The blocks of the product, read once from its resources. */
final class Library {
  private static final Library SHARED = new Library();

  private final Map<String, Block> features = new LinkedHashMap<>();
  private final Map<String, String> otherNames = new LinkedHashMap<>();
  private final Map<String, Block> scenarios = new LinkedHashMap<>();
  private final Map<String, Block> frames = new LinkedHashMap<>();

  private Library() {
    for (String name : text("index.txt").lines().toList()) {
      if (!name.isBlank()) {
        add(name);
      }
    }
  }

  private void add(String name) {
    Block block;
    try {
      block = BlockReader.read(text(name + ".txt"));
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(name + ": " + e.getMessage(), e);
    }
    switch (block.kind()) {
      case "feature" -> {
        features.put(block.name(), block);
        block.words("also").forEach(other -> otherNames.put(other, block.name()));
      }
      case "scenario" -> scenarios.put(block.name(), block);
      case "frame" -> frames.put(block.name(), block);
      default -> throw new IllegalStateException(name + " is of no known kind: " + block.kind());
    }
  }

  static Library shared() {
    return SHARED;
  }

  /** {@return the features, in the order in which they are written} */
  Map<String, Block> features() {
    return features;
  }

  /** {@return the name of the feature that goes by this name too, or the name itself} */
  String featureName(String name) {
    return otherNames.getOrDefault(name, name);
  }

  /** {@return the scenarios, in the order in which they are listed} */
  Map<String, Block> scenarios() {
    return scenarios;
  }

  /** {@return the frame of a scenario: how its routes hang together} */
  Block frame(Block scenario) {
    String name = scenario.text("frame").orElse("proxy");
    Block frame = frames.get(name);
    if (frame == null) {
      throw new IllegalStateException(scenario.name() + " wants the unknown frame " + name);
    }
    return frame;
  }

  /** {@return the lines of a table in the resources, without comments, split at bars} */
  static List<List<String>> table(String name) {
    return text(name)
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> List.of(line.split("\\s*\\|\\s*", -1)))
        .toList();
  }

  private static String text(String name) {
    String path = "/dev/opensipsmcp/cfg/build/" + name;
    try (InputStream in = Library.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("resource is missing: " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
