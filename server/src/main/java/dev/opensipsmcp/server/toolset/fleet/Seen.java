package dev.opensipsmcp.server.toolset.fleet;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.MiCatalogue;
import dev.opensipsmcp.facts.MiLookup;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiNode;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.instance.FleetNode;
import dev.opensipsmcp.server.toolset.common.Json;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a node told of itself.
 *
 * @param node the node
 * @param told version and commands, when it answered
 * @param upSeconds since when it runs; -1 when unknown
 * @param millis how long it took to answer
 * @param failure why it did not answer
 */
record Seen(
    FleetNode node, Optional<MiNode> told, long upSeconds, long millis, Optional<MiError> failure) {

  /** Asks a node. */
  static Seen of(FleetNode node) {
    long start = System.nanoTime();
    MiResult<JsonElement> uptime = node.mi().read("uptime", new JsonObject());
    long millis = (System.nanoTime() - start) / 1_000_000;
    return switch (uptime) {
      case MiResult.Failure<JsonElement>(MiError error) -> failed(node, error, millis);
      case MiResult.Success<JsonElement>(JsonElement answer) ->
          switch (node.mi().node()) {
            case MiResult.Failure<MiNode>(MiError error) -> failed(node, error, millis);
            case MiResult.Success<MiNode>(MiNode told) ->
                new Seen(node, Optional.of(told), up(answer), millis, Optional.empty());
          };
    };
  }

  static Seen failed(FleetNode node, MiError error, long millis) {
    return new Seen(node, Optional.empty(), -1, millis, Optional.of(error));
  }

  private static long up(JsonElement answer) {
    String text = Json.text(Json.asObject(answer), "Up time");
    int end = text.indexOf(' ');
    return Json.number(end < 0 ? text : text.substring(0, end), -1);
  }

  /**
   * {@return the modules that its commands come from, each with these commands} Modules without a
   * command are not seen over MI; what the facts do not know stands under no name.
   */
  Map<String, TreeSet<String>> modules() {
    Map<String, TreeSet<String>> modules = new TreeMap<>();
    if (told.isPresent()) {
      MiCatalogue catalogue = Facts.of(told.get().version()).mi();
      for (String command : told.get().commands()) {
        String module =
            catalogue.lookup(command) instanceof MiLookup.Found(var found) ? found.module() : "";
        modules.computeIfAbsent(module, _ -> new TreeSet<>()).add(command);
      }
    }
    return modules;
  }
}
