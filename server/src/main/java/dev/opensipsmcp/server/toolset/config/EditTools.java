package dev.opensipsmcp.server.toolset.config;

import static dev.opensipsmcp.server.tool.Schema.flag;
import static dev.opensipsmcp.server.tool.Schema.map;
import static dev.opensipsmcp.server.tool.Schema.object;
import static dev.opensipsmcp.server.tool.Schema.optional;
import static dev.opensipsmcp.server.tool.Schema.required;
import static dev.opensipsmcp.server.tool.Schema.text;
import static dev.opensipsmcp.server.tool.Schema.texts;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.cfg.edit.Edited;
import dev.opensipsmcp.cfg.edit.Edits;
import dev.opensipsmcp.cfg.edit.Parameter;
import dev.opensipsmcp.cfg.edit.Place;
import dev.opensipsmcp.cfg.edit.RouteName;
import dev.opensipsmcp.cfg.edit.Value;
import dev.opensipsmcp.cfg.syntax.SyntaxTree;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Tools that return a text with one thing changed; none writes a file. */
final class EditTools {
  private static final Schema.Property ROUTE =
      required("route", text("As written: route, route[name], failure_route[name]").longest(200));
  private static final Schema.Property MODULE =
      required("module_name", text("The module, without .so").longest(100));

  private EditTools() {}

  static List<Tool> all(ConfigDesk desk) {
    Editing editing = new Editing(new Given(desk));
    return List.of(
        addModule(editing),
        removeModule(editing),
        setParameter(editing),
        removeParameter(editing),
        insertStatement(editing),
        addRoute(editing),
        removeRoute(editing),
        renameRoute(editing),
        replaceFunction(editing));
  }

  private static Tool addModule(Editing editing) {
    return editing.tool(
        "cfg_add_module",
        "Add a module to a configuration",
        "Add a module with its parameters to an opensips.cfg, at the right place, with what it"
            + " needs.",
        "Use when a feature needs a module that is not loaded yet.",
        "Not for a parameter of a loaded module; use `cfg_set_parameter`.",
        List.of(
            MODULE,
            optional("params", map("Its parameters: name to text or number, or a list of them"))),
        List.of(
            "Add module dialog to this opensips.cfg",
            "Load the dispatcher module in my configuration",
            "Insert loadmodule and modparam lines for usrloc"),
        (edits, tree, arguments) ->
            edits.addModule(tree, arguments.text("module_name"), parameters(arguments)));
  }

  private static List<Parameter> parameters(Arguments arguments) {
    List<Parameter> all = new ArrayList<>();
    for (Map.Entry<String, JsonElement> entry : arguments.object("params").entrySet()) {
      if (entry.getValue().isJsonArray()) {
        entry
            .getValue()
            .getAsJsonArray()
            .forEach(value -> all.add(new Parameter(entry.getKey(), value(value))));
      } else {
        all.add(new Parameter(entry.getKey(), value(entry.getValue())));
      }
    }
    return all;
  }

  private static Value value(JsonElement value) {
    return value instanceof JsonPrimitive primitive && primitive.isNumber()
        ? Value.of(primitive.getAsLong())
        : Value.of(value instanceof JsonPrimitive text ? text.getAsString() : value.toString());
  }

  private static Tool removeModule(Editing editing) {
    return editing.tool(
        "cfg_remove_module",
        "Take a module out of a configuration",
        "Remove a module with its parameters from an opensips.cfg, unless something needs it.",
        "Use when a module is no longer used.",
        "Not for one of its parameters; use `cfg_remove_parameter`.",
        List.of(MODULE),
        List.of(
            "Remove module siptrace from this config",
            "Unload a module in opensips.cfg",
            "Take loadmodule httpd out of the text"),
        (edits, tree, arguments) -> edits.removeModule(tree, arguments.text("module_name")));
  }

  private static final Schema.Property PARAMETER =
      required("parameter", text("The parameter's name").longest(100));
  private static final Schema.Property OF =
      optional("module_name", text("The module; none for a global one").longest(100));

