package dev.opensipsmcp.server.toolset.config;

import static dev.opensipsmcp.server.tool.Schema.list;
import static dev.opensipsmcp.server.tool.Schema.map;
import static dev.opensipsmcp.server.tool.Schema.object;
import static dev.opensipsmcp.server.tool.Schema.optional;
import static dev.opensipsmcp.server.tool.Schema.required;
import static dev.opensipsmcp.server.tool.Schema.text;
import static dev.opensipsmcp.server.tool.Schema.texts;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.cfg.explain.Explain;
import dev.opensipsmcp.cfg.explain.Explanation;
import dev.opensipsmcp.cfg.explain.FlowGraph;
import dev.opensipsmcp.cfg.explain.Outline;
import dev.opensipsmcp.cfg.explain.RouteOutline;
import dev.opensipsmcp.cfg.explain.Theme;
import dev.opensipsmcp.cfg.source.Program;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.report.OutlineJson;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Nearest;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.ReadTools;
import dev.opensipsmcp.server.toolset.common.ToolError;
import java.util.List;

/** Tools that tell what a configuration, or a word in one, means. */
final class ExplainTools {
  private ExplainTools() {}

  static List<Tool> all(ConfigDesk desk) {
    Given given = new Given(desk);
    return List.of(outline(given), flow(given), route(given), explain(given));
  }

  private static Tool outline(Given given) {
    return ConfigToolset.READS.tool(
        "cfg_outline",
        "A configuration in short",
        ReadTools.says(
            "Outline an opensips.cfg: listeners, modules by role, peers, surfaces, routes.",
            "Use when a configuration is new to you, or too long to read.",
            "Not for a picture of the routes; use `cfg_flow`.",
            "Returns it in short, with places; where secrets are written, never what they are."),
        Schema.arguments(Given.CONTENT, Given.PATH, Given.VERSION),
        object(
            "Outline",
            required("listening", texts("Sockets and aliases")),
            required("modules", map("Modules by role")),
            required("unknown", texts("Modules that the version lacks")),
            required("globals", map("Global parameters")),
            required("peers", texts("Databases and other systems")),
            required("secrets", texts("Where secrets are written")),
            required("surfaces", texts("Ways to manage and watch it")),
            required("routes", list("Routes", map("name, does, replies, calls, arms, place")))),
        List.of(
            "Outline this opensips.cfg",
            "What does this configuration do?",
            "Which modules, sockets and routes does the file have?"),
        List.of(),
        (arguments, ports) ->
            given.program(
                arguments,
                program ->
                    new Outcome.Value(
                        OutlineJson.of(
                            Outline.of(program, Facts.of(given.version(arguments, ports)))))));
  }

  private static Tool flow(Given given) {
    return ConfigToolset.READS.tool(
        "cfg_flow",
        "Picture of the routes",
        ReadTools.says(
            "Show how calls go through the routes: a Mermaid flow chart, or an SVG drawing.",
            "Use when the routing logic is to be seen at a glance, or documented.",
            "Not for what each route does in words; use `cfg_outline`.",
            "Returns the drawing's text, a part at a time. More than 250 routes only as Mermaid."),
        Schema.arguments(
            Given.CONTENT,
            Given.PATH,
            optional("format", text("Which drawing").oneOf("mermaid", "svg").byDefault("mermaid")),
            TextPart.FROM),
        object("A drawing", TextPart.with(required("format", text("mermaid or svg")))),
        List.of(
            "Draw the flow of the routes",
            "Mermaid diagram of my routing script",
            "Picture of how an INVITE goes through this config"),
        List.of(),
        (arguments, _) ->
            given.program(
                arguments,
                program -> {
                  FlowGraph graph = FlowGraph.of(program.tree());
                  String format = arguments.maybeText("format").orElse("mermaid");
                  JsonObject json = new JsonObject();
                  json.addProperty("format", format);
                  TextPart.add(
                      json,
                      format.equals("svg") ? graph.svg(Theme.AUTO) : graph.mermaid(),
                      arguments);
                  return new Outcome.Value(json);
                }));
  }

  private static Tool route(Given given) {
    return ConfigToolset.READS.tool(
        "cfg_explain_route",
        "Explain a route",
        ReadTools.says(
            "Explain one route: what it does, replies, calls, arms and which functions it uses.",
            "Use when a single block of routing logic is to be understood.",
            "Not for the whole file; use `cfg_outline`. Not for a word in it; use `cfg_explain`.",
            "Returns the routes of route_code, or the one named route of a configuration."),
        Schema.arguments(
            optional("route_code", text("The block, or just its statements")),
            optional("route", text("Or its name in the configuration").longest(200)),
            Given.CONTENT,
            Given.PATH,
            Given.VERSION),
        object(
            "Explained",
            required(
                "routes",
                list("Routes", map("name, does, replies, calls, arms, functions, place"))),
            required("drawing", text("The way through them, for Mermaid"))),
        List.of(
            "Explain this route block",
            "What does failure_route[missed] do?",
            "Walk me through this piece of routing logic"),
        List.of(),
        (arguments, ports) -> explained(given, arguments, given.version(arguments, ports)));
  }

