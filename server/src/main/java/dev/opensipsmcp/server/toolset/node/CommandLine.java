package dev.opensipsmcp.server.toolset.node;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.lever.Lever;

/** The tool {@code get_command_line}. */
final class CommandLine implements Work.Read {
  private CommandLine() {}

  static Tool tool() {
    return Lever.read("get_command_line", NodeToolset.NAME, "How a node was started")
        .what("Get the command line that a node was started with, and its directory.")
        .useWhen("Use when the file of its configuration or its memory options are asked for.")
        .notFor("Not for its release; use `opensips_version`.")
        .returns("Returns one object.")
        .sends("arg", "core")
        .also("pwd", "core")
        .answer(
            Schema.object(
                "How it was started",
                Schema.required("arguments", Schema.texts("The program and its options")),
                Schema.optional("directory", Schema.text("Its working directory"))))
        .examples(
            "Which config file does the running OpenSIPS use?",
            "With what options was the server started?",
            "What is the working directory of the node?")
        .aliases("get_arguments")
        .tool(new CommandLine());
  }

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    return switch (ports.mi().read("arg", new JsonObject())) {
      case MiResult.Failure<JsonElement>(MiError error) -> Outcome.Failure.of(error);
      case MiResult.Success<JsonElement>(JsonElement words) -> {
        JsonObject started = new JsonObject();
        started.add("arguments", words);
        if (ports.mi().read("pwd", new JsonObject())
            instanceof MiResult.Success<JsonElement>(JsonElement directory)) {
          started.addProperty("directory", Json.text(Json.asObject(directory), "WD"));
        }
        yield new Outcome.Value(started);
      }
    };
  }
}
