package dev.opensipsmcp.server.toolset.reload;

import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiReader;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.toolset.stream.RowPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A list that shows whether one row of a table is loaded.
 *
 * @param command the MI command that lists, under its name up to 3.6
 * @param path the way to its rows
 * @param same by what a row is known: members of the list's row, and the table's columns
 * @param shown what else the list shows of it: members, and the table's columns
 */
public record RowProof(
    String command, String path, Map<String, String> same, Map<String, String> shown) {
  public RowProof {
    same = Map.copyOf(same);
    shown = Map.copyOf(shown);
  }

  /**
   * {@return a list that knows rows by these}
   *
   * @param same member, column, member, column, ...
   */
  public static RowProof of(String command, String path, String... same) {
    return new RowProof(command, path, pairs(same), Map.of());
  }

  /** {@return the same, which shows these too: member, column, member, column, ...} */
  public RowProof showing(String... more) {
    return new RowProof(command, path, same, pairs(more));
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
                    boolean is = true;
                    for (Map.Entry<String, String> one : same.entrySet()) {
                      String there = row.text(one.getKey()).strip();
                      is &= there.equals(values.getOrDefault(one.getValue(), "").strip());
                    }
                    if (is) {
                      Map<String, String> seen = new LinkedHashMap<>();
                      shown.forEach((member, column) -> seen.put(column, row.text(member)));
                      found.add(seen);
                    }
                    return true;
                  });
          return found;
        };
    return ports.mi().read(command, partition, reader);
  }
}