  private static Outcome explained(Given given, Arguments arguments, Version version) {
    if (arguments.has("route_code")) {
      String code = arguments.text("route_code");
      boolean block = code.strip().matches("(?s)(\\w+_)?route\\s*(\\[|\\{).*");
      return explained(
          Program.of("route_code", block ? code : "route {" + code + "\n}\n"), "", version);
    }
    String name = arguments.maybeText("route").orElse("").replace(" ", "");
    return given.program(arguments, program -> explained(program, name, version));
  }

  private static Outcome explained(Program program, String name, Version version) {
    List<RouteOutline> routes = Outline.of(program, Facts.of(version)).routes();
    List<RouteOutline> wanted =
        routes.stream().filter(route -> name.isEmpty() || route.name().equals(name)).toList();
    if (wanted.isEmpty()) {
      List<String> names = routes.stream().map(RouteOutline::name).toList();
      return ToolError.ARGUMENTS_WRONG.failure(
          name.isEmpty() ? "There is no route in it." : "There is no " + name + " in it.",
          Nearest.orElse(Nearest.to(name, names), "Look with cfg_outline which routes it has."));
    }
    JsonObject json = new JsonObject();
    JsonArray all = new JsonArray();
    wanted.forEach(route -> all.add(OutlineJson.of(route)));
    json.add("routes", all);
    json.addProperty("drawing", name.isEmpty() ? FlowGraph.of(program.tree()).mermaid() : "");
    return new Outcome.Value(json);
  }

  private static Tool explain(Given given) {
    return ConfigToolset.READS.tool(
        "cfg_explain",
        "Explain a word of opensips.cfg",
        ReadTools.says(
            "Explain a module, parameter, function, variable, global, statement or MI command.",
            "Use when a word in a configuration is unknown, or its form in a version is.",
            "Not for a whole file; use `cfg_outline`.",
            "Returns everything of that name in the version, with how it changed over the versions."),
        Schema.arguments(
            required(
                "topic",
                text("The word")
                    .longest(200)
                    .examples("dialog", "dialog.db_mode", "record_route", "$ru", "socket")),
            Given.VERSION),
        object(
            "Explained",
            required("topic", text("The word")),
            required("version", text("Version it was looked up in")),
            required("found", list("What it is", map("kind, name, owner, text, history")))),
        List.of(
            "What is the parameter dialog.db_mode?",
            "Explain the script function record_route",
            "What does $ru mean in opensips.cfg?"),
        List.of(),
        (arguments, ports) -> {
          Version version = given.version(arguments, ports);
          String topic = arguments.text("topic").strip();
          return switch (new Explain(version).of(topic)) {
            case Explanation.Known(List<Explanation.Entry> entries) ->
                found(topic, version, entries, List.of());
            case Explanation.Unknown(_, List<Explanation.Entry> elsewhere, _)
                when !elsewhere.isEmpty() ->
                found(
                    topic,
                    version,
                    elsewhere,
                    List.of("OpenSIPS " + version.label() + " has none; other versions do."));
            case Explanation.Unknown(_, _, List<String> nearest) ->
                ToolError.ARGUMENTS_WRONG.failure(
                    "No version of OpenSIPS has anything of that name.",
                    Nearest.orElse(
                        nearest,
                        "Write module, module.parameter, $variable, or a function's name."));
          };
        });
  }

  private static Outcome found(
      String topic, Version version, List<Explanation.Entry> entries, List<String> warnings) {
    JsonObject json = new JsonObject();
    json.addProperty("topic", topic);
    json.addProperty("version", version.label());
    JsonArray all = new JsonArray();
    for (Explanation.Entry entry : entries) {
      JsonObject one = new JsonObject();
      one.addProperty("kind", entry.topic().words());
      one.addProperty("name", entry.name());
      one.addProperty("owner", entry.owner());
      one.addProperty("text", entry.text());
      one.add(
          "history",
          Json.texts(entry.history().stream().map(it -> it.version() + ": " + it.text()).toList()));
      all.add(one);
    }
    json.add("found", all);
    return new Outcome.Value(json, warnings);
  }
}
