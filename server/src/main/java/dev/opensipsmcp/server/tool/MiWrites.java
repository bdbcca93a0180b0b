package dev.opensipsmcp.server.tool;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiResult;

/** Changes one node. Given only to work that passed the gate for a change. */
public interface MiWrites {

  /** Runs a command that may change the node; it is sent once. */
  MiResult<JsonElement> write(String command, JsonObject params);
}
