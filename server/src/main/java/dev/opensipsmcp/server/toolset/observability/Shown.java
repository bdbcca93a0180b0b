package dev.opensipsmcp.server.toolset.observability;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Nearest;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.ToolError;
import dev.opensipsmcp.server.toolset.config.TextPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Files as a result: the list of them, and of one its text, a part at a time. */
final class Shown {
  static final Schema.Property FILE = Schema.optional("file", Schema.text("Which one"));

  static final Schema OUTPUT =
      Schema.object(
          "Files",
          TextPart.with(
              Schema.required("files", Schema.texts("path: its use")),
              Schema.required("file", Schema.text("Whose text")),
              Schema.required("notes", Schema.texts("Notes"))));

  private Shown() {}

  /** {@return the files, with the text of the one that the call asks for} */
  static Outcome of(
      List<TextFile> files, List<String> modules, List<String> notes, Arguments arguments) {
    if (files.isEmpty()) {
      return ToolError.CONFIG_UNFIT.failure(
          "The node has no statistics that a dashboard shows.",
          "Load modules that count, or ask with live what the node itself has.");
    }
    String wanted = arguments.maybeText("file").orElse(files.getFirst().path());
    Optional<TextFile> file = files.stream().filter(it -> it.path().equals(wanted)).findFirst();
    if (file.isEmpty()) {
      List<String> paths = files.stream().map(TextFile::path).toList();
      return ToolError.ARGUMENTS_WRONG.failure(
          "There is no file of that name.",
          Nearest.orElse(Nearest.to(wanted, paths), "Take one of: " + String.join(", ", paths)));
    }
    JsonObject json = new JsonObject();
    json.add("files", Json.texts(files.stream().map(it -> it.path() + ": " + it.what()).toList()));
    json.addProperty("file", file.get().path());
    List<String> all = new ArrayList<>(notes);
    if (!modules.isEmpty()) {
      all.add("Made for the statistics of " + String.join(", ", modules) + ".");
    }
    json.add("notes", Json.texts(all));
    if (file.get().path().equals(Bundle.CONFIGURATION)) {
      TextPart.add(json, file.get().text(), arguments);
    } else {
      TextPart.addOwn(json, file.get().text(), arguments);
    }
    return new Outcome.Value(json);
  }
}
