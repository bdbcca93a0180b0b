package dev.opensipsmcp.server.toolset.dialog;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Plan;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.tool.WritePorts;
import java.util.List;

/**
 * A command about all dialogs at once, with their number before and after. The number moves by
 * itself, so no approval hangs on it.
 *
 * @param command the MI command; it takes the arguments as they are
 * @param summary what it does, one sentence
 */
record Counted(String command, String summary) implements Work.Change {

  @Override
  public Plan plan(Arguments arguments, ReadPorts ports) {
    return switch (DialogReader.part(ports, 0, 1, _ -> false)) {
      case MiResult.Failure<DialogReader.Part>(MiError error) ->
          new Plan.Refused(Outcome.Failure.of(error));
      case MiResult.Success<DialogReader.Part>(DialogReader.Part part) -> {
        JsonObject shown = new JsonObject();
        shown.addProperty("dialogs_in_memory", part.total());
        yield new Plan.Ready(
            summary,
            arguments.json().deepCopy(),
            shown,
            List.of(summary),
            "Nothing brings the former state back.");
      }
    };
  }

  @Override
  public Outcome apply(Plan.Ready plan, Arguments arguments, WritePorts ports) {
    long before = count(ports);
    return switch (ports.miWrites().write(command, arguments.json())) {
      case MiResult.Failure<JsonElement>(MiError error) -> Outcome.Failure.of(error);
      case MiResult.Success<JsonElement>(JsonElement answer) -> {
        JsonObject result = new JsonObject();
        result.add("answer", answer);
        result.addProperty("before", before);
        result.addProperty("after", count(ports));
        yield new Outcome.Value(result);
      }
    };
  }

  /** -1 when the node does not tell. */
  private static long count(ReadPorts ports) {
    return DialogReader.part(ports, 0, 1, _ -> false)
            instanceof MiResult.Success<DialogReader.Part>(DialogReader.Part part)
        ? part.total()
        : -1;
  }
}
