package dev.opensipsmcp.server.toolset.numbers;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiReader;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.lever.States;
import java.util.Optional;

/** What a change of a carrier's host sends, and what it touches. */
final class CarrierHost {
  /** How many rules of the whole table rewrite the end of numbers. */
  static final String SUFFIXES = "rules_with_suffix";

  private CarrierHost() {}

  /** {@return the option string of a change; what is not among the arguments is left out} */
  static JsonObject options(Arguments arguments) {
    StringBuilder options = new StringBuilder();
    add(options, "-d", arguments, "domain");
    add(options, "-p", arguments, "prefix");
    add(options, "-h", arguments, "host");
    add(options, "-t", arguments, "new_host");
    add(options, "-t", arguments, "backup");
    add(options, "-w", arguments, "weight");
    add(options, "-P", arguments, "rewrite_prefix");
    return Json.object("options", options.toString());
  }

  private static void add(
      StringBuilder options, String option, Arguments arguments, String argument) {
    if (arguments.has(argument)) {
      options
          .append(options.isEmpty() ? "" : " ")
          .append(option)
          .append(' ')
          .append(arguments.json().get(argument).getAsString());
    }
  }

  /** {@return the rules of the domain and prefix; it exists when the host is among them} */
  static MiResult<JsonObject> read(Arguments arguments, ReadPorts ports) {
    JsonArray rules = new JsonArray();
    int[] suffixes = {0};
    MiReader<Boolean> reader =
        json -> {
          CarrierRules.read(
              json,
              rule -> {
                suffixes[0] += rule.has("rewrite_suffix") ? 1 : 0;
                if (Json.text(rule, "domain").equals(arguments.text("domain"))
                    && Json.text(rule, "prefix").equals(arguments.text("prefix"))
                    && ofCarrier(rule, arguments)) {
                  rule.remove("carrier");
                  rule.remove("domain");
                  rule.remove("prefix");
                  rules.add(rule);
                }
                return true;
              });
          return true;
        };
    return switch (ports.mi().read("cr_dump_routes", new JsonObject(), reader)) {
      case MiResult.Failure<Boolean>(MiError error) -> new MiResult.Failure<>(error);
      case MiResult.Success<Boolean> _ -> {
        JsonObject state = state(rules, arguments);
        if (suffixes[0] > 0) {
          state.addProperty(SUFFIXES, suffixes[0]);
        }
        yield new MiResult.Success<>(state);
      }
    };
  }

  /** The option string names no carrier: there is only one where the routes come from a file. */
  private static boolean ofCarrier(JsonObject rule, Arguments arguments) {
    return arguments.maybeText("carrier").map(Json.text(rule, "carrier")::equals).orElse(true);
  }

  private static JsonObject state(JsonArray rules, Arguments arguments) {
    JsonObject state = new JsonObject();
    state.add("rules", rules);
    state.addProperty(States.EXISTS, rule(state, arguments.text("host")).isPresent());
    return state;
  }

  /** {@return a host's rule in a state} */
  static Optional<JsonObject> rule(JsonObject state, String host) {
    for (JsonElement rule : Json.list(state, "rules")) {
      if (rule instanceof JsonObject object && Json.text(object, "host").equals(host)) {
        return Optional.of(object);
      }
    }
    return Optional.empty();
  }

  /** {@return whether a state has the host, and switched as asked} */
  static boolean is(JsonObject state, String host, boolean enabled) {
    return rule(state, host)
        .map(rule -> rule.get("enabled").getAsBoolean() == enabled)
        .orElse(false);
  }
}
