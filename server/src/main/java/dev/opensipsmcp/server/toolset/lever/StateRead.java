package dev.opensipsmcp.server.toolset.lever;

import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.ReadPorts;

/** Reads what a change touches. */
@FunctionalInterface
public interface StateRead {
  /**
   * {@return the target's state: only what the change sets, nothing that moves by itself; {@code
   * {"exists":false}} where there is no such target}
   */
  MiResult<JsonObject> read(Arguments arguments, ReadPorts ports);
}
