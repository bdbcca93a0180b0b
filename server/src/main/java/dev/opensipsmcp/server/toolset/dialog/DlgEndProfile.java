package dev.opensipsmcp.server.toolset.dialog;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Plan;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.tool.WritePorts;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.MiFailures;
import dev.opensipsmcp.server.toolset.common.ToolError;
import dev.opensipsmcp.server.toolset.lever.Lever;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tool {@code dlg_end_profile}. The calls of a profile come and go by themselves, so an
 * approval does not hang on which they are: it is for the profile, the value and the bound. The
 * bound is held again when the change is made.
 */
final class DlgEndProfile implements Work.Change {
  private static final int MOST = 50;
  private static final int SHOWN = 20;
  private static final int LOOKS = 20;
  private static final long PAUSE_MS = 100;
  private static final String AT_ONCE = "at_once";

  private final InstantSource clock;

  private DlgEndProfile(InstantSource clock) {
    this.clock = clock;
  }

  static Tool tool(InstantSource clock) {
    return Lever.change("dlg_end_profile", "dialog", "End the calls of a profile")
        .what("End all calls of a dialog profile, or of one of its values, up to a bound.")
        .useWhen("Use when a customer, trunk or attacker must lose all its calls now.")
        .notFor("Not for one call; use `dlg_end`.")
        .effects("Effects: those calls drop for good; no undo.")
        .returns("Returns the counts before and after; the end is proven by reading again.")
        .also("profile_end_dlgs", "dialog")
        .also("profile_list_dlgs", "dialog")
        .also("dlg_end_dlg", "dialog")
        .also("list_all_profiles", "dialog")
        .local(Schema.required("profile", Schema.text("Profile, see dlg_get_profiles")))
        .local(Schema.optional("value", Schema.text("Its value; all values when absent")))
        .local(
            Schema.optional(
                "max_dialogs",
                Schema.integer("Refuse if more calls would end").between(1, 1000).byDefault(MOST)))
        .local(
            Schema.optional(
                "mode",
                Schema.text("One command per call, or one for the profile")
                    .oneOf("one_by_one", AT_ONCE)
                    .byDefault("one_by_one")))
        .risk(Risk.DISRUPTIVE)
        .output(
            Schema.object(
                "What became of the calls",
                Schema.required("profile", Schema.text("The profile")),
                Schema.optional("value", Schema.text("Its value")),
                Schema.required("before", Schema.integer("Calls in it before")),
                Schema.required("ended", Schema.integer("Those of them that are gone")),
                Schema.required(
                    "left", Schema.texts("Dialog IDs of those that are not, 20 at most")),
                Schema.required("now", Schema.integer("Calls in it now, new ones too"))))
        .examples(
            "End all calls of the profile caller with value alice",
            "Drop every call of this trunk, at most 20",
            "Kick the attacker: hang up all calls in the profile")
        .aliases("profile_end_dlgs")
        .tool(new DlgEndProfile(clock));
  }

  @Override
  public Plan plan(Arguments arguments, ReadPorts ports) {
    return switch (calls(arguments, ports)) {
      case MiResult.Failure<Map<String, Dialog>>(MiError error) ->
          new Plan.Refused(DlgGetProfiles.failure(error, arguments.text("profile"), ports));
      case MiResult.Success<Map<String, Dialog>>(var calls) when calls.isEmpty() ->
          new Plan.Refused(
              ToolError.TARGET_NOT_FOUND.failure(
                  "No call is in " + words(arguments) + ".",
                  "Count the calls of each value with dlg_get_profiles."));
      case MiResult.Success<Map<String, Dialog>>(var calls) when calls.size() > bound(arguments) ->
          new Plan.Refused(tooMany(arguments));
      case MiResult.Success<Map<String, Dialog>>(var calls) -> ready(arguments, calls);
    };
  }

  private Plan ready(Arguments arguments, Map<String, Dialog> calls) {
    JsonObject target = new JsonObject();
    target.addProperty("profile", arguments.text("profile"));
    arguments.maybeText("value").ifPresent(value -> target.addProperty("value", value));
    target.addProperty("max_dialogs", bound(arguments));
    target.addProperty("mode", arguments.maybeText("mode").orElse("one_by_one"));
    JsonArray rows = new JsonArray();
    calls.values().stream().limit(SHOWN).forEach(call -> rows.add(call.row(clock.instant())));
    JsonObject shown = new JsonObject();
    shown.addProperty("calls", calls.size());
    shown.add("first", rows);
    return new Plan.Ready(
        "End all calls in " + words(arguments) + ", " + bound(arguments) + " at most.",
        target,
        shown,
        List.of(
            calls.size() + " calls are in it now; both sides of each get a BYE.",
            "Calls that join it before the change is made end too, as far as the bound allows."),
        "Nothing can undo it; the parties would have to call again.");
  }

