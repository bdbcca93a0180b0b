package dev.opensipsmcp.lab.internal.homer;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The body of a v3 request for rows, and what it finds. */
final class V3Query {
  private static final int LOOK_BACK = -300;
  private static final int LOOK_AHEAD = 200;

  private final Warehouse warehouse;
  private final JsonObject param;
  private final long fromSecond;
  private final long toSecond;

  private V3Query(Warehouse warehouse, JsonObject param, long fromSecond, long toSecond) {
    this.warehouse = warehouse;
    this.param = param;
    this.fromSecond = fromSecond;
    this.toSecond = toSecond;
  }

  /** {@return the query; nothing where the server says that the format is not correct} */
  static Optional<V3Query> of(Warehouse warehouse, JsonObject body) {
    JsonObject stamp = object(body, "timestamp");
    if (!whole(stamp.get("from"))
        || !whole(stamp.get("to"))
        || !whole(object(body, "param").get("limit"))) {
      return Optional.empty();
    }
    long from = stamp.has("from") ? stamp.get("from").getAsLong() : 0;
    long to = stamp.has("to") ? stamp.get("to").getAsLong() : 0;
    return Optional.of(new V3Query(warehouse, object(body, "param"), from / 1_000, to / 1_000));
  }

  private static boolean whole(JsonElement value) {
    return value == null || (value instanceof JsonPrimitive number && number.isNumber());
  }

  private static JsonObject object(JsonObject json, String name) {
    return json.get(name) instanceof JsonObject object ? object : new JsonObject();
  }

  /** {@return what a search finds: some rows up to its limit, then in order of time} */
  List<Row> search() {
    boolean or = param.has("orlogic") && param.get("orlogic").getAsBoolean();
    List<Row> found = new ArrayList<>();
    for (Map.Entry<String, JsonElement> profile : object(param, "search").entrySet()) {
      V3Conditions conditions = V3Conditions.of(profile.getValue().getAsJsonArray(), or);
      warehouse.rows().stream()
          .filter(row -> row.profile().equals(profile.getKey()) && within(row, 0, 0) && here(row))
          .filter(conditions::finds)
          .limit(conditions.limit())
          .forEach(found::add);
    }
    found.sort(Comparator.comparingLong(Row::micros));
    return found;
  }

  /**
   * {@return the Call-IDs that are asked for; nothing where the server falls over their absence}
   */
  Optional<Set<String>> callIds() {
    Set<String> ids = new LinkedHashSet<>();
    for (Map.Entry<String, JsonElement> profile : object(param, "search").entrySet()) {
      if (!(profile.getValue() instanceof JsonObject one)
          || !(one.get("callid") instanceof JsonArray list)) {
        return Optional.empty();
      }
      list.forEach(id -> ids.add(id.getAsString()));
    }
    return Optional.of(ids);
  }

  /** {@return the rows of the calls, and what the rules of correlation bring with them} */
  List<Row> transaction(Set<String> ids) {
    Map<Integer, Row> found = new LinkedHashMap<>();
    for (String profile : object(param, "search").keySet()) {
      for (Row row : warehouse.rows()) {
        if (row.profile().equals(profile)
            && ids.contains(row.packet().sid())
            && within(row, 0, 0)
            && here(row)) {
          found.put(row.id(), row);
        }
      }
    }
    Set<String> related = new LinkedHashSet<>(ids);
    found.values().forEach(row -> related.add(row.packet().correlationId()));
    for (Row row : warehouse.rows()) {
      boolean leg =
          row.packet().hepType() == 1
              && (related.contains(row.packet().sid())
                  || ids.contains(row.packet().correlationId()));
      boolean report = row.packet().hepType() != 1 && ids.contains(row.packet().sid());
      if (!found.isEmpty() && (leg || report) && within(row, LOOK_BACK, LOOK_AHEAD) && here(row)) {
        found.put(row.id(), row);
      }
    }
    List<Row> rows = new ArrayList<>(found.values());
    rows.sort(Comparator.comparingLong(Row::micros));
    return rows;
  }

  /** {@return the rows of one table that belong to the calls} */
  List<Row> report(Set<String> ids, String profile) {
    return warehouse.rows().stream()
        .filter(row -> row.profile().equals(profile) && ids.contains(row.packet().sid()))
        .filter(row -> within(row, 0, 0) && here(row))
        .sorted(Comparator.comparingLong(Row::micros))
        .toList();
  }

  private boolean within(Row row, int earlier, int later) {
    Instant time = row.packet().time();
    return !time.isBefore(Instant.ofEpochSecond(fromSecond + earlier))
        && !time.isAfter(Instant.ofEpochSecond(toSecond + later));
  }

  /** No list, or an empty one, means every node. */
  private boolean here(Row row) {
    JsonElement nodes = object(param, "location").get("node");
    return !(nodes instanceof JsonArray list)
        || list.isEmpty()
        || list.asList().stream()
            .anyMatch(node -> node.getAsString().equalsIgnoreCase(row.packet().node()));
  }
}
