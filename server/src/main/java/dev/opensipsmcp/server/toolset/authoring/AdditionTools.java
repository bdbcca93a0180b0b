package dev.opensipsmcp.server.toolset.authoring;

import static dev.opensipsmcp.server.tool.Schema.optional;
import static dev.opensipsmcp.server.tool.Schema.required;
import static dev.opensipsmcp.server.tool.Schema.text;
import static dev.opensipsmcp.server.tool.Schema.texts;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.ToolError;
import dev.opensipsmcp.server.toolset.config.TextPart;
import java.util.List;
import java.util.Optional;

/** Tools that add something to the source of a module, and return it. */
final class AdditionTools {
  private static final Schema OUTPUT =
      Schema.object("The new source", TextPart.with(required("changes", texts("What changed"))));

  private AdditionTools() {}

  static Tool command() {
    return Authored.reading(
        "module_add_mi_command",
        "Add an MI command to a module's source",
        Authored.says(
            "Add an MI command to the C source of a module: handler, table row and header.",
            "Use when a module of your own shall answer one command more.",
            "Not for a new module; use `module_scaffold`.",
            "Returns the new source, a part at a time; writes no file. The handler answers"
                + " Status: ready until you fill it."),
        Schema.arguments(
            Authored.SOURCE,
            required("command_name", text("Its name, lower case").matching("[a-z][a-z0-9_]{0,39}")),
            optional("command_description", text("What it does, a line").longest(200)),
            TextPart.FROM),
        OUTPUT,
        List.of(
            "Add an MI command to this C module",
            "Insert a management command into my module's source",
            "My module shall answer a new MI command"),
        (arguments, _) -> {
          String name = arguments.text("command_name");
          return Snippets.usable(name)
              ? shown(
                  Additions.command(
                      arguments.text("module_source"),
                      new Wanted.Command(
                          name,
                          arguments
                              .maybeText("command_description")
                              .orElse("answers for " + name))),
                  arguments)
              : Authored.wrong("No MI command can be named " + name + ".");
        });
  }

  static Tool parameter() {
    return Authored.reading(
        "module_add_param",
        "Add a parameter to a module's source",
        Authored.says(
            "Add a parameter to the C source of a module: variable and table row.",
            "Use when a module of your own shall be set up by one modparam more.",
            "Not for a new module; use `module_scaffold`.",
            "Returns the new source, a part at a time; writes no file."),
        Schema.arguments(
            Authored.SOURCE,
            required("param_name", text("Its name, lower case").matching("[a-z][a-z0-9_]{0,39}")),
            optional("param_type", text("Type of its value").oneOf("str", "int").byDefault("str")),
            optional("default_value", text("Its default; none without").longest(500)),
            TextPart.FROM),
        OUTPUT,
        List.of(
            "Add a modparam to this C module",
            "Insert an integer parameter into my module's source",
            "My module shall take a new string parameter"),
        (arguments, _) -> {
          Wanted.Parameter parameter =
              new Wanted.Parameter(
                  arguments.text("param_name"),
                  Wanted.type(arguments.maybeText("param_type").orElse("str")),
                  arguments.maybeText("default_value").orElse(""));
          Optional<String> objection = parameter.objection();
          return objection.isPresent()
              ? Authored.wrong(objection.get())
              : shown(Additions.parameter(arguments.text("module_source"), parameter), arguments);
        });
  }

  private static Outcome shown(Drafted drafted, Arguments arguments) {
    return switch (drafted) {
      case Drafted.Refused(String reason) ->
          ToolError.CONFIG_UNFIT.failure(
              "The source stays as it is: " + reason,
              "Give the whole main source file of one module, or begin with module_scaffold.");
      case Drafted.Done(String text, List<String> changes) -> {
        JsonObject json = new JsonObject();
        json.add("changes", Json.texts(changes));
        TextPart.addOwn(json, text, arguments);
        yield new Outcome.Value(json);
      }
    };
  }
}
