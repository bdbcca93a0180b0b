package dev.opensipsmcp.lab.internal.homer;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.opensipsmcp.lab.internal.wire.HttpRequest;
import java.util.List;
import java.util.Optional;

/** Answers as Homer 11 does. */
public final class V4Desk implements Desk {
  private static final String ROOT = "/api/v4";
  private final Warehouse warehouse;
  private final V4Query query;
  private final V4Jobs jobs;

  /** Answers from what is kept. */
  public V4Desk(Warehouse warehouse) {
    this.warehouse = warehouse;
    this.query = new V4Query(warehouse);
    this.jobs = new V4Jobs(warehouse.settings(), query);
  }

  @Override
  public Answer answer(HttpRequest request) {
    if (!request.path().startsWith(ROOT + "/")) {
      return error(404, "Not Found", "Not Found");
    }
    String path = request.path().substring(ROOT.length());
    if (path.equals("/auth/providers")) {
      JsonObject data = new JsonObject();
      JsonObject internal = new JsonObject();
      internal.addProperty("enable", true);
      data.add("internal", internal);
      return data(200, data);
    }
    Optional<JsonObject> body = body(request);
    if (path.equals("/auth/sessions")) {
      return body.isEmpty() ? badBody() : login(body.get());
    }
    Optional<String> refusal = refusal(request);
    if (refusal.isPresent()) {
      return error(401, "Unauthorized", refusal.get());
    }
    if (request.method().equals("GET")) {
      return get(path);
    }
    return body.isEmpty() ? badBody() : post(path, body.get());
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

  private static Answer badBody() {
    return error(400, "Bad Request", "Invalid request body");
  }

  private Answer login(JsonObject body) {
    Optional<String> token = warehouse.login(body);
    if (token.isEmpty()) {
      return error(401, "Unauthorized", "Invalid credentials");
    }
    JsonObject data = new JsonObject();
    data.addProperty("token", token.get());
    data.addProperty("scope", "user");
    return data(201, data);
  }

  private Optional<String> refusal(HttpRequest request) {
    Optional<String> given = request.header("auth-token");
    if (given.isPresent() && given.equals(warehouse.settings().staticToken())) {
      return Optional.empty();
    }
    String bearer = request.header("authorization").orElse("");
    if (bearer.isEmpty()) {
      return Optional.of("Missing authorization header");
    }
    return bearer.startsWith("Bearer ") && warehouse.knows(bearer.substring(7))
        ? Optional.empty()
        : Optional.of("Invalid token");
  }

  private Answer get(String path) {
    if (path.startsWith("/exports/")) {
      return jobs.get(path.substring("/exports/".length()));
    }
    return switch (path) {
      case "/me" -> data(200, new JsonObject());
      case "/aliases" -> items(aliases());
      default -> error(404, "Not Found", "Not Found");
    };
  }

  private JsonArray aliases() {
    JsonArray list = new JsonArray();
    warehouse
        .aliases()
        .forEach((end, name) -> {
          JsonObject alias = new JsonObject();
          alias.addProperty("alias", name);
          alias.addProperty("ip", Row.host(end));
          if (Row.port(end) != 0) {
            alias.addProperty("port", Row.port(end));
          }
          alias.addProperty("mask", 32);
          alias.addProperty("status", true);
          list.add(alias);
        });
    return list;
  }

  private Answer post(String path, JsonObject body) {
    if (path.equals("/transactions/search")) {
      return query.grouped(body) ? items(query.counts(body)) : items(query.search(body));
    }
    if (path.equals("/exports")) {
      return jobs.create(body);
    }
    List<String> ids = query.sessions(body);
    if (ids.isEmpty()) {
      return error(400, "Bad Request", "session_id or non-empty session_ids is required");
    }
    return switch (path) {
      case "/transactions/messages" -> items(query.json(query.transaction(body, ids)));
      case "/transactions/events" -> items(query.json(query.report(body, ids, "100_default")));
      case "/transactions/qos" -> {
        JsonObject data = new JsonObject();
        data.add("rtcp", block(query.json(query.report(body, ids, "5_default"))));
        data.add("rtp", block(query.json(query.report(body, ids, "35_default"))));
        yield data(200, data);
      }
      case "/transactions/export/pcap" -> export(query.own(body, ids), true);
      case "/transactions/export/text" -> export(query.own(body, ids), false);
      default -> error(404, "Not Found", "Not Found");
    };
  }

  private static JsonObject block(JsonArray rows) {
    JsonObject block = new JsonObject();
    block.add("data", rows);
    return block;
  }

  private static Answer export(List<Row> rows, boolean pcap) {
    if (!pcap) {
      return new Answer.Response(200, "text/plain; charset=utf-8", Pcap.text(rows));
    }
    return rows.isEmpty()
        ? error(400, "Bad Request", "No exportable SIP payload in result set")
        : new Answer.Response(200, "application/vnd.tcpdump.pcap", Pcap.of(rows));
  }

  private static Answer items(JsonArray rows) {
    JsonObject data = new JsonObject();
    data.add("items", rows);
    return data(200, data);
  }

  static Answer data(int status, JsonObject data) {
    JsonObject json = new JsonObject();
    json.add("data", data);
    json.add("meta", new JsonObject());
    return Answer.json(status, json);
  }

  static Answer error(int status, String title, String detail) {
    JsonObject error = new JsonObject();
    error.addProperty("type", "https://api.homer/errors/" + status);
    error.addProperty("title", title);
    error.addProperty("status", status);
    error.addProperty("detail", detail);
    JsonObject json = new JsonObject();
    json.add("error", error);
    return Answer.json(status, json);
  }
}
