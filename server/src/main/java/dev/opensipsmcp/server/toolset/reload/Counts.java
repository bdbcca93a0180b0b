package dev.opensipsmcp.server.toolset.reload;

import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiReader;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.toolset.lever.StateRead;
import dev.opensipsmcp.server.toolset.stream.RowPath;
import java.util.function.Function;

/** How many rows a module has loaded: what a reload changes and nothing that moves by itself. */
public final class Counts {
  private Counts() {}

  /**
   * {@return a read that counts}
   *
   * @param command the MI command that lists
   * @param params what to send it
   * @param path the way to its rows
   * @param member what to call the count
   */
  public static StateRead of(
      String command, Function<Arguments, JsonObject> params, String path, String member) {
    RowPath rows = RowPath.parse(path).keeping();
    return (arguments, ports) -> {
      MiReader<JsonObject> reader =
          json -> {
            JsonObject state = new JsonObject();
            state.addProperty(member, rows.read(json, _ -> true).rows());
            return state;
          };
      return ports.mi().read(command, params.apply(arguments), reader);
    };
  }
}
