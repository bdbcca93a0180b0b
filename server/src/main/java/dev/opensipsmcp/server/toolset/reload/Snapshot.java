package dev.opensipsmcp.server.toolset.reload;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiReader;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.stream.RowPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a module has loaded, as far as its lists show.
 *
 * @param rows how many rows; empty when no list could be read
 * @param keys which rows, at most {@link #HELD}
 * @param stamp what the node says about the last load
 * @param unread why a list could not be read
 */
record Snapshot(
    Optional<Long> rows, Set<String> keys, Optional<String> stamp, Optional<String> unread) {
  /** Keys of more rows are not held; such lists are only counted. */
  static final int HELD = 20_000;

  private static final int SHOWN = 10;
  private static final String PARTITION = "partition_name";

  /** {@return what is loaded now} */
  static Snapshot of(Reload reload, ReadPorts ports) {
    Set<String> keys = new HashSet<>();
    long[] rows = {0};
    Optional<String> unread = Optional.empty();
    Optional<JsonElement> stamp = reload.stamp().flatMap(command -> stamp(command, ports));
    List<JsonObject> partitions = partitions(stamp);
    for (Keys list : reload.proofs()) {
      for (JsonObject partition : partitions) {
        if (read(list, partition, ports, keys, rows)
            instanceof MiResult.Failure<Boolean>(MiError error)) {
          unread = Optional.of(error.cause());
        }
      }
    }
    boolean counted = !reload.proofs().isEmpty() && unread.isEmpty();
    return new Snapshot(
        counted ? Optional.of(rows[0]) : Optional.empty(),
        keys,
        stamp.map(JsonElement::toString),
        unread);
  }

  private static MiResult<Boolean> read(
      Keys list, JsonObject partition, ReadPorts ports, Set<String> keys, long[] rows) {
    String in = Json.text(partition, PARTITION);
    MiReader<Boolean> reader =
        json -> {
          if (list.path().isEmpty()) {
            json.beginObject();
            while (json.hasNext()) {
              String name = json.nextName();
              json.skipValue();
              add(name, keys, rows);
            }
            json.endObject();
          } else {
            RowPath.parse(list.path())
                .read(
                    json,
                    row -> {
                      add((in + " " + list.key(row)).strip(), keys, rows);
                      return true;
                    });
          }
          return true;
        };
    return ports.mi().read(list.command(), partition, reader);
  }

  private static void add(String key, Set<String> keys, long[] rows) {
    if (key.isEmpty()) {
      return;
    }
    rows[0]++;
    if (keys.size() < HELD) {
      keys.add(key);
    }
  }

  /**
   * {@return what to send for each partition} A node whose answer on the last load names partitions
   * lists only one at a time.
   */
  private static List<JsonObject> partitions(Optional<JsonElement> stamp) {
    List<JsonObject> partitions = new ArrayList<>();
    stamp
        .map(Json::asObject)
        .ifPresent(answer ->
            Json.list(answer, "Partitions")
                .forEach(part ->
                    partitions.add(
                        Json.object(PARTITION, Json.text(Json.asObject(part), "name")))));
    return partitions.isEmpty() ? List.of(new JsonObject()) : partitions;
  }

  /** {@return what to send for each partition of what a reload loads} */
  static List<JsonObject> partitions(Reload reload, ReadPorts ports) {
    return partitions(reload.stamp().flatMap(command -> stamp(command, ports)));
  }

  private static Optional<JsonElement> stamp(String command, ReadPorts ports) {
    return ports.mi().read(command, new JsonObject())
            instanceof MiResult.Success<JsonElement>(JsonElement answer)
        ? Optional.of(answer)
        : Optional.empty();
  }

  /** {@return whether both snapshots hold every key, so that they can be compared row by row} */
  boolean comparable(Snapshot other) {
    return rows.isPresent()
        && other.rows.isPresent()
        && rows.get() <= HELD
        && other.rows.get() <= HELD;
  }

  /** {@return some of the rows that this has and the other has not, and how many there are} */
  List<String> beyond(Snapshot other) {
    Set<String> more = new HashSet<>(keys);
    more.removeAll(other.keys);
    List<String> shown = new ArrayList<>(more.stream().sorted().limit(SHOWN).toList());
    if (more.size() > SHOWN) {
      shown.add("and " + (more.size() - SHOWN) + " more");
    }
    return shown;
  }
}
