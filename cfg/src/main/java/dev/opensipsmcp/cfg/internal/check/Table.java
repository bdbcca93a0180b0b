package dev.opensipsmcp.cfg.internal.check;

import dev.opensipsmcp.facts.Version;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Reads the small tables beside these classes: lines of fields with tabs between them, {@code #}
 * for comments.
 */
public final class Table {
  /** They are small and never change. */
  private static final Map<String, List<List<String>>> READ = new ConcurrentHashMap<>();

  private Table() {}

  /**
   * {@return the rows of a table}
   *
   * @param name the file's name without its end
   */
  public static List<List<String>> rows(String name) {
    return READ.computeIfAbsent(name, Table::read);
  }

  private static List<List<String>> read(String name) {
    List<List<String>> rows = new ArrayList<>();
    for (String line : text(name + ".tsv").split("\n", -1)) {
      if (!line.isEmpty() && line.charAt(0) != '#') {
        rows.add(List.of(line.split("\t", -1)));
      }
    }
    return List.copyOf(rows);
  }

  /**
   * {@return the rows that count for a version}
   *
   * @param name the file's name without its end
   * @param version the version
   * @param first which field holds the first version of a row; the next one holds the last
   */
  public static List<List<String>> rows(String name, Version version, int first) {
    List<List<String>> rows = new ArrayList<>();
    for (List<String> row : rows(name)) {
      if (version(row.get(first)).compareTo(version) <= 0
          && version.compareTo(version(row.get(first + 1))) <= 0) {
        rows.add(row);
      }
    }
    return List.copyOf(rows);
  }

  /** {@return the first fields of the rows that count for a version, as {@link #rows} has them} */
  static Set<String> names(String name, Version version, int first) {
    return rows(name, version, first).stream().map(List::getFirst).collect(Collectors.toSet());
  }

  /** {@return the version that a field names} */
  static Version version(String label) {
    return Version.parse(label)
        .orElseThrow(() -> new IllegalStateException("No version has the label " + label));
  }

  private static String text(String file) {
    try (InputStream in = Table.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("The table " + file + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
