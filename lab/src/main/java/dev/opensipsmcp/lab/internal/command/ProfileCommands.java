package dev.opensipsmcp.lab.internal.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.lab.internal.rpc.Arguments;
import dev.opensipsmcp.lab.internal.rpc.Command;
import dev.opensipsmcp.lab.internal.rpc.Outcome;
import dev.opensipsmcp.lab.internal.state.Dialog;
import dev.opensipsmcp.lab.internal.state.DialogJson;
import dev.opensipsmcp.lab.internal.state.Dialogs;
import dev.opensipsmcp.lab.internal.state.NodeState;
import dev.opensipsmcp.lab.internal.state.Profiles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Counts, lists and ends the calls of a profile. */
final class ProfileCommands {
  private final NodeState state;
  private final Dialogs dialogs;

  ProfileCommands(NodeState state) {
    this.state = state;
    this.dialogs = state.dialogs();
  }

  List<Command> all() {
    return List.of(
        known("profile_get_size", this::size),
        known("profile_list_dlgs", this::list),
        known("profile_get_values", this::values),
        Command.of("list_all_profiles", "dialog:list_all_profiles", none -> profiles()),
        known("profile_end_dlgs", this::end));
  }

  private static Command known(String name, Function<Arguments, Outcome> run) {
    return Command.of(
        name,
        "dialog:" + name,
        arguments ->
            Profiles.find(arguments.text("profile"))
                .map(profile -> run.apply(arguments))
                .orElseGet(() -> Outcome.refuse(404, "Profile not found")));
  }

  private Outcome size(Arguments arguments) {
    String name = arguments.text("profile");
    Optional<String> value = arguments.optionalText("value");
    JsonObject profile = new JsonObject();
    profile.addProperty("name", name);
    profile.add("value", value.<JsonElement>map(JsonPrimitive::new).orElse(JsonNull.INSTANCE));
    profile.addProperty("count", count(name, value));
    profile.addProperty("shared", "no");
    profile.addProperty("replicated", "no");
    JsonObject json = new JsonObject();
    json.add("Profile", profile);
    return Outcome.value(json);
  }

  private int count(String profile, Optional<String> value) {
    int generated = value.isEmpty() ? dialogs.generatedIn(profile) : 0;
    return dialogs.in(profile, value).size() + generated;
  }

  private Outcome list(Arguments arguments) {
    JsonArray list = new JsonArray();
    for (Dialog dialog : chosen(arguments)) {
      list.add(DialogJson.of(dialog, state.clock().getZone(), false));
    }
    JsonObject json = new JsonObject();
    json.add("Dialogs", list);
    return Outcome.value(json);
  }

  private Outcome values(Arguments arguments) {
    String name = arguments.text("profile");
    JsonArray list = new JsonArray();
    if (Profiles.find(name).map(Profiles.Profile::hasValue).orElse(false)) {
      Map<String, Integer> counts = new LinkedHashMap<>();
      for (Dialog dialog : dialogs.in(name, Optional.empty())) {
        for (Dialog.Entry entry : dialog.profiles()) {
          if (entry.name().equals(name)) {
            counts.merge(entry.value(), 1, Integer::sum);
          }
        }
      }
      counts.forEach((value, count) -> list.add(value(new JsonPrimitive(value), count)));
    } else {
      list.add(value(JsonNull.INSTANCE, count(name, Optional.empty())));
    }
    return Outcome.value(list);
  }

  private static JsonObject value(JsonElement value, int count) {
    JsonObject json = new JsonObject();
    json.add("value", value);
    json.addProperty("count", count);
    return json;
  }

  private static Outcome profiles() {
    JsonArray list = new JsonArray();
    for (Profiles.Profile profile : Profiles.ALL) {
      JsonObject json = new JsonObject();
      json.addProperty("name", profile.name());
      json.addProperty("has value", profile.hasValue());
      list.add(json);
    }
    JsonObject json = new JsonObject();
    json.add("Profiles", list);
    return Outcome.value(json);
  }

  private Outcome end(Arguments arguments) {
    for (Dialog dialog : chosen(arguments)) {
      DialogCommands.end(dialog, state);
    }
    return Outcome.ok();
  }

  private List<Dialog> chosen(Arguments arguments) {
    return dialogs.in(arguments.text("profile"), arguments.optionalText("value"));
  }
}
