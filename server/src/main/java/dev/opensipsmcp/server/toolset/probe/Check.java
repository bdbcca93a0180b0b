package dev.opensipsmcp.server.toolset.probe;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.toolset.common.Json;
import java.util.Locale;

/**
 * What one look at a node's security came to.
 *
 * @param name what was looked at
 * @param result what it came to
 * @param evidence what was seen
 * @param change what to change in opensips.cfg; empty where nothing is to be
 */
record Check(String name, Result result, String evidence, String change) {
  /** What a look comes to, the worst last. */
  enum Result {
    OK,
    /** It could not be found out. */
    UNKNOWN,
    LOW,
    MEDIUM,
    HIGH
  }

  static Check ok(String name, String evidence) {
    return new Check(name, Result.OK, evidence, "");
  }

  static Check unknown(String name, String evidence) {
    return new Check(name, Result.UNKNOWN, evidence, "");
  }

  JsonObject json() {
    JsonObject json = Json.object("check", name);
    json.addProperty("result", result.name().toLowerCase(Locale.ROOT));
    json.addProperty("evidence", evidence);
    Json.addText(json, "change", change);
    return json;
  }
}