  @Override
  public Outcome apply(Plan.Ready plan, Arguments arguments, WritePorts ports) {
    return switch (calls(arguments, ports)) {
      case MiResult.Failure<Map<String, Dialog>>(MiError error) -> Outcome.Failure.of(error);
      case MiResult.Success<Map<String, Dialog>>(var calls) when calls.size() > bound(arguments) ->
          tooMany(arguments);
      case MiResult.Success<Map<String, Dialog>>(var calls) -> end(arguments, calls, ports);
    };
  }

  private static Outcome end(Arguments arguments, Map<String, Dialog> calls, WritePorts ports) {
    List<String> warnings = new ArrayList<>();
    if (arguments.maybeText("mode").orElse("").equals(AT_ONCE)) {
      if (ports.miWrites().write("profile_end_dlgs", params(arguments))
          instanceof MiResult.Failure<JsonElement>(MiError error)) {
        return Outcome.Failure.of(error);
      }
    } else {
      oneByOne(calls, ports, warnings);
    }
    return switch (settled(arguments, calls, ports)) {
      case MiResult.Failure<Map<String, Dialog>>(MiError error) -> unread(error);
      case MiResult.Success<Map<String, Dialog>>(var now) ->
          result(arguments, calls, now, warnings);
    };
  }

  /** Goes on when one call can't be ended, but not when the node is gone. */
  private static void oneByOne(Map<String, Dialog> calls, WritePorts ports, List<String> warnings) {
    int done = 0;
    for (String id : calls.keySet()) {
      if (ports.miWrites().write("dlg_end_dlg", Json.object("dialog_id", id))
              instanceof MiResult.Failure<JsonElement>(MiError error)
          && !MiFailures.notFound(error)) {
        warnings.add("Dialog " + id + ": " + error.cause());
        if (!(error instanceof MiError.Refused)) {
          return;
        }
      }
      ports.progress(++done, calls.size(), "calls ended");
    }
  }

  private static Outcome.Failure unread(MiError error) {
    return ToolError.NOT_PROVEN.failure(
        "The calls were ended, but the profile could not be read again: " + error.cause(),
        "Count its calls with dlg_get_profiles.");
  }

  private static Outcome result(
      Arguments arguments,
      Map<String, Dialog> before,
      Map<String, Dialog> now,
      List<String> warnings) {
    List<String> left = before.keySet().stream().filter(now::containsKey).toList();
    JsonObject result = new JsonObject();
    result.addProperty("profile", arguments.text("profile"));
    arguments.maybeText("value").ifPresent(value -> result.addProperty("value", value));
    result.addProperty("before", before.size());
    result.addProperty("ended", before.size() - left.size());
    result.add("left", Json.texts(left.stream().limit(SHOWN).toList()));
    result.addProperty("now", now.size());
    if (!left.isEmpty()) {
      warnings.add("The node still lists some; their BYE may be unanswered.");
    }
    return new Outcome.Value(result, warnings);
  }

  /** Looks until none of the calls is listed any more, for about two seconds. */
  private static MiResult<Map<String, Dialog>> settled(
      Arguments arguments, Map<String, Dialog> calls, ReadPorts ports) {
    MiResult<Map<String, Dialog>> now = calls(arguments, ports);
    for (int look = 1; look < LOOKS; look++) {
      if (!(now instanceof MiResult.Success<Map<String, Dialog>>(var left))
          || calls.keySet().stream().noneMatch(left::containsKey)) {
        return now;
      }
      try {
        Thread.sleep(PAUSE_MS);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return now;
      }
      now = calls(arguments, ports);
    }
    return now;
  }

  /** The calls of the profile that did not end yet; one more than the bound at most. */
  private static MiResult<Map<String, Dialog>> calls(Arguments arguments, ReadPorts ports) {
    Map<String, Dialog> calls = new LinkedHashMap<>();
    int most = bound(arguments);
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
                          if (!dialog.deleted()) {
                            calls.put(dialog.id(), dialog);
                          }
                          return calls.size() <= most;
                        }));
    return switch (read) {
      case MiResult.Failure<DialogReader.Part>(MiError error) -> new MiResult.Failure<>(error);
      case MiResult.Success<DialogReader.Part> _ -> new MiResult.Success<>(calls);
    };
  }

  private static JsonObject params(Arguments arguments) {
    JsonObject params = Json.object("profile", arguments.text("profile"));
    arguments.maybeText("value").ifPresent(value -> params.addProperty("value", value));
    return params;
  }

  private static int bound(Arguments arguments) {
    return arguments.integer("max_dialogs", MOST);
  }

  private static Outcome.Failure tooMany(Arguments arguments) {
    return ToolError.TOO_MANY_DIALOGS.failure(
        "More than " + bound(arguments) + " calls are in " + words(arguments) + "; none ended.",
        "Give one value of the profile, or a larger max_dialogs.");
  }

  private static String words(Arguments arguments) {
    return "profile "
        + arguments.text("profile")
        + arguments.maybeText("value").map(value -> " with value " + value).orElse("");
  }
}
