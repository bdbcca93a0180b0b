package dev.opensipsmcp.server.toolset.core;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.toolset.common.Json;
import java.util.List;

/**
 * Asks a node for statistics in the forms that it understands.
 *
 * <p>A node takes {@code all}, {@code group:} or a bare name, and prints {@code group:name}; asked
 * for the form that it prints, it answers with nothing (recorded on 3.4, 3.6 and 4.0).
 */
public final class Statistics {

  private Statistics() {}

  /**
   * {@return the values by {@code group:name}}
   *
   * @param ports the node
   * @param selectors what to ask for, in the node's forms
   */
  public static MiResult<JsonObject> read(ReadPorts ports, List<String> selectors) {
    return ask(ports, "get_statistics", selectors);
  }

  /** {@return the kind of every statistic by {@code group:name}} */
  public static MiResult<JsonObject> names(ReadPorts ports) {
    return objects(ports.mi().read("list_statistics", new JsonObject()));
  }

  /** {@return the bare name, which the node takes, of a name in the form that it prints} */
  public static String bare(String name) {
    int colon = name.indexOf(':');
    return colon < 0 || colon == name.length() - 1 ? name : name.substring(colon + 1);
  }

  private static MiResult<JsonObject> ask(ReadPorts ports, String command, List<String> selectors) {
    JsonObject params = new JsonObject();
    params.add("statistics", Json.texts(selectors));
    return objects(ports.mi().read(command, params));
  }

  private static MiResult<JsonObject> objects(MiResult<JsonElement> answer) {
    return switch (answer) {
      case MiResult.Success<JsonElement>(JsonElement value) ->
          new MiResult.Success<>(Json.asObject(value));
      case MiResult.Failure<JsonElement>(var error) -> new MiResult.Failure<>(error);
    };
  }
}
