package dev.opensipsmcp.lab.internal.homer;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.opensipsmcp.lab.internal.wire.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Answers as homer-app 1.5 does. */
public final class V3Desk implements Desk {
  private static final String ROOT = "/api/v3";
  private static final String FORMAT = "request format is not correct";
  private static final List<String> PROFILES = List.of("1_call", "1_registration", "1_default");
  private static final List<String> FIELDS =
      List.of(
          "sid",
          "data_header.callid",
          "data_header.method",
          "data_header.from_user",
          "data_header.to_user",
          "data_header.ruri_user",
          "data_header.user_agent",
          "data_header.cseq",
          "data_header.from_tag",
          "protocol_header.srcIp",
          "protocol_header.srcPort",
          "protocol_header.dstIp",
          "protocol_header.dstPort",
          "protocol_header.captureId",
          "protocol_header.correlation_id",
          "raw");

  private final Warehouse warehouse;
  private final V3Rows rows;

  /** Answers from what is kept. */
  public V3Desk(Warehouse warehouse) {
    this.warehouse = warehouse;
    this.rows = new V3Rows(warehouse);
  }

  @Override
  public Answer answer(HttpRequest request) {
    if (!request.path().startsWith(ROOT + "/")) {
      // The web application's page comes for any other path.
      return new Answer.Response(
          200, "text/html", "<!doctype html><title>Homer</title>".getBytes(StandardCharsets.UTF_8));
    }
    String path = request.path().substring(ROOT.length());
    Optional<JsonObject> body = body(request);
    if (path.equals("/auth") && request.method().equals("POST")) {
      return body.isEmpty() ? Answer.bad(400, FORMAT) : login(body.get());
    }
    Optional<String> refusal = refusal(request);
    if (refusal.isPresent()) {
      return Answer.json(401, message(refusal.get()));
    }
    return request.method().equals("GET") ? get(path) : post(path, body);
  }

  private static Optional<JsonObject> body(HttpRequest request) {
    try {
      return JsonParser.parseString(request.body()) instanceof JsonObject json
          ? Optional.of(json)
          : Optional.empty();
    } catch (JsonParseException _) {
      return Optional.empty();
    }
  }

  private Answer login(JsonObject body) {
    Optional<String> token = warehouse.login(body);
    JsonObject json = new JsonObject();
    if (token.isEmpty()) {
      json.addProperty("statuscode", 401);
      json.addProperty("message", "incorrect password");
      json.addProperty("error", "Unauthorized");
      return Answer.json(401, json);
    }
    json.addProperty("token", token.get());
    json.addProperty("scope", "b1a80b43-6e4d-4b4f-9f4e-0d7a5a3d5f10");
    JsonObject user = new JsonObject();
    user.addProperty("admin", true);
    json.add("user", user);
    return Answer.json(201, json);
  }

  private Optional<String> refusal(HttpRequest request) {
    Optional<String> given = request.header("auth-token");
    if (given.isPresent() && given.equals(warehouse.settings().staticToken())) {
      return Optional.empty();
    }
    Optional<String> bearer = request.header("authorization");
    if (bearer.isEmpty()) {
      return Optional.of("Login required");
    }
    return bearer.get().startsWith("Bearer ") && warehouse.knows(bearer.get().substring(7))
        ? Optional.empty()
        : Optional.of("invalid or expired jwt");
  }

  private Answer get(String path) {
    if (path.startsWith("/mapping/protocol")) {
      return mapping(path.substring("/mapping/protocol".length()));
    }
    return switch (path) {
      case "/alias" -> Answer.json(201, aliases());
      case "/database/node/list" -> Answer.json(200, nodes());
      case "/modules/status" -> {
        JsonObject json = new JsonObject();
        json.addProperty("count", 1);
        json.add("data", new JsonObject());
        yield Answer.json(200, json);
      }
      default -> notFound();
    };
  }

  private static Answer notFound() {
    return Answer.json(404, message("Not Found"));
  }

