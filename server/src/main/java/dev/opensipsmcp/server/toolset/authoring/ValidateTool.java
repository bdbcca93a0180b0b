package dev.opensipsmcp.server.toolset.authoring;

import static dev.opensipsmcp.server.tool.Schema.flag;
import static dev.opensipsmcp.server.tool.Schema.object;
import static dev.opensipsmcp.server.tool.Schema.optional;
import static dev.opensipsmcp.server.tool.Schema.required;
import static dev.opensipsmcp.server.tool.Schema.text;

import com.google.gson.JsonObject;
import dev.opensipsmcp.cfg.syntax.Parser;
import dev.opensipsmcp.server.binary.OpensipsBinary;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.common.ToolError;
import dev.opensipsmcp.server.toolset.config.ConfigDesk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The tool {@code module_validate}. */
final class ValidateTool {
  private static final int SAID = 6_000;

  private ValidateTool() {}

  static Tool tool(ConfigDesk desk) {
    return new Tool(
        "module_validate",
        AuthoringToolset.NAME,
        "Try to load a module",
        Authored.says(
            "Validate that OpenSIPS loads a module that was built in an allowed tree.",
            "Use when module_compile built a module and no node has it yet.",
            "Not for building it; use `module_compile`.",
            "Returns whether opensips -C loads it from a configuration of its own, with limits,"
                + " and what it said. Off until programs.sources and opensips.binary are set."),
        new Demand(Scope.PROCESS_MANAGE, Risk.READ),
        true,
        Schema.arguments(
            Compile.MODULE,
            optional("module_path", text("An allowed tree; else the first").longest(1_000))),
        object(
            "Verdict",
            required("loads", flag("Whether OpenSIPS was content")),
            required("path", text("What was loaded")),
            required("said", text("What it said, its end where long"))),
        Needs.NOTHING,
        List.of(
            "Does OpenSIPS load my new module?",
            "Validate the module that was just compiled",
            "Load check of my own module"),
        List.of(),
        (Work.Read) (arguments, _) -> validated(desk, arguments));
  }

  private static Outcome validated(ConfigDesk desk, Arguments arguments) {
    String name = arguments.text("module_name");
    Optional<OpensipsBinary> binary = desk.binary();
    if (binary.isEmpty()) {
      return ToolError.BINARY_MISSING.failure(
          "No OpenSIPS binary is configured here.",
          "Ask whoever runs this server to set OPENSIPS_MCP_OPENSIPS_BIN.");
    }
    return switch (new SourceTrees(desk.programs())
        .module(name, arguments.maybeText("module_path"))) {
      case SourceTrees.Missing(Outcome.Failure failure) -> failure;
      case SourceTrees.Module(Path _, Path module) ->
          loaded(new OpensipsBinary(binary.get().file(), Optional.of(module)), module, name);
    };
  }

  private static Outcome loaded(OpensipsBinary binary, Path module, String name) {
    Path built = module.resolve(name + ".so");
    if (!Files.isRegularFile(built)) {
      return ToolError.CONFIG_UNFIT.failure(
          "There is no " + built + " yet.", "Build it with module_compile first.");
    }
    // UDP is part of the binary and must be loaded all the same; without it no configuration is
    // complete.
    String text =
        "socket = udp:127.0.0.1:5060\nloadmodule \"proto_udp.so\"\nloadmodule \""
            + built
            + "\"\nroute {\n\texit;\n}\n";
    return switch (binary.ask(Parser.parse(text))) {
      case OpensipsBinary.Answer.Refused(String reason) ->
          ToolError.BINARY_REFUSED.failure(reason, "Give a tree whose path has no odd characters.");
      case OpensipsBinary.Answer.Failed(String reason) ->
          ToolError.BINARY_FAILED.failure(reason, "Ask whoever runs this server about the binary.");
      case OpensipsBinary.Answer.Verdict(boolean accepted, String output) -> {
        JsonObject json = new JsonObject();
        json.addProperty("loads", accepted);
        json.addProperty("path", built.toString());
        json.addProperty(
            "said",
            output.length() <= SAID ? output : "..." + output.substring(output.length() - SAID));
        yield new Outcome.Value(json);
      }
    };
  }
}
