package dev.opensipsmcp.server.toolset.authoring;

import static dev.opensipsmcp.server.tool.Schema.flag;
import static dev.opensipsmcp.server.tool.Schema.integer;
import static dev.opensipsmcp.server.tool.Schema.object;
import static dev.opensipsmcp.server.tool.Schema.optional;
import static dev.opensipsmcp.server.tool.Schema.required;
import static dev.opensipsmcp.server.tool.Schema.text;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.binary.BoundedProgram;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Plan;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.tool.WritePorts;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.ToolError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tool {@code module_compile}.
 *
 * @param trees where modules may be compiled
 */
record Compile(SourceTrees trees) implements Work.Change {
  static final Schema.Property MODULE =
      required("module_name", text("The module, without .so").matching("[a-z][a-z0-9_]{0,39}"));
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final int SAID = 8_000;

  Tool tool() {
    return new Tool(
        "module_compile",
        AuthoringToolset.NAME,
        "Compile a module",
        new Description(
            "Build one module in an allowed tree of OpenSIPS's sources, by its own make.",
            "Use when the source of a module was put into the tree and shall become a .so.",
            Optional.of("Not for trying whether it loads; use `module_validate`."),
            Optional.of(
                "Effects: make runs what the tree's Makefiles say, and writes into the module's"
                    + " folder; no node is touched. Undo: make clean in that folder."),
            "Returns whether it was built, where, and the end of what make said. Off until"
                + " programs.sources and programs.make are set."),
        new Demand(Scope.PROCESS_MANAGE, Risk.DISRUPTIVE),
        false,
        Schema.arguments(
            MODULE,
            optional("source_path", text("An allowed tree; else the first").longest(1_000))),
        object(
            "What came of it",
            required("built", flag("Whether the .so is there now")),
            required("path", text("Where it is, or would be")),
            required("status", integer("make's exit status")),
            required("said", text("The end of what make said"))),
        Needs.NOTHING,
        List.of(
            "Compile my module in the source tree",
            "Build the .so of a new OpenSIPS module",
            "Run make for one module"),
        List.of(),
        this);
  }

  @Override
  public Duration limit(Arguments arguments) {
    return LIMIT.plusSeconds(10);
  }

  @Override
  public Plan plan(Arguments arguments, ReadPorts ports) {
    String name = arguments.text("module_name");
    return switch (trees.module(name, arguments.maybeText("source_path"))) {
      case SourceTrees.Missing(Outcome.Failure failure) -> new Plan.Refused(failure);
      case SourceTrees.Module(Path tree, Path module) -> {
        if (trees.settings().make().isEmpty()) {
          yield new Plan.Refused(
              ToolError.BINARY_MISSING.failure(
                  "No make is set up here.", "Ask whoever runs this server to set programs.make."));
        }
        JsonObject target = Json.object("tree", tree.toString());
        target.addProperty("module", module.toString());
        yield new Plan.Ready(
            "Run make for modules/" + name + " in " + tree + ".",
            target,
            new JsonObject(),
            List.of("Object files and " + name + ".so are written into " + module + "."),
            "Run make clean in that folder.");
      }
    };
  }

  @Override
  public Outcome apply(Plan.Ready plan, Arguments arguments, WritePorts ports) {
    String name = arguments.text("module_name");
    Path built = Path.of(Json.text(plan.target(), "module")).resolve(name + ".so");
    BoundedProgram program =
        new BoundedProgram(Path.of(Json.text(plan.target(), "tree")), Map.of(), LIMIT, SAID);
    List<String> command =
        List.of(
            trees.settings().make().orElseThrow().toString(), "modules", "modules=modules/" + name);
    return switch (program.run(command)) {
      case BoundedProgram.Result.Failed(String reason) ->
          ToolError.BINARY_FAILED.failure(reason, "Ask whoever runs this server about make.");
      case BoundedProgram.Result.Late _ ->
          ToolError.BINARY_FAILED.failure(
              "make did not end within " + LIMIT.toSeconds() + " seconds.",
              "Build the tree once at a shell, so that only the module is left.");
      case BoundedProgram.Result.Ended(int status, String output) -> {
        JsonObject json = new JsonObject();
        json.addProperty("built", status == 0 && Files.isRegularFile(built));
        json.addProperty("path", built.toString());
        json.addProperty("status", status);
        json.addProperty("said", output);
        yield new Outcome.Value(json);
      }
    };
  }
}
