package dev.opensipsmcp.server.toolset.reload;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.mi.MiReader;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.toolset.stream.Row;
import dev.opensipsmcp.server.toolset.stream.RowPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A list that shows whether one row of a table is loaded.
 *
 * <p>Most lists print what is stored. Where one prints it in other words, {@link #words} or {@link
 * #printing} say how; a row whose print is as expected counts as showing what is stored.
 *
 * @param command the MI command that lists, under its name up to 3.6
 * @param path the way to its rows
 * @param same by what a row is known: members of the list's row, and the table's columns
 * @param shown what else the list shows of it: members, and the table's columns
 * @param asking the command's parameters
 * @param prints how the list prints a column, from all of the stored row's columns
 * @param next where to look for what this list leaves out
 */
public record RowProof(
    String command,
    String path,
    Map<String, String> same,
    Map<String, String> shown,
    Map<String, String> asking,
    Map<String, Function<Map<String, String>, String>> prints,
    Optional<RowProof> next) {
  public RowProof {
    same = Map.copyOf(same);
    shown = Map.copyOf(shown);
    asking = Map.copyOf(asking);
    prints = Map.copyOf(prints);
  }

  /**
   * {@return a list that knows rows by these}
   *
   * @param same member, column, member, column, ...
   */
  public static RowProof of(String command, String path, String... same) {
    return new RowProof(command, path, pairs(same), Map.of(), Map.of(), Map.of(), Optional.empty());
  }

  /** {@return the same, which shows these too: member, column, member, column, ...} */
  public RowProof showing(String... more) {
    return new RowProof(command, path, same, pairs(more), asking, prints, next);
  }

  /** {@return the same, asked with these parameters: name, value, name, value, ...} */
  public RowProof asking(String... parameters) {
    return new RowProof(command, path, same, shown, pairs(parameters), prints, next);
  }

  /** {@return the same, which prints a column so} */
  public RowProof printing(String column, Function<Map<String, String>, String> how) {
    Map<String, Function<Map<String, String>, String>> more = new HashMap<>(prints);
    more.put(column, how);
    return new RowProof(command, path, same, shown, asking, more, next);
  }

  /** {@return the same, which has words for a column's values: stored, printed, stored, ...} */
  public RowProof words(String column, String... words) {
    Map<String, String> known = pairs(words);
    return printing(
        column,
        row -> {
          String stored = row.getOrDefault(column, "");
          return known.getOrDefault(stored, stored);
        });
  }

  /** {@return the same; what it does not list is looked for in the other} */
  public RowProof or(RowProof other) {
    RowProof last = next.map(one -> one.or(other)).orElse(other);
    return new RowProof(command, path, same, shown, asking, prints, Optional.of(last));
  }

  /** {@return the same, for rows that another list of the same form may show instead} */
  public RowProof orIn(String other) {
    return or(new RowProof(other, path, same, shown, asking, prints, Optional.empty()));
  }

  private static Map<String, String> pairs(String... words) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (int at = 0; at < words.length; at += 2) {
      pairs.put(words[at], words[at + 1]);
    }
    return pairs;
  }

  /**
   * {@return of each loaded row that is known by these values, what the list shows of it, by the
   * table's column}
   *
   * @param values the row's columns as text
   * @param partition the partition to list; empty where the node has none
   * @param ports the node
   */
  MiResult<List<Map<String, String>>> find(
      Map<String, String> values, JsonObject partition, ReadPorts ports) {
    MiReader<List<Map<String, String>>> reader =
        json -> {
          List<Map<String, String>> found = new ArrayList<>();
          RowPath.parse(path)
              .read(
                  json,
                  row -> {
                    if (is(row, values)) {
                      found.add(seen(row, values));
                    }
                    return true;
                  });
          return found;
        };
    JsonObject parameters = partition.deepCopy();
    asking.forEach((name, value) -> parameters.add(name, new JsonPrimitive(value)));
    MiResult<List<Map<String, String>>> here = ports.mi().read(command, parameters, reader);
    boolean nothing =
        here instanceof MiResult.Success<List<Map<String, String>>>(var found) && found.isEmpty();
    return nothing && next.isPresent() ? next.get().find(values, partition, ports) : here;
  }

  private boolean is(Row row, Map<String, String> values) {
    return same.entrySet().stream()
        .allMatch(one -> row.text(one.getKey()).strip().equals(printed(one.getValue(), values)));
  }

  private Map<String, String> seen(Row row, Map<String, String> values) {
    Map<String, String> seen = new LinkedHashMap<>();
    shown.forEach((member, column) -> {
      String there = row.text(member);
      seen.put(column, asStored(column, there, values));
    });
    return seen;
  }

  /** What is printed as expected counts as what is stored. Where nothing is, a default shows. */
  private String asStored(String column, String there, Map<String, String> values) {
    if (!prints.containsKey(column)) {
      return there;
    }
    String expected = printed(column, values);
    return expected.isEmpty() || there.equals(expected) ? values.getOrDefault(column, "") : there;
  }

  private String printed(String column, Map<String, String> values) {
    Function<Map<String, String>, String> how = prints.get(column);
    return (how == null ? values.getOrDefault(column, "") : how.apply(values)).strip();
  }
}