  private static Answer mapping(String rest) {
    JsonArray data = new JsonArray();
    for (String profile : PROFILES) {
      if (rest.isEmpty() || rest.equals("/" + profile.replace('_', '/'))) {
        JsonObject mapping = new JsonObject();
        mapping.addProperty("profile", profile.substring(2));
        mapping.addProperty("hepid", 1);
        mapping.addProperty("hep_alias", "SIP");
        JsonArray fields = new JsonArray();
        for (String name : FIELDS) {
          JsonObject field = new JsonObject();
          field.addProperty("id", name);
          field.addProperty("type", name.endsWith("Port") ? "integer" : "string");
          fields.add(field);
        }
        mapping.add("fields_mapping", fields);
        data.add(mapping);
      }
    }
    if (data.isEmpty()) {
      return Answer.bad(503, "failed to retrieve data from the database");
    }
    JsonObject json = new JsonObject();
    json.addProperty("count", data.size());
    json.add("data", data);
    return Answer.json(200, json);
  }

  private JsonObject aliases() {
    JsonArray data = new JsonArray();
    warehouse
        .aliases()
        .forEach((end, name) -> {
          JsonObject alias = new JsonObject();
          alias.addProperty("alias", name);
          alias.addProperty("ip", Row.host(end));
          alias.addProperty("port", Row.port(end));
          alias.addProperty("mask", 32);
          alias.addProperty("captureID", "0");
          alias.addProperty("status", true);
          data.add(alias);
        });
    JsonObject json = new JsonObject();
    json.add("data", data);
    return json;
  }

  private JsonObject nodes() {
    JsonArray data = new JsonArray();
    for (String node : warehouse.settings().nodes()) {
      JsonObject json = new JsonObject();
      json.addProperty("value", node);
      json.addProperty("name", node);
      data.add(json);
    }
    JsonObject json = new JsonObject();
    json.addProperty("count", data.size());
    json.add("data", data);
    return json;
  }

  private Answer post(String path, Optional<JsonObject> body) {
    Optional<V3Query> read = body.flatMap(json -> V3Query.of(warehouse, json));
    if (read.isEmpty()) {
      return Answer.bad(400, FORMAT);
    }
    V3Query query = read.get();
    try {
      if (path.equals("/search/call/data")) {
        return Answer.json(201, rows.found(query.search()));
      }
    } catch (NullPointerException | IllegalStateException e) {
      return Answer.json(500, message("Internal Server Error"));
    }
    Optional<Set<String>> ids = query.callIds();
    if (ids.isEmpty()) {
      return new Answer.Dropped();
    }
    return switch (path) {
      case "/call/transaction" -> Answer.json(201, rows.transaction(query.transaction(ids.get())));
      case "/call/report/qos" -> {
        JsonObject json = new JsonObject();
        json.add("rtcp", V3Rows.counted(rows.report(query.report(ids.get(), "5_default"))));
        json.add("rtp", V3Rows.counted(rows.report(query.report(ids.get(), "35_default"))));
        yield Answer.json(201, json);
      }
      case "/call/report/log" ->
          Answer.json(201, V3Rows.counted(rows.report(query.report(ids.get(), "100_default"))));
      case "/export/call/messages/pcap" ->
          new Answer.Response(
              200, "application/octet-stream", Pcap.of(sip(query.transaction(ids.get()))));
      case "/export/call/messages/text" ->
          new Answer.Response(
              200, "text/plain; charset=UTF-8", Pcap.text(sip(query.transaction(ids.get()))));
      default -> notFound();
    };
  }

  private static JsonElement message(String text) {
    JsonObject json = new JsonObject();
    json.addProperty("message", text);
    return json;
  }

  private static List<Row> sip(List<Row> all) {
    List<Row> sip = new ArrayList<>(all);
    sip.removeIf(row -> row.packet().hepType() != 1);
    return sip;
  }
}
