package dev.opensipsmcp.server.spans;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes spans as OTLP's JSON, with the names that OpenTelemetry has for MCP.
 *
 * @param service this product's name
 * @param version this product's version
 * @param network {@code pipe} or {@code tcp}: what clients come over
 */
record SpanText(String service, String version, String network) {
  private static final int SERVER = 2;
  private static final int ERROR = 2;

  /** {@return the body of one export} */
  byte[] of(List<Span> spans) {
    JsonArray written = new JsonArray();
    spans.forEach(span -> written.add(one(span)));
    JsonObject scope = new JsonObject();
    scope.addProperty("name", service);
    scope.addProperty("version", version);
    JsonObject scoped = new JsonObject();
    scoped.add("scope", scope);
    scoped.add("spans", written);
    JsonArray attributes = new JsonArray();
    attributes.add(attribute("service.name", service));
    attributes.add(attribute("service.version", version));
    JsonObject resource = new JsonObject();
    resource.add("attributes", attributes);
    JsonObject resourced = new JsonObject();
    resourced.add("resource", resource);
    resourced.add("scopeSpans", list(scoped));
    JsonObject json = new JsonObject();
    json.add("resourceSpans", list(resourced));
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  private JsonObject one(Span span) {
    JsonObject json = new JsonObject();
    json.addProperty("traceId", span.trace());
    json.addProperty("spanId", span.id());
    span.parent().ifPresent(parent -> json.addProperty("parentSpanId", parent));
    json.addProperty("name", span.method() + span.tool().map(tool -> " " + tool).orElse(""));
    json.addProperty("kind", SERVER);
    json.addProperty("startTimeUnixNano", Long.toString(span.began()));
    json.addProperty("endTimeUnixNano", Long.toString(span.ended()));
    JsonArray attributes = new JsonArray();
    attributes.add(attribute("mcp.method.name", span.method()));
    attributes.add(attribute("network.transport", network));
    span.tool()
        .ifPresent(tool -> {
          attributes.add(attribute("gen_ai.operation.name", "execute_tool"));
          attributes.add(attribute("gen_ai.tool.name", tool));
        });
    span.error().ifPresent(kind -> attributes.add(attribute("error.type", kind)));
    json.add("attributes", attributes);
    if (span.error().isPresent()) {
      JsonObject status = new JsonObject();
      status.addProperty("code", ERROR);
      json.add("status", status);
    }
    return json;
  }

  private static JsonObject attribute(String key, String text) {
    JsonObject value = new JsonObject();
    value.addProperty("stringValue", text);
    JsonObject json = new JsonObject();
    json.addProperty("key", key);
    json.add("value", value);
    return json;
  }

  private static JsonArray list(JsonObject one) {
    JsonArray array = new JsonArray();
    array.add(one);
    return array;
  }
}
