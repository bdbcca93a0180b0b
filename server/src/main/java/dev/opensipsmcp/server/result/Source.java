package dev.opensipsmcp.server.result;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Where a result comes from.
 *
 * @param instance the node; empty when none was asked
 * @param version the node's own words about its version; empty when it was not asked
 * @param time when the result was complete
 */
public record Source(Optional<String> instance, Optional<String> version, Instant time) {

  JsonObject json() {
    JsonObject json = new JsonObject();
    instance.ifPresent(name -> json.addProperty("instance", name));
    version.ifPresent(text -> json.addProperty("version", text));
    json.addProperty("time", time.truncatedTo(ChronoUnit.MILLIS).toString());
    return json;
  }
}
