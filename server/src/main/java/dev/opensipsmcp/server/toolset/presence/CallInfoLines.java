package dev.opensipsmcp.server.toolset.presence;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.lever.Filter;
import dev.opensipsmcp.server.toolset.lever.Lever;
import dev.opensipsmcp.server.toolset.lever.States;

/** The shared lines of module presence_callinfo, which came with 4.0. */
final class CallInfoLines {
  private static final String MODULE = "presence_callinfo";
  private static final String LIST = "presence_callinfo:list_lines";

  private CallInfoLines() {}

  static Tool list() {
    return Lever.read("callinfo_list_lines", "presence", "Shared lines by call-info")
        .what("List shared lines with the state of each of their call indexes; OpenSIPS 4.0 only.")
        .useWhen("Use when a line key stays lit, or a line cannot be seized.")
        .notFor("Not for lines of back-to-back calls; use `b2b_sca_list`.")
        .returns("Returns a page of rows, one per line.")
        .sends(LIST, MODULE)
        .local(Schema.optional("line", Schema.text("Part of the line's SIP URI")))
        .rows("lines[]")
        .column("line", "line", Schema.text("SIP URI of the line"))
        .column("seize_state", "seize_state", Schema.integer("0 when nobody seizes it"))
        .column("seize_expires_s", "seize_expires", Schema.integer("Seconds until that ends"))
        .column(
            "indexes", "indexes", Schema.list("Its calls", Schema.map("index, and state in words")))
        .filter(Filter.part("line", "line"))
        .examples(
            "Which call-info lines are seized?",
            "Show the line keys and their states",
            "Is the shared line of sales idle?")
        .tool();
  }

  static Tool release() {
    return Lever.change("callinfo_release_line", "presence", "Release a shared line")
        .what("Release a stuck shared line, or one index of it; OpenSIPS 4.0 only.")
        .useWhen("Use when a line key stays lit although nobody talks on it.")
        .notFor("Not for ending the call; use `dlg_end`.")
        .effects("Effects: the node forgets who holds the line; calls go on. No undo.")
        .returns("Returns the line's indexes, before and after.")
        .sends("presence_callinfo:release_line", MODULE)
        .also(LIST, MODULE)
        .required("line", "sca_line", Schema.text("SIP URI of the line").matching("^sips?:.+$"))
        .optional("index", "sca_index", Schema.integer("Only this index").atLeast(1))
        .risk(Risk.DISRUPTIVE)
        .summary("Release the shared line {line}.")
        .plans("Its phones show the line as free at the next notice.")
        .noUndo("Nothing brings it back; the next call seizes the line anew.")
        .state(CallInfoLines::line)
        .mustExist("List the lines with callinfo_list_lines.")
        .examples(
            "Free the stuck line key of sip:sales@example.com",
            "Release index 2 of the shared line",
            "The line lamp stays on, release it")
        .tool();
  }

  private static MiResult<JsonObject> line(Arguments arguments, ReadPorts ports) {
    JsonObject params = Json.object("sca_line", arguments.text("line"));
    return switch (ports.mi().read(LIST, params)) {
      case MiResult.Failure<JsonElement>(MiError error) -> new MiResult.Failure<>(error);
      case MiResult.Success<JsonElement>(JsonElement answer) -> {
        JsonArray lines = Json.list(Json.asObject(answer), "lines");
        if (lines.isEmpty()) {
          yield new MiResult.Success<>(States.missing());
        }
        JsonObject state = new JsonObject();
        state.addProperty(States.EXISTS, true);
        state.add("indexes", Json.list(Json.asObject(lines.get(0)), "indexes"));
        yield new MiResult.Success<>(state);
      }
    };
  }
}
