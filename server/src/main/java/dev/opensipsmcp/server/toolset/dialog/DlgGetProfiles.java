package dev.opensipsmcp.server.toolset.dialog;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Nearest;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.SharedParameters;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.MiFailures;
import dev.opensipsmcp.server.toolset.common.Paging;
import dev.opensipsmcp.server.toolset.common.ToolError;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tool {@code dlg_get_profiles}. */
final class DlgGetProfiles implements Work.Read {
  private static final int PAGE = 50;

  private final InstantSource clock;

  private DlgGetProfiles(InstantSource clock) {
    this.clock = clock;
  }

  static Tool tool(InstantSource clock) {
    return new Tool(
        "dlg_get_profiles",
        "dialog",
        "Count calls by profile",
        new Description(
            "Get how many calls each dialog profile holds, or each value of one profile.",
            "Use when counting concurrent calls per user, trunk or direction.",
            Optional.of("Not for calls without a profile; use `dlg_list`."),
            Optional.empty(),
            "Returns a page of rows: profiles, one profile's values, or with list its calls."),
        Demand.MI_READ,
        true,
        Schema.arguments(
            Schema.optional("profile", Schema.text("One profile; all when absent")),
            Schema.optional("value", Schema.text("One value of the profile")),
            Schema.optional(
                "list", Schema.flag("The profile's calls, not counts").byDefault(false)),
            SharedParameters.limit(PAGE, 500),
            SharedParameters.CURSOR,
            SharedParameters.FIELDS),
        Schema.list(
            "Profiles, values, or with list the columns of dlg_list",
            Schema.map("profile, value, calls, has_values; with list the columns of dlg_list")),
        new Needs(
            List.of(
                "list_all_profiles", "profile_get_size", "profile_get_values", "profile_list_dlgs"),
            List.of("dialog")),
        List.of(
            "How many concurrent calls per caller?",
            "Show the dialog profiles and their sizes",
            "Which calls are in the profile outbound?"),
        List.of("dlg_profiles"),
        new DlgGetProfiles(clock));
  }

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    if (arguments.has("profile")) {
      return arguments.flag("list", false) ? calls(arguments, ports) : values(arguments, ports);
    }
    return arguments.has("value") || arguments.flag("list", false)
        ? ToolError.ARGUMENTS_INCOMPLETE.failure(
            "value and list need a profile.",
            "Give profile too; call without arguments for the names.")
        : profiles(arguments, ports);
  }

  private static Outcome profiles(Arguments arguments, ReadPorts ports) {
    return switch (ports.mi().read("list_all_profiles", new JsonObject())) {
      case MiResult.Failure<JsonElement>(MiError error) -> Outcome.Failure.of(error);
      case MiResult.Success<JsonElement>(JsonElement answer) -> {
        List<JsonObject> rows = new ArrayList<>();
        for (JsonElement profile : Json.list(Json.asObject(answer), "Profiles")) {
          rows.add(sized(Json.asObject(profile), ports));
        }
        yield Paging.page(rows, arguments, PAGE, List.of());
      }
    };
  }

  private static JsonObject sized(JsonObject profile, ReadPorts ports) {
    String name = Json.text(profile, "name");
    JsonObject row = new JsonObject();
    row.addProperty("profile", name);
    row.add("has_values", Json.orNull(profile, "has value"));
    if (ports.mi().read("profile_get_size", Json.object("profile", name))
        instanceof MiResult.Success<JsonElement>(JsonElement answer)) {
      JsonObject size = Json.object(Json.asObject(answer), "Profile");
      row.addProperty("calls", Json.number(size, "count", 0));
    }
    return row;
  }

  private static Outcome values(Arguments arguments, ReadPorts ports) {
    String profile = arguments.text("profile");
    if (arguments.has("value")) {
      JsonObject params = params(arguments);
      return switch (ports.mi().read("profile_get_size", params)) {
        case MiResult.Failure<JsonElement>(MiError error) -> failure(error, profile, ports);
        case MiResult.Success<JsonElement>(JsonElement answer) ->
            Paging.page(
                List.of(row(profile, Json.object(Json.asObject(answer), "Profile"))),
                arguments,
                PAGE,
                List.of());
      };
    }
    return switch (ports.mi().read("profile_get_values", params(arguments))) {
      case MiResult.Failure<JsonElement>(MiError error) -> failure(error, profile, ports);
      case MiResult.Success<JsonElement>(JsonElement answer) -> {
        List<JsonObject> rows = new ArrayList<>();
        JsonArray values = answer instanceof JsonArray array ? array : new JsonArray();
        for (JsonElement value : values) {
          rows.add(row(profile, Json.asObject(value)));
        }
        yield Paging.page(rows, arguments, PAGE, List.of());
      }
    };
  }

  private static JsonObject row(String profile, JsonObject counted) {
    JsonObject row = new JsonObject();
    row.addProperty("profile", profile);
    if (!Json.orNull(counted, "value").isJsonNull()) {
      row.add("value", counted.get("value"));
    }
    row.addProperty("calls", Json.number(counted, "count", 0));
    return row;
  }

  private Outcome calls(Arguments arguments, ReadPorts ports) {
    long from = Paging.start(arguments);
    if (from < 0) {
      return Paging.badCursor();
    }
    int limit = arguments.integer("limit", PAGE);
    List<JsonObject> rows = new ArrayList<>();
    long[] at = {0};
    MiResult<DialogReader.Part> read =
        ports
            .mi()
            .read(
                "profile_list_dlgs",
                params(arguments),
                reader ->
                    DialogReader.read(
                        reader,
                        dialog -> {
                          if (at[0]++ >= from) {
                            rows.add(dialog.row(clock.instant()));
                          }
                          return rows.size() <= limit;
                        }));
    return switch (read) {
      case MiResult.Failure<DialogReader.Part>(MiError error) ->
          failure(error, arguments.text("profile"), ports);
      case MiResult.Success<DialogReader.Part> _ ->
          new Outcome.Rows(
              rows.subList(0, Math.min(limit, rows.size())),
              rows.size() > limit,
              shown -> Long.toString(from + shown),
              List.of());
    };
  }

  private static JsonObject params(Arguments arguments) {
    JsonObject params = Json.object("profile", arguments.text("profile"));
    arguments.maybeText("value").ifPresent(value -> params.addProperty("value", value));
    return params;
  }

  static Outcome.Failure failure(MiError error, String profile, ReadPorts ports) {
    if (!MiFailures.notFound(error)) {
      return Outcome.Failure.of(error);
    }
    List<String> names = new ArrayList<>();
    if (ports.mi().read("list_all_profiles", new JsonObject())
        instanceof MiResult.Success<JsonElement>(JsonElement answer)) {
      for (JsonElement known : Json.list(Json.asObject(answer), "Profiles")) {
        names.add(Json.text(Json.asObject(known), "name"));
      }
    }
    return ToolError.PROFILE_NOT_FOUND.failure(
        "The node has no dialog profile " + profile + ".",
        Nearest.orElse(
            Nearest.to(profile, names), "Call without arguments for the profiles that exist."));
  }
}
