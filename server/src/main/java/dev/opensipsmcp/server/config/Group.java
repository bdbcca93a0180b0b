package dev.opensipsmcp.server.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One table of the file, with the variables of the same name before it: what the environment does
 * not say, the file does.
 */
final class Group {
  private final String name;
  private final Source variables;
  private final Source source;
  private final Optional<YamlTable> table;

  private Group(String name, Source variables, Source source, Optional<YamlTable> table) {
    this.name = name;
    this.variables = variables;
    this.source = source;
    this.table = table;
  }

  /**
   * {@return the group of settings of that name}
   *
   * @param variables the environment, whose variables begin with the name
   * @param file the file, if there is one
   * @param name the table's name
   * @param keys what may stand in it
   */
  static Group of(
      Source variables, Optional<YamlTable> file, String name, Set<String> keys, Faults faults) {
    Optional<YamlTable> table = file.isPresent() ? file.get().table(name, keys) : Optional.empty();
    Source own = new Prefixed(variables, name + "_", faults);
    Source source = table.isPresent() ? own.orElse(table.get().source()) : own;
    return new Group(name, variables, source, table);
  }

  /** {@return its single values} */
  Source source() {
    return source;
  }

  /** {@return a list of texts; in a variable they are separated by commas} */
  List<String> texts(String key) {
    Optional<String> variable = variables.text(name + '_' + key);
    if (variable.isPresent()) {
      return split(variable.get(), ",");
    }
    return table.isPresent() ? table.get().texts(key) : List.of();
  }

  /** {@return a file's path, which must be absolute} */
  Optional<Path> path(String key) {
    Optional<Source.Entry> entry = source.entry(key);
    if (entry.isEmpty()) {
      return Optional.empty();
    }
    if (!entry.get().text().startsWith("/") || entry.get().text().indexOf('\0') >= 0) {
      source.fault(entry.get(), "must be an absolute path");
      return Optional.empty();
    }
    return Optional.of(Path.of(entry.get().text()));
  }

  /** {@return the paths that texts spell; one that is not absolute is a fault} */
  static List<Path> paths(List<String> texts, String where, Faults faults) {
    List<Path> paths = new ArrayList<>();
    for (String text : texts) {
      if (text.startsWith("/") && text.indexOf('\0') < 0) {
        paths.add(Path.of(text));
      } else if (!text.isEmpty()) {
        faults.add(where, "must be absolute paths");
      }
    }
    return paths;
  }

  /** {@return the parts of a text that are not blank} */
  static List<String> split(String text, String at) {
    List<String> parts = new ArrayList<>();
    for (String part : text.split(at, -1)) {
      if (!part.isBlank()) {
        parts.add(part.strip());
      }
    }
    return parts;
  }

  /** The entries of another source whose keys begin alike. */
  private static final class Prefixed extends Source {
    private final Source whole;
    private final String prefix;

    Prefixed(Source whole, String prefix, Faults faults) {
      super(faults);
      this.whole = whole;
      this.prefix = prefix;
    }

    @Override
    Optional<Entry> entry(String key) {
      return whole.entry(prefix + key);
    }
  }
}
