package dev.opensipsmcp.server.tool;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiNode;
import dev.opensipsmcp.mi.MiReader;
import dev.opensipsmcp.mi.MiResult;
import java.util.Optional;

/** Reads one node. A command that is not known to only read, with these parameters, is refused. */
public interface MiReads {

  /** {@return the instance's name} */
  String instance();

  /** {@return how the node is reached, where it is reached over a network} */
  default Optional<MiWay> way() {
    return Optional.empty();
  }

  /** {@return the node's version and commands} */
  MiResult<MiNode> node();

  /** Runs a reading command. */
  MiResult<JsonElement> read(String command, JsonObject params);

  /** Runs a reading command and decodes its answer as it arrives. */
  <T> MiResult<T> read(String command, JsonObject params, MiReader<T> reader);
}
