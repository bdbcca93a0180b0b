package dev.opensipsmcp.server.toolset.mi;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.MiCommand;
import dev.opensipsmcp.facts.MiLookup;
import dev.opensipsmcp.facts.Recipe;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.tool.Demand;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The two commands that have other nodes of a cluster run a command. They ask of their caller what
 * that command asks; the most where it can't be told for sure which one that is.
 */
final class RemoteRun {
  private static final Set<String> COMMANDS =
      Set.of(
          "cluster_send_mi", "clusterer:send_mi", "cluster_broadcast_mi", "clusterer:broadcast_mi");

  private RemoteRun() {}

  static boolean is(Version version, String command) {
    return COMMANDS.contains(command)
        || (Facts.of(version).mi().lookup(command) instanceof MiLookup.Found(MiCommand found)
            && COMMANDS.contains(found.name()));
  }

  static Demand demand(MiTable table, Version version, JsonObject params) {
    Optional<JsonElement> name = only(params, "cmd_name");
    Optional<JsonElement> values = only(params, "cmd_params");
    boolean clear = values.isPresent() == mentions(params, "cmd_params");
    return clear && name.isPresent() && name.get() instanceof JsonPrimitive inner
        ? inner(table, version, inner.getAsString(), values)
        : MiTable.MOST;
  }

  private static Demand inner(
      MiTable table, Version version, String name, Optional<JsonElement> values) {
    if (is(version, name)
        || !(Facts.of(version).mi().lookup(name) instanceof MiLookup.Found(MiCommand command))) {
      return MiTable.MOST;
    }
    int count = values.isPresent() && values.get() instanceof JsonArray array ? array.size() : 0;
    Demand most = Demand.MI_READ;
    boolean fits = false;
    for (Recipe recipe : command.recipes()) {
      if (recipe.parameters().size() == count) {
        fits = true;
        Demand demand = table.demand(version, command.name(), new HashSet<>(recipe.names()));
        most = demand.risk().compareTo(most.risk()) > 0 ? demand : most;
      }
    }
    return fits ? most : MiTable.MOST;
  }

  /** OpenSIPS does not mind the case of a parameter's name; what is given twice is not clear. */
  private static Optional<JsonElement> only(JsonObject params, String name) {
    Optional<JsonElement> found = Optional.empty();
    for (Map.Entry<String, JsonElement> param : params.entrySet()) {
      if (param.getKey().equalsIgnoreCase(name)) {
        if (found.isPresent()) {
          return Optional.empty();
        }
        found = Optional.of(param.getValue());
      }
    }
    return found;
  }

  private static boolean mentions(JsonObject params, String name) {
    return params.keySet().stream().anyMatch(name::equalsIgnoreCase);
  }
}
