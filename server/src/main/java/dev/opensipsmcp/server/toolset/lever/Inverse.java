package dev.opensipsmcp.server.toolset.lever;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Step;
import java.util.Optional;

/** Knows the call that takes a change back. */
@FunctionalInterface
public interface Inverse {
  /**
   * {@return the call that brings the state before back; empty when none can}
   *
   * @param arguments the change's arguments
   * @param before the target's state before it
   */
  Optional<Step> of(Arguments arguments, JsonObject before);
}
