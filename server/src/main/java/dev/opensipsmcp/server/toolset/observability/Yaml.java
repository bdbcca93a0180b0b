package dev.opensipsmcp.server.toolset.observability;

import com.google.gson.JsonPrimitive;

/** What text is in YAML. */
final class Yaml {
  private Yaml() {}

  /** {@return a text in double quotes, in which JSON and YAML agree} */
  static String quoted(String text) {
    return new JsonPrimitive(text).toString();
  }
}
