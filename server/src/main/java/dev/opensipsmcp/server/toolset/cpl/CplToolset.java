package dev.opensipsmcp.server.toolset.cpl;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.Toolset;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.lever.ChangeDraft;
import dev.opensipsmcp.server.toolset.lever.Lever;
import dev.opensipsmcp.server.toolset.lever.States;
import java.util.List;

/** Makes the toolset {@code cpl}: module cpl_c, which keeps a script per user in the database. */
public final class CplToolset {
  private static final Schema USER =
      Schema.text("The user's SIP URI")
          .matching("^sips?:[^@\\s]+@\\S+$")
          .examples("sip:alice@example.com");

  private CplToolset() {}

  /** {@return the tools for users' call processing scripts} */
  public static Toolset make() {
    return new Toolset(
        "cpl",
        "Users' call processing scripts (CPL): get, load, remove.",
        List.of(get(), load(), remove()));
  }

  private static Tool get() {
    return Lever.read("cpl_get", "cpl", "A user's CPL script")
        .what("Get the call processing script of one user.")
        .useWhen("Use when a user's calls are forwarded or rejected and a script may do it.")
        .notFor("Not for putting one there; use `cpl_load`.")
        .returns("Returns the XML; nodes that keep scripts in SQLite show none.")
        .sends("GET_CPL", "cpl_c")
        .required("username", USER)
        .answer(
            Schema.object(
                "The script",
                Schema.required("found", Schema.flag("Whether the user has one")),
                Schema.optional("script", Schema.text("XML"))),
            (_, answer) -> {
              String script = Json.text(Json.asObject(answer), "script");
              JsonObject result = new JsonObject();
              result.addProperty("found", !script.isEmpty());
              Json.addText(result, "script", script);
              return new Outcome.Value(result);
            })
        .examples(
            "Show the CPL script of alice",
            "Does this user have a call processing script?",
            "What does the user's CPL do?")
        .tool();
  }

  private static ChangeDraft change(String tool, String title, String command) {
    return Lever.change(tool, "cpl", title)
        .sends(command, "cpl_c")
        .also("GET_CPL", "cpl_c")
        .risk(Risk.DESTRUCTIVE)
        .required("username", USER)
        .returns("Returns the user's script before and after.")
        .state(CplToolset::script);
  }

  private static MiResult<JsonObject> script(Arguments arguments, ReadPorts ports) {
    JsonObject params = Json.object("username", arguments.text("username"));
    return switch (ports.mi().read("GET_CPL", params)) {
      case MiResult.Failure<JsonElement>(MiError error) -> new MiResult.Failure<>(error);
      case MiResult.Success<JsonElement>(JsonElement answer) -> {
        String script = Json.text(Json.asObject(answer), "script");
        JsonObject state = new JsonObject();
        state.addProperty(States.EXISTS, !script.isEmpty());
        Json.addText(state, "script", script);
        yield new MiResult.Success<>(state);
      }
    };
  }

  private static Tool load() {
    return change("cpl_load", "Load a user's CPL script", "LOAD_CPL")
        .required(
            "cpl_filename",
            Schema.text("Path on the node's machine").matching("^/").examples("/srv/cpl/a.xml"))
        .what("Load a call processing script for one user from a file on the node's machine.")
        .useWhen("Use when a user should get a script and its file lies on that machine.")
        .notFor("Not for looking at it; use `cpl_get`.")
        .effects(
            "Effects: replaces the user's script in the database; the next call runs it."
                + " Undo: by hand, from the old text that the result shows.")
        .summary("Load {cpl_filename} as the script of {username}.")
        .plans("The user's calls run the new script from now on.")
        .noUndo("Put the old text, shown as before, in a file on that machine and load it.")
        .examples(
            "Load the CPL file for alice",
            "Give this user a call processing script",
            "Replace the CPL of sip:bob@example.com")
        .tool();
  }

  private static Tool remove() {
    return change("cpl_remove", "Remove a user's CPL script", "REMOVE_CPL")
        .what("Remove the call processing script of one user from the database.")
        .useWhen("Use when a user's script must not run any more.")
        .notFor("Not for another script in its place; use `cpl_load`.")
        .effects(
            "Effects: the user's next call runs no script."
                + " Undo: by hand, from the old text that the result shows.")
        .summary("Remove the script of {username}.")
        .plans("The user's calls run no script from now on.")
        .noUndo("Put the old text, shown as before, in a file on that machine and load it.")
        .examples(
            "Remove the CPL script of alice",
            "Delete a user's call processing script",
            "The user's CPL blocks calls, take it away")
        .tool();
  }
}