  private static Tool setParameter(Editing editing) {
    return editing.tool(
        "cfg_set_parameter",
        "Set a parameter in a configuration",
        "Set a module's parameter, or a global one, in an opensips.cfg.",
        "Use when one value shall be different.",
        "Not for taking one out; use `cfg_remove_parameter`.",
        List.of(
            OF,
            PARAMETER,
            required("value", text("Its value, without quotes")),
            optional(
                "type",
                text("Form; bare: a word or socket")
                    .oneOf("text", "number", "bare")
                    .byDefault("text")),
            optional("add", flag("Beside others of this name").byDefault(false))),
        List.of(
            "Set the dialog module's db_mode parameter to 2 in this file's text",
            "Set udp_workers in opensips.cfg",
            "Add another socket line to the configuration text"),
        EditTools::set);
  }

  private static Edited set(Edits edits, SyntaxTree tree, Arguments arguments) {
    Value value;
    try {
      value =
          switch (arguments.maybeText("type").orElse("text")) {
            case "number" -> Value.of(Long.parseLong(arguments.text("value").strip()));
            case "bare" -> new Value.Bare(arguments.text("value"));
            default -> Value.of(arguments.text("value"));
          };
    } catch (NumberFormatException _) {
      return new Edited.Refused("The value is no whole number.");
    }
    String name = arguments.text("parameter");
    Optional<String> module = arguments.maybeText("module_name");
    boolean add = arguments.flag("add", false);
    if (module.isPresent()) {
      Parameter parameter = new Parameter(name, value);
      return add
          ? edits.addParameter(tree, module.get(), parameter)
          : edits.setParameter(tree, module.get(), parameter);
    }
    return add ? edits.addGlobal(tree, name, value) : edits.setGlobal(tree, name, value);
  }

  private static Tool removeParameter(Editing editing) {
    return editing.tool(
        "cfg_remove_parameter",
        "Take a parameter out of a configuration",
        "Remove a module's parameter, or a global one, from an opensips.cfg.",
        "Use when the default shall hold again, or one of several values shall go.",
        "Not for another value; use `cfg_set_parameter`.",
        List.of(OF, PARAMETER, optional("value", text("Which one, where it stands several times"))),
        List.of(
            "Remove a modparam from this opensips.cfg",
            "Take the global parameter debug_mode out",
            "Remove a socket from the configuration text"),
        (edits, tree, arguments) -> {
          String name = arguments.text("parameter");
          Optional<Value> value = arguments.maybeText("value").map(EditTools::guessed);
          Optional<String> module = arguments.maybeText("module_name");
          return module.isPresent()
              ? edits.removeParameter(tree, module.get(), name, value)
              : edits.removeGlobal(tree, name, arguments.maybeText("value").map(Value.Bare::new));
        });
  }

  private static Value guessed(String text) {
    return text.matches("-?[0-9]{1,18}") ? Value.of(Long.parseLong(text)) : Value.of(text);
  }

  private static Tool insertStatement(Editing editing) {
    return editing.tool(
        "cfg_insert_statement",
        "Insert statements into a route",
        "Insert statements into a route: at its beginning or end, or at a line.",
        "Use when routing logic shall do something more.",
        "Not for a whole new route; use `cfg_add_route`.",
        List.of(
            required("statements", text("One or more, with semicolons")),
            optional("route", text("route, route[name], ...").longest(200)),
            optional("at", text("Where in it").oneOf("beginning", "end").byDefault("end")),
            optional("before_line", Schema.integer("Or before this line").atLeast(1)),
            optional("after_line", Schema.integer("Or after this line").atLeast(1))),
        List.of(
            "Insert an xlog line at the beginning of the main route",
            "Put a statement before line 120 of this script",
            "Insert record_route into route[relay] of this text"),
        EditTools::insert);
  }

  private static Edited insert(Edits edits, SyntaxTree tree, Arguments arguments) {
    Optional<Place> place = place(arguments);
    return place.isPresent()
        ? edits.insert(tree, place.get(), arguments.text("statements"))
        : new Edited.Refused("Nothing says where: give a route, before_line or after_line.");
  }

