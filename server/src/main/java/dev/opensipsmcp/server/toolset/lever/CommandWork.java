package dev.opensipsmcp.server.toolset.lever;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Work;
import java.util.Optional;

/** Work that is sending one MI command, so that a bare command can be known as this tool's. */
public interface CommandWork extends Work.Reversible {

  /** {@return the command, under its name up to 3.6 if it has one} */
  String command();

  /**
   * {@return the tool's arguments that these parameters stand for; empty when they stand for none}
   */
  Optional<JsonObject> arguments(JsonObject params);
}
