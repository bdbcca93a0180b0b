package dev.opensipsmcp.server.toolset.lever;

import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiReader;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.toolset.stream.Row;
import dev.opensipsmcp.server.toolset.stream.RowPath;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a node holds of a table, as a count and a check sum: shows whether a reload brought
 * something, whatever the table's size. The order of the rows does not count.
 */
public final class Loaded {
  private static final long PRIME = 0x100000001b3L;
  private static final long BASIS = 0xcbf29ce484222325L;

  private Loaded() {}

  /**
   * {@return a read that counts the rows of a list}
   *
   * @param command the MI command that lists
   * @param params what to send it
   * @param path the way to its rows
   * @param members what counts of a row; the row's own members when none is named
   */
  public static StateRead rows(
      String command, Function<Arguments, JsonObject> params, String path, String... members) {
    List<String> counted = List.of(members);
    RowPath way = RowPath.parse(path);
    return (arguments, ports) -> {
      long[] sum = {0, 0};
      MiReader<Boolean> reader =
          json -> {
            way.read(
                json,
                row -> {
                  sum[0]++;
                  sum[1] += hash(text(row, counted));
                  return true;
                });
            return true;
          };
      return switch (ports.mi().read(command, params.apply(arguments), reader)) {
        case MiResult.Failure<Boolean>(MiError error) -> new MiResult.Failure<>(error);
        case MiResult.Success<Boolean> _ -> new MiResult.Success<>(state(sum[0], sum[1]));
      };
    };
  }

  private static String text(Row row, List<String> members) {
    return members.isEmpty()
        ? row.own().toString()
        : members.stream().map(row::text).collect(Collectors.joining(" "));
  }

  private static JsonObject state(long rows, long sum) {
    JsonObject state = new JsonObject();
    state.addProperty("rows", rows);
    state.addProperty("check_sum", Long.toHexString(sum));
    return state;
  }

  /** FNV-1a, spread once more so that sums of alike rows differ. */
  private static long hash(String text) {
    long hash = BASIS;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    return (hash ^ (hash >>> 32)) * PRIME;
  }
}
