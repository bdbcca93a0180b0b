package dev.opensipsmcp.server.toolset.core;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.toolset.common.Json;

/** Reads what a node answers to {@code uptime}. */
public final class Uptime {
  private Uptime() {}

  /**
   * {@return seconds since the node started, out of {@code 101 [sec]}, as 3.4 to 4.0 print it; -1
   * for anything else}
   *
   * @param answer the node's answer
   */
  public static long seconds(JsonObject answer) {
    String text = Json.text(answer, "Up time");
    int end = text.indexOf(' ');
    return Json.number(end < 0 ? text : text.substring(0, end), -1);
  }
}
