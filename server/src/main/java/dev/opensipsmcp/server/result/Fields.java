package dev.opensipsmcp.server.result;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;

/**
 * The members of a row that the caller wants, in the order asked for.
 *
 * @param names the members; empty for all
 */
public record Fields(List<String> names) {
  /** All members. */
  public static final Fields ALL = new Fields(List.of());

  public Fields {
    names = List.copyOf(names);
  }

  JsonObject of(JsonObject row) {
    if (names.isEmpty()) {
      return row;
    }
    JsonObject chosen = new JsonObject();
    for (String name : names) {
      if (row.has(name)) {
        chosen.add(name, row.get(name));
      }
    }
    return chosen;
  }

  /** A list of rows is cut to the members; any other value stays as it is. */
  JsonElement of(JsonElement data) {
    if (names.isEmpty() || !(data instanceof JsonArray array)) {
      return data;
    }
    JsonArray chosen = new JsonArray(array.size());
    for (JsonElement item : array) {
      chosen.add(item instanceof JsonObject row ? of(row) : item);
    }
    return chosen;
  }
}
