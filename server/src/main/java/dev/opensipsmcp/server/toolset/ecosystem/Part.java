package dev.opensipsmcp.server.toolset.ecosystem;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.toolset.common.Json;
import java.util.List;
import java.util.function.Supplier;

/**
 * One thing of a site.
 *
 * @param kind what it is: {@code opensips}, {@code database}, {@code homer}, {@code relay}, {@code
 *     control_panel}
 * @param name its configured name
 * @param where where it is, without credentials; empty when it is not configured
 * @param how how it is asked, in a few words
 * @param tools tools that work with it
 * @param missing how to configure it, when it is not
 * @param look finds out how it is
 */
record Part(
    String kind,
    String name,
    String where,
    String how,
    List<String> tools,
    String missing,
    Supplier<Seen> look) {
  Part {
    tools = List.copyOf(tools);
  }

  /**
   * How a part is.
   *
   * @param state {@code ok}, {@code degraded}, {@code down} or {@code not_asked}
   * @param what what is known of it, or what is wrong
   * @param nextStep what to do, when something is wrong
   */
  record Seen(String state, String what, String nextStep) {
    static final String OK = "ok";
    static final String DEGRADED = "degraded";
    static final String DOWN = "down";
    static final String NOT_ASKED = "not_asked";

    static Seen ok(String what) {
      return new Seen(OK, what, "");
    }
  }

  /** {@return something that nobody configured} */
  static Part absent(String kind, List<String> tools, String missing) {
    return new Part(
        kind, kind, "", "", tools, missing, () -> new Seen(Seen.NOT_ASKED, "Not configured.", ""));
  }

  /** {@return whether it is configured} */
  boolean configured() {
    return missing.isEmpty();
  }

  /** {@return what is configured, as a row} */
  JsonObject row() {
    JsonObject row = new JsonObject();
    row.addProperty("kind", kind);
    row.addProperty("name", name);
    row.addProperty("configured", configured());
    Json.addText(row, "where", where);
    Json.addText(row, "how", how);
    row.add("tools", Json.texts(tools));
    Json.addText(row, "missing", missing);
    return row;
  }
}
