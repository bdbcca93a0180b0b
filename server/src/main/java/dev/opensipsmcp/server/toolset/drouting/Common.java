package dev.opensipsmcp.server.toolset.drouting;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Schema;

/** What the tools of drouting share. */
final class Common {
  static final String TOOLSET = "drouting";
  static final String MODULE = "drouting";
  static final Schema PARTITION =
      Schema.text("Needed where drouting_get_reload_status names any").longest(64);

  private Common() {}

  /** What is sent to read or change something of a partition. */
  static JsonObject ofPartition(Arguments arguments) {
    JsonObject params = new JsonObject();
    arguments.maybeText("partition").ifPresent(name -> params.addProperty("partition_name", name));
    return params;
  }
}
