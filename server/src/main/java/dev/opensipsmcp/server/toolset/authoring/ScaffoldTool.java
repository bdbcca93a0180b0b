package dev.opensipsmcp.server.toolset.authoring;

import static dev.opensipsmcp.server.tool.Schema.object;
import static dev.opensipsmcp.server.tool.Schema.optional;
import static dev.opensipsmcp.server.tool.Schema.required;
import static dev.opensipsmcp.server.tool.Schema.text;
import static dev.opensipsmcp.server.tool.Schema.texts;

import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.config.TextPart;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The tool {@code module_scaffold}. */
final class ScaffoldTool {
  private ScaffoldTool() {}

  static Tool tool() {
    return Authored.reading(
        "module_scaffold",
        "Skeleton of a module in C",
        Authored.says(
            "Create the skeleton of an OpenSIPS module in C, with its Makefile.",
            "Use when something can only be done inside of OpenSIPS and a module is begun.",
            "Not for a module that exists; use `module_add_mi_command`.",
            "Returns source and Makefile as texts; writes no file. The source is the same for 3.4"
                + " to 4.0."),
        Schema.arguments(
            required("name", text("Its name, lower case").matching("[a-z][a-z0-9_]{0,39}")),
            optional("description", text("What it is for, a line").longest(200)),
            optional(
                "mi_commands_json",
                text("JSON list: names, or objects with name, description").longest(20_000)),
            optional(
                "params_json",
                text("JSON list: names, or objects with name, type (str, int), default")
                    .longest(20_000)),
            TextPart.FROM),
        object(
            "The module",
            TextPart.with(
                required("path", text("Where text belongs in OpenSIPS's tree")),
                required("makefile", text("The Makefile beside it")),
                required("notes", texts("What to do with it")))),
        List.of(
            "Create the skeleton of an OpenSIPS module",
            "Start a new C module with two MI commands",
            "Scaffold my own OpenSIPS module"),
        (arguments, _) -> made(arguments));
  }

  private static Outcome made(Arguments arguments) {
    String name = arguments.text("name");
    Wanted.Read<Wanted.Command> commands =
        Wanted.commands(arguments.maybeText("mi_commands_json").orElse("[]"));
    Wanted.Read<Wanted.Parameter> parameters =
        Wanted.parameters(arguments.maybeText("params_json").orElse("[]"));
    Optional<String> objection =
        Stream.of(
                Snippets.usable(name)
                    ? Optional.<String>empty()
                    : Optional.of("No module can be named " + name + "."),
                commands.objection(),
                parameters.objection(),
                twice(commands.items().stream().map(Wanted.Command::name).toList()),
                twice(parameters.items().stream().map(Wanted.Parameter::name).toList()))
            .flatMap(Optional::stream)
            .findFirst();
    if (objection.isPresent()) {
      return Authored.wrong(objection.get());
    }
    Skeleton skeleton =
        new Skeleton(
            name,
            arguments.maybeText("description").orElse("a module of our own"),
            commands.items(),
            parameters.items());
    JsonObject json = new JsonObject();
    json.addProperty("path", "modules/" + name + "/" + name + ".c");
    json.addProperty("makefile", skeleton.makefile());
    json.add("notes", Json.texts(notes(name, !commands.items().isEmpty())));
    TextPart.addOwn(json, skeleton.source(), arguments);
    return new Outcome.Value(json);
  }

  private static Optional<String> twice(List<String> names) {
    return names.stream().distinct().count() == names.size()
        ? Optional.empty()
        : Optional.of("A name is given twice among " + String.join(", ", names) + ".");
  }

  private static List<String> notes(String name, boolean commands) {
    List<String> notes = new ArrayList<>();
    List<String> taken =
        Arrays.stream(Version.values())
            .filter(version -> Facts.of(version).module(name).isPresent())
            .map(Version::label)
            .toList();
    if (!taken.isEmpty()) {
      notes.add(
          "OpenSIPS "
              + String.join(", ", taken)
              + " has a module "
              + name
              + " of its own: take another name.");
    }
    notes.add(
        "Put both files into modules/"
            + name
            + " of OpenSIPS's tree, then run: make modules modules=modules/"
            + name);
    if (commands) {
      notes.add("In 4.0 a command is called " + name + ":COMMAND, before that by COMMAND alone.");
    }
    return notes;
  }
}