  private static Optional<Place> place(Arguments arguments) {
    if (arguments.has("before_line")) {
      return Optional.of(new Place.Before(arguments.integer("before_line", 1)));
    }
    if (arguments.has("after_line")) {
      return Optional.of(new Place.After(arguments.integer("after_line", 1)));
    }
    return arguments
        .maybeText("route")
        .flatMap(RouteName::parse)
        .map(route ->
            arguments.maybeText("at").orElse("end").equals("beginning")
                ? new Place.Beginning(route)
                : new Place.End(route));
  }

  private static Tool addRoute(Editing editing) {
    return editing.tool(
        "cfg_add_route",
        "Add routes to a configuration",
        "Add one or more routes at the end of an opensips.cfg.",
        "Use when routing logic shall get a route of its own.",
        "Not for statements in a route that is there; use `cfg_insert_statement`.",
        List.of(required("route_code", text("The routes, heads and braces included"))),
        List.of(
            "Add a failure_route to this opensips.cfg",
            "Append a new sub-route to the script",
            "Add this route block to my configuration"),
        (edits, tree, arguments) -> edits.addRoute(tree, arguments.text("route_code")));
  }

  private static Tool removeRoute(Editing editing) {
    return editing.tool(
        "cfg_remove_route",
        "Take a route out of a configuration",
        "Remove a route from an opensips.cfg, unless something uses it.",
        "Use when nothing calls a route any more.",
        "Not for another name; use `cfg_rename_route`.",
        List.of(ROUTE),
        List.of(
            "Remove route[old] from this config",
            "Take an unused failure_route out of the script",
            "Drop a route block from opensips.cfg"),
        (edits, tree, arguments) -> routed(arguments, route -> edits.removeRoute(tree, route)));
  }

  private static Tool renameRoute(Editing editing) {
    return editing.tool(
        "cfg_rename_route",
        "Rename a route in a configuration",
        "Rename a route of an opensips.cfg wherever it is named: its head, calls, arguments.",
        "Use when a route's name misleads, or two files shall be put together.",
        "Not for taking it out; use `cfg_remove_route`.",
        List.of(ROUTE, required("new_name", text("Its new name").longest(100))),
        List.of(
            "Rename route[1] to relay everywhere",
            "Give failure_route[x] a better name in this text",
            "Rename a sub-route and all calls of it"),
        (edits, tree, arguments) ->
            routed(arguments, route -> edits.renameRoute(tree, route, arguments.text("new_name"))));
  }

  private static Edited routed(Arguments arguments, Function<RouteName, Edited> edit) {
    return RouteName.parse(arguments.text("route"))
        .map(edit)
        .orElseGet(() -> new Edited.Refused("That is no name of a route: write route[name]."));
  }

  private static Tool replaceFunction(Editing editing) {
    return editing.tool(
        "cfg_replace_function",
        "Call another function instead",
        "Replace all calls of a script function by calls of another one.",
        "Use when a function has a successor or a better one.",
        "Not for an upgrade of OpenSIPS; use `cfg_migrate`.",
        List.of(
            required("from", text("The function that is called").longest(100)),
            required("to", text("The function to call").longest(100)),
            optional(
                "arguments",
                texts("New arguments as written; {1} is the first former one").most(20))),
        List.of(
            "Replace a function by another one in this script",
            "Call t_relay instead of forward everywhere",
            "Swap one script function for its successor"),
        (edits, tree, arguments) ->
            arguments.has("arguments")
                ? edits.replaceFunction(
                    tree,
                    arguments.text("from"),
                    arguments.text("to"),
                    arguments.texts("arguments"))
                : edits.replaceFunction(tree, arguments.text("from"), arguments.text("to")));
  }

  static Schema output() {
    return object(
        "The new text",
        TextPart.with(
            required("changes", texts("What changed")),
            required("notes", texts("What to know")),
            required("diff", text("Unified diff, if long a part")),
            required("starts", flag("Whether it would start")),
            required("counts", map("Findings per severity")),
            required("checked", texts("What was checked: the file, or what includes it"))));
  }
}
