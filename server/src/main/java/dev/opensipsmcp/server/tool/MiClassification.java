package dev.opensipsmcp.server.tool;

import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Version;
import java.util.Set;

/**
 * Knows what an MI command asks of its caller, which for some commands depends on the parameters.
 */
@FunctionalInterface
public interface MiClassification {

  /**
   * {@return what the command asks of its caller; a command that nothing is known about asks for
   * the most: {@link Scope#MI_WRITE} and {@link Risk#DESTRUCTIVE}}
   *
   * @param version the node's release line
   * @param command any name that the version's catalogue understands
   * @param paramNames the names of the parameters that are given
   */
  Demand demand(Version version, String command, Set<String> paramNames);

  /**
   * {@return what a call of the command asks of its caller} A command that has another node run a
   * command asks what that one asks.
   *
   * @param version the node's release line
   * @param command any name that the version's catalogue understands
   * @param params the parameters with their values
   */
  default Demand demand(Version version, String command, JsonObject params) {
    return demand(version, command, params.keySet());
  }
}
