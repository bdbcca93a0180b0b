package dev.opensipsmcp.lab.internal.homer;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Writes rows as the v3 server does. */
final class V3Rows {
  private final Warehouse warehouse;

  V3Rows(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  /** The answer of a search. */
  JsonObject found(List<Row> rows) {
    JsonArray data = new JsonArray();
    for (Row row : rows) {
      JsonObject json = flat(row);
      json.addProperty("create_date", row.micros() / 1_000);
      json.addProperty("uuid", row.id());
      json.addProperty("aliasSrc", warehouse.aliasOf(row.packet().source()));
      json.addProperty("aliasDst", warehouse.aliasOf(row.packet().destination()));
      json.addProperty("table", "hep_proto_" + row.profile());
      data.add(json);
    }
    JsonObject reply = new JsonObject();
    reply.addProperty("total", data.size());
    reply.add("data", data);
    reply.add("keys", keys(data));
    return reply;
  }

  /** The answer of a call. */
  JsonObject transaction(List<Row> rows) {
    JsonArray messages = new JsonArray();
    JsonArray ladder = new JsonArray();
    JsonObject hosts = new JsonObject();
    JsonObject alias = new JsonObject();
    for (Row row : rows) {
      messages.add(message(row));
      ladder.add(step(row));
      for (String end : List.of(row.packet().source(), row.packet().destination())) {
        alias.addProperty(end, warehouse.aliasOf(end));
        if (!hosts.has(end)) {
          JsonObject host = new JsonObject();
          JsonArray names = new JsonArray();
          names.add(end);
          host.add("host", names);
          host.addProperty("position", hosts.size());
          hosts.add(end, host);
        }
      }
    }
    JsonObject data = new JsonObject();
    data.add("messages", messages);
    data.add("hosts", hosts);
    data.add("calldata", ladder);
    data.add("alias", alias);
    JsonObject reply = new JsonObject();
    reply.addProperty("total", messages.size());
    reply.add("data", data);
    reply.add("keys", keys(messages));
    return reply;
  }

  /** A list with its count. */
  static JsonObject counted(JsonArray data) {
    JsonObject reply = new JsonObject();
    reply.addProperty("total", data.size());
    reply.add("data", data);
    return reply;
  }

  /** The rows of a report, whose times are those of the database. */
  JsonArray report(List<Row> rows) {
    JsonArray data = new JsonArray();
    for (Row row : rows) {
      JsonObject json = flat(row);
      json.addProperty("create_date", row.packet().time().toString());
      json.addProperty("raw", row.packet().raw());
      json.addProperty("profile", "");
      data.add(json);
    }
    return data;
  }

  private JsonObject message(Row row) {
    JsonObject json = flat(row);
    json.addProperty("raw", row.packet().raw());
    json.addProperty("profile", row.profile());
    json.addProperty("create_date", row.micros() / 1_000);
    json.addProperty("create_ts", row.micros() / 1_000);
    // Milliseconds in spite of the name, as 1.5.4 writes them.
    json.addProperty("micro_ts", row.micros() / 1_000);
    return json;
  }

  private JsonObject step(Row row) {
    JsonObject json = new JsonObject();
    json.addProperty("id", row.id());
    json.addProperty("sid", row.packet().sid());
    json.addProperty("srcId", row.packet().source());
    json.addProperty("dstId", row.packet().destination());
    json.addProperty("method", SipText.method(row.packet().raw()));
    json.addProperty("create_date", row.micros() / 1_000);
    json.addProperty("micro_ts", row.micros() / 1_000);
    json.addProperty("ruri_user", SipText.firstLine(row.packet().raw()));
    return json;
  }

  private static JsonObject flat(Row row) {
    JsonObject json = new JsonObject();
    json.addProperty("id", row.id());
    json.addProperty("sid", row.packet().sid());
    json.addProperty("node", row.packet().node());
    json.addProperty("dbnode", row.packet().node());
    row.dataHeader().entrySet().forEach(entry -> json.add(entry.getKey(), entry.getValue()));
    row.protocolHeader().entrySet().forEach(entry -> json.add(entry.getKey(), entry.getValue()));
    return json;
  }

  private static JsonArray keys(JsonArray data) {
    Set<String> names = new LinkedHashSet<>();
    for (JsonElement row : data) {
      names.addAll(row.getAsJsonObject().keySet());
    }
    JsonArray keys = new JsonArray();
    names.forEach(keys::add);
    return keys;
  }
}
