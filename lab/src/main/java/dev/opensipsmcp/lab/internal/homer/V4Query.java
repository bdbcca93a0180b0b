package dev.opensipsmcp.lab.internal.homer;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What requests to a v4 server find. Texts of filters fit parts of values. */
final class V4Query {
  private static final int SESSIONS = 50;
  private static final int LARGEST = 50_000;
  private static final int OTHERWISE = 50;
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS");

  private final Warehouse warehouse;

  V4Query(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  private static JsonObject object(JsonObject json, String name) {
    return json.get(name) instanceof JsonObject object ? object : new JsonObject();
  }

  boolean grouped(JsonObject body) {
    return !Warehouse.text(object(body, "param"), "group_by").isEmpty();
  }

  private static long number(JsonObject json, String name) {
    return json.has(name) ? json.get(name).getAsLong() : 0;
  }

  private List<Row> found(JsonObject body) {
    JsonObject filter = object(body, "filter");
    String profile = number(filter, "proto_type") + "_" + Warehouse.text(filter, "event_type");
    List<Row> rows = new ArrayList<>();
    for (Row row : warehouse.rows()) {
      JsonObject json = json(row);
      if (row.profile().equals(profile)
          && within(row, body)
          && part(filter, "call_id", json, "session_id")
          && part(filter, "from_user", json, "caller")
          && part(filter, "to_user", json, "callee")
          && same(filter, "src_ip", json)
          && same(filter, "dst_ip", json)
          && same(filter, "response_code", json)
          && same(filter, "method", json)) {
        rows.add(row);
      }
    }
    rows.sort(Comparator.comparingLong(Row::micros).reversed());
    return rows;
  }

  private static boolean part(JsonObject filter, String name, JsonObject row, String column) {
    return Warehouse.text(row, column).contains(Warehouse.text(filter, name));
  }

  private static boolean same(JsonObject filter, String name, JsonObject row) {
    String wanted = Warehouse.text(filter, name);
    return wanted.isEmpty() || wanted.equals(Warehouse.text(row, name));
  }

  private static boolean within(Row row, JsonObject body) {
    JsonObject stamp = object(body, "timestamp");
    long from = number(stamp, "from") * 1_000;
    long to = number(stamp, "to") * 1_000;
    return (from == 0 || row.micros() >= from) && (to == 0 || row.micros() <= to);
  }

  /** A limit that is too large becomes a small one. */
  JsonArray search(JsonObject body) {
    long limit = number(object(body, "param"), "limit");
    long most = limit <= 0 || limit > LARGEST ? OTHERWISE : limit;
    List<Row> rows = found(body);
    return json(rows.subList(0, (int) Math.min(rows.size(), most)));
  }

  JsonArray counts(JsonObject body) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Row row : found(body)) {
      JsonObject json = json(row);
      counts.merge(
          json.get("method").getAsString() + ' ' + json.get("response_code").getAsInt(),
          1,
          Integer::sum);
    }
    JsonArray list = new JsonArray();
    counts.forEach((key, count) -> {
      JsonObject json = new JsonObject();
      json.addProperty("method", key.substring(0, key.indexOf(' ')));
      json.addProperty("response_code", Integer.parseInt(key.substring(key.indexOf(' ') + 1)));
      json.addProperty("messages", count);
      list.add(json);
    });
    return list;
  }

  /** {@return the sessions that are asked for, at most so many as the server takes} */
  List<String> sessions(JsonObject body) {
    Set<String> ids = new LinkedHashSet<>();
    if (body.get("session_ids") instanceof JsonArray list) {
      for (JsonElement id : list) {
        ids.add(id.getAsString());
      }
    }
    if (ids.isEmpty() && !Warehouse.text(body, "session_id").isEmpty()) {
      ids.add(Warehouse.text(body, "session_id"));
    }
    return ids.stream().limit(SESSIONS).toList();
  }

  List<Row> own(JsonObject body, List<String> ids) {
    String profile = number(body, "proto_type") + "_" + Warehouse.text(body, "event_type");
    return report(body, ids, profile);
  }

  List<Row> report(JsonObject body, List<String> ids, String profile) {
    return warehouse.rows().stream()
        .filter(row -> row.profile().equals(profile) && ids.contains(row.packet().sid()))
        .filter(row -> within(row, body))
        .sorted(Comparator.comparingLong(Row::micros))
        .toList();
  }

  /** {@return the rows of the sessions, and of those that a script of correlation brings} */
  List<Row> transaction(JsonObject body, List<String> ids) {
    List<String> all = new ArrayList<>(ids);
    if (!own(body, ids).isEmpty()) {
      for (Row row : warehouse.rows()) {
        if (ids.contains(row.packet().correlationId()) && row.packet().hepType() == 1) {
          all.add(row.packet().sid());
        }
      }
    }
    return own(body, all);
  }

  JsonArray json(List<Row> rows) {
    JsonArray list = new JsonArray();
    rows.forEach(row -> list.add(json(row)));
    return list;
  }

  private JsonObject json(Row row) {
    JsonObject data = row.dataHeader();
    String method = Warehouse.text(data, "method");
    boolean response = method.matches("\\d{3}");
    String cseq = Warehouse.text(data, "cseq");
    JsonObject json = new JsonObject();
    json.addProperty("uuid", "u-" + row.id());
    json.addProperty("session_id", row.packet().sid());
    json.addProperty("cid", row.packet().correlationId());
    json.addProperty(
        "timestamp", STAMP.format(LocalDateTime.ofInstant(row.packet().time(), ZoneOffset.UTC)));
    json.addProperty("method", response ? "" : method);
    json.addProperty("response_code", response ? Integer.parseInt(method) : 0);
    json.addProperty("cseq_method", cseq.substring(cseq.indexOf(' ') + 1));
    json.addProperty("caller", Warehouse.text(data, "from_user"));
    json.addProperty("callee", Warehouse.text(data, "to_user"));
    json.addProperty("src_ip", Row.host(row.packet().source()));
    json.addProperty("src_port", Row.port(row.packet().source()));
    json.addProperty("dst_ip", Row.host(row.packet().destination()));
    json.addProperty("dst_port", Row.port(row.packet().destination()));
    json.addProperty("node_id", row.packet().captureId());
    json.addProperty("aliasSrc", warehouse.aliasOf(row.packet().source()));
    json.addProperty("aliasDst", warehouse.aliasOf(row.packet().destination()));
    json.addProperty("payload", row.packet().raw());
    return json;
  }
}
