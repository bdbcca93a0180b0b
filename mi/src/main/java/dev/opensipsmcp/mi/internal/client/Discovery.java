package dev.opensipsmcp.mi.internal.client;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.MiParameter;
import dev.opensipsmcp.facts.MiType;
import dev.opensipsmcp.facts.Recipe;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiNode;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.mi.internal.check.Target;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Asks a node what it is. The two commands have these names on every version; 4.0 takes them as
 * aliases (recorded).
 */
final class Discovery {
  static final String VERSION = "version";
  static final String WHICH = "which";

  private final BiFunction<String, JsonObject, MiResult<JsonElement>> read;
  private final Optional<Version> pinned;

  Discovery(BiFunction<String, JsonObject, MiResult<JsonElement>> read, Optional<Version> pinned) {
    this.read = read;
    this.pinned = pinned;
  }

  MiResult<Session> session() {
    return switch (read.apply(VERSION, new JsonObject())) {
      case MiResult.Failure<JsonElement> failure -> new MiResult.Failure<>(failure.error());
      case MiResult.Success<JsonElement> success -> session(server(success.value()));
    };
  }

  private MiResult<Session> session(String server) {
    Optional<Version> version = pinned.or(() -> Version.parse(server));
    if (version.isEmpty() || !version.get().operable()) {
      return new MiResult.Failure<>(unknown(server));
    }
    return switch (read.apply(WHICH, new JsonObject())) {
      case MiResult.Failure<JsonElement> failure -> new MiResult.Failure<>(failure.error());
      case MiResult.Success<JsonElement> success ->
          new MiResult.Success<>(
              Session.with(new MiNode(server, version.get(), names(success.value()))));
    };
  }

  private static MiError unknown(String server) {
    return new MiError.NotMi(
        server.isEmpty()
            ? "What answered names no OpenSIPS version"
            : "The node runs " + server + ", a release line without facts here",
        "Operate 3.4 to 4.0, or set the node's version to the nearest of these lines.");
  }

  private static String server(JsonElement answer) {
    return answer instanceof JsonObject object && object.has("Server")
        ? object.get("Server").getAsString()
        : "";
  }

  private static Set<String> names(JsonElement answer) {
    Set<String> names = new LinkedHashSet<>();
    if (answer instanceof JsonArray array) {
      for (JsonElement name : array) {
        names.add(name.getAsString());
      }
    }
    return names;
  }

  /** Asks the node for the recipes of a command that the facts do not know. */
  MiResult<Target> learn(String command) {
    JsonObject params = new JsonObject();
    params.addProperty("command", command);
    return switch (read.apply(WHICH, params)) {
      case MiResult.Failure<JsonElement> failure -> new MiResult.Failure<>(failure.error());
      case MiResult.Success<JsonElement> success ->
          new MiResult.Success<>(new Target(command, "", recipes(success.value()), false));
    };
  }

  private static List<Recipe> recipes(JsonElement answer) {
    List<Recipe> recipes = new ArrayList<>();
    for (JsonElement recipe : answer.getAsJsonArray()) {
      List<MiParameter> parameters = new ArrayList<>();
      for (JsonElement name : recipe.getAsJsonArray()) {
        parameters.add(new MiParameter(name.getAsString(), MiType.ANY));
      }
      recipes.add(new Recipe(parameters));
    }
    return recipes;
  }
}
