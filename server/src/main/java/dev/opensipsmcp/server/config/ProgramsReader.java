package dev.opensipsmcp.server.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads which programs callers may have started: the table {@code programs}, or its variables. */
final class ProgramsReader {
  private static final String NAME = "programs";
  private static final Set<String> KEYS =
      Set.of("sources", "make", "docker", "compose_file", "services", "gdb", "cores");

  private final Source variables;
  private final Optional<YamlTable> table;
  private final Faults faults;

  ProgramsReader(Source variables, Optional<YamlTable> file, Faults faults) {
    this.variables = variables;
    this.table = file.isPresent() ? file.get().table(NAME, KEYS) : Optional.empty();
    this.faults = faults;
  }

  /** {@return the settings; what the environment does not say, the file does} */
  ProgramsEntry read() {
    return new ProgramsEntry(
        paths("sources"),
        path("make"),
        path("docker"),
        path("compose_file"),
        texts("services", ","),
        path("gdb"),
        paths("cores"));
  }

  private List<Path> paths(String key) {
    List<Path> paths = new ArrayList<>();
    for (String text : texts(key, "[:,]")) {
      path(key, text).ifPresent(paths::add);
    }
    return paths;
  }

  private Optional<Path> path(String key) {
    Optional<String> text = variables.text(NAME + '_' + key);
    if (text.isEmpty() && table.isPresent()) {
      text = table.get().source().text(key);
    }
    return text.isEmpty() ? Optional.empty() : path(key, text.get());
  }

  private Optional<Path> path(String key, String text) {
    if (!text.startsWith("/") || text.indexOf('\0') >= 0) {
      faults.add(NAME + '.' + key, "must be an absolute path");
      return Optional.empty();
    }
    return Optional.of(Path.of(text));
  }

  private List<String> texts(String key, String between) {
    Optional<String> variable = variables.text(NAME + '_' + key);
    if (variable.isEmpty()) {
      return table.isPresent() ? table.get().texts(key) : List.of();
    }
    List<String> texts = new ArrayList<>();
    for (String text : variable.get().split(between, -1)) {
      if (!text.isBlank()) {
        texts.add(text.strip());
      }
    }
    return texts;
  }
}
