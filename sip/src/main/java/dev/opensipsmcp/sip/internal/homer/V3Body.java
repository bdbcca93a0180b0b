package dev.opensipsmcp.sip.internal.homer;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Writes bodies of requests to Homer 7. */
final class V3Body {
  private V3Body() {}

  /**
   * A condition of a search. Its value is always sent as text: the server skips what is none, and
   * then finds every row.
   *
   * @param name a field that the server's mapping has
   * @param value what it shall be, as {@link V3Value} writes it
   */
  record Condition(String name, String value) {}

  /**
   * {@return a search for rows}
   *
   * @param profile for example {@code 1_call}
   * @param conditions which rows; all of them when there are none
   * @param span when they were seen
   * @param limit the most rows
   */
  static JsonObject search(String profile, List<Condition> conditions, Span span, int limit) {
    List<Condition> all = new ArrayList<>(conditions);
    if (all.isEmpty()) {
      // The limit may not stand first: the statement would break, and find nothing.
      all.add(new Condition("sid", "%"));
    }
    all.add(new Condition("limit", Integer.toString(limit)));
    JsonArray list = new JsonArray();
    for (Condition condition : all) {
      JsonObject json = new JsonObject();
      json.addProperty("name", condition.name());
      json.addProperty("value", condition.value());
      json.addProperty("type", "string");
      json.addProperty("hepid", 1);
      list.add(json);
    }
    JsonObject search = new JsonObject();
    search.add(profile, list);
    return body(search, span, limit);
  }

  /**
   * {@return a request about calls}
   *
   * @param profile for example {@code 1_call}
   * @param callIds the Call-IDs; the server drops the connection when they are missing
   * @param span when they were seen
   */
  static JsonObject calls(String profile, Collection<String> callIds, Span span) {
    JsonArray ids = new JsonArray();
    callIds.forEach(ids::add);
    JsonObject one = new JsonObject();
    one.add("callid", ids);
    JsonObject search = new JsonObject();
    search.add(profile, one);
    return body(search, span, 200);
  }

  private static JsonObject body(JsonObject search, Span span, int limit) {
    JsonObject param = new JsonObject();
    param.add("transaction", new JsonObject());
    param.addProperty("limit", limit);
    param.add("search", search);
    JsonObject location = new JsonObject();
    location.add("node", new JsonArray());
    param.add("location", location);
    JsonObject zone = new JsonObject();
    zone.addProperty("value", 0);
    zone.addProperty("name", "UTC");
    param.add("timezone", zone);
    JsonObject body = new JsonObject();
    body.add("param", param);
    body.add("timestamp", span.json());
    return body;
  }

  /** {@return the first of these names that the mapping has, as a condition} */
  static Optional<Condition> condition(Collection<String> fields, String value, String... names) {
    for (String name : names) {
      if (fields.contains(name)) {
        return Optional.of(new Condition(name, value));
      }
    }
    return Optional.empty();
  }
}
