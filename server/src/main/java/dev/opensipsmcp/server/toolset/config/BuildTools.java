package dev.opensipsmcp.server.toolset.config;

import static dev.opensipsmcp.server.tool.Schema.flag;
import static dev.opensipsmcp.server.tool.Schema.integer;
import static dev.opensipsmcp.server.tool.Schema.list;
import static dev.opensipsmcp.server.tool.Schema.map;
import static dev.opensipsmcp.server.tool.Schema.object;
import static dev.opensipsmcp.server.tool.Schema.optional;
import static dev.opensipsmcp.server.tool.Schema.required;
import static dev.opensipsmcp.server.tool.Schema.text;
import static dev.opensipsmcp.server.tool.Schema.texts;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.cfg.build.BuildResult;
import dev.opensipsmcp.cfg.build.CfgBuilder;
import dev.opensipsmcp.cfg.build.M4Result;
import dev.opensipsmcp.cfg.build.Parameter;
import dev.opensipsmcp.cfg.build.Scenario;
import dev.opensipsmcp.cfg.build.Scenarios;
import dev.opensipsmcp.cfg.build.Suggestion;
import dev.opensipsmcp.cfg.build.Suggestions;
import dev.opensipsmcp.cfg.diff.ConfigurationDiff;
import dev.opensipsmcp.cfg.syntax.Parser;
import dev.opensipsmcp.server.report.ConfigSecrets;
import dev.opensipsmcp.server.report.DiffJson;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.SharedParameters;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.Paging;
import dev.opensipsmcp.server.toolset.common.ReadTools;
import java.util.List;
import java.util.Locale;

/** Builds configurations from scenarios. */
final class BuildTools {
  private static final Schema.Property SCENARIO =
      required("scenario", text("A name that cfg_list_scenarios shows").longest(100));
  private static final Schema.Property PARAMS =
      optional("params", map("Parameter name to value; what is left out has its default"));
  private static final Schema.Property FEATURES =
      optional("features", texts("WITH_ names beside the scenario's own").most(60));

  private BuildTools() {}

  static List<Tool> all(ConfigDesk desk) {
    Given given = new Given(desk);
    return List.of(
        scenarios(), describe(), suggest(), generate(given), m4(given), reference(given));
  }

  private static Tool scenarios() {
    return ConfigToolset.READS.tool(
        "cfg_list_scenarios",
        "Scenarios to build from",
        ReadTools.says(
            "List the scenarios that a configuration can be built from.",
            "Use when a node is to be set up and nobody wrote its configuration yet.",
            "Not for one that fits a description; use `cfg_suggest`.",
            "Returns a page of scenarios: name, title, what the node does, features, and what it"
                + " answers."),
        Schema.arguments(
            SharedParameters.limit(50, 100), SharedParameters.CURSOR, SharedParameters.FIELDS),
        list(
            "Scenarios",
            object(
                "A scenario",
                required("name", text("Its name")),
                required("title", text("Its name for people")),
                required("summary", text("What the node does")),
                required("features", texts("What it is made of")),
                required("optional", texts("What makes sense beside it")),
                required("offers", texts("What it answers")))),
        List.of(
            "List the configuration scenarios",
            "Which opensips.cfg templates are there?",
            "What kinds of node can you build a configuration for?"),
        List.of(),
        (arguments, _) ->
            Paging.page(
                Scenarios.all().stream().map(BuildTools::row).toList(), arguments, 50, List.of()));
  }

  private static JsonObject row(Scenario scenario) {
    JsonObject json = new JsonObject();
    json.addProperty("name", scenario.name());
    json.addProperty("title", scenario.title());
    json.addProperty("summary", scenario.summary());
    json.add("features", Json.texts(scenario.features()));
    json.add("optional", Json.texts(scenario.optional()));
    json.add(
        "offers",
        Json.texts(
            scenario.offers().stream()
                .map(offer -> offer.name().toLowerCase(Locale.ROOT))
                .sorted()
                .toList()));
    return json;
  }

  private static Tool describe() {
    return ConfigToolset.READS.tool(
        "cfg_describe_scenario",
        "What a scenario takes",
        ReadTools.says(
            "Describe a scenario: what it does, its features and every parameter it takes.",
            "Use when a configuration is about to be built from it.",
            "Not for the list of them; use `cfg_list_scenarios`.",
            "Returns the scenario and its parameters with form, default and whether to ask."),
        Schema.arguments(SCENARIO, FEATURES),
        object(
            "A scenario",
            required("name", text("Its name")),
            required("title", text("Its name for people")),
            required("summary", text("What the node does")),
            required("features", texts("What it is made of")),
            required("optional", texts("What makes sense beside it")),
            required("offers", texts("What it answers")),
            required(
                "parameters", list("Parameters", map("name, description, form, default, ask")))),
        List.of(
            "Describe the load-balancer scenario",
            "Which parameters does this scenario take?",
            "What do I have to know to build a registrar config?"),
        List.of("cfg_get_scenario_params"),
        (arguments, _) ->
            Building.scenario(
                arguments.text("scenario"),
                scenario -> {
                  JsonObject json = row(scenario);
                  json.add(
                      "parameters",
                      parameters(Scenarios.parameters(scenario, Building.features(arguments))));
                  return new Outcome.Value(json);
                }));
  }

  private static JsonArray parameters(List<Parameter> parameters) {
    JsonArray all = new JsonArray();
    for (Parameter parameter : parameters) {
      JsonObject json = new JsonObject();
      json.addProperty("name", parameter.name());
      json.addProperty("description", parameter.description());
      json.addProperty("form", parameter.kind().form());
      json.addProperty("default", parameter.defaultValue());
      json.addProperty("ask", parameter.important());
      all.add(json);
    }
    return all;
  }

  private static Tool suggest() {
    return ConfigToolset.READS.tool(
        "cfg_suggest",
        "Scenario for a description",
        ReadTools.says(
            "Suggest scenarios for what somebody wants in plain words, with what is to be asked.",
            "Use when a person describes a deployment and no scenario is chosen yet.",
            "Not for all of them; use `cfg_list_scenarios`.",
            "Returns up to five, best first: fit in percent, features and values found in the"
                + " words, open questions, and the next call."),
        Schema.arguments(
            required("description", text("What is wanted, plain English").longest(4_000))),
        list(
            "Suggestions",
            object(
                "A suggestion",
                required("scenario", text("Its name")),
                required("summary", text("What the node does")),
                required("percent", integer("How well it fits")),
                required("matched", texts("Words that speak for it")),
                required("features", texts("Features asked for")),
                required("params", map("Values found")),
                required("questions", texts("What to ask, by parameter")))),
        List.of(
            "I want a SIP trunk with failover for 200 calls",
            "Suggest a configuration for WebRTC clients behind NAT",
            "Which scenario fits a small office PBX?"),
        List.of("cfg_start_session"),
        (arguments, _) -> {
          List<JsonObject> rows =
              Suggestions.of(arguments.text("description")).stream()
                  .map(BuildTools::suggested)
                  .toList();
          return new Outcome.Rows(
              rows,
              false,
              String::valueOf,
              List.of(
                  rows.isEmpty()
                      ? "Nothing in the description is known: see cfg_list_scenarios."
                      : "Next: ask the questions, then call cfg_generate."));
        });
  }

  private static JsonObject suggested(Suggestion suggestion) {
    JsonObject json = new JsonObject();
    json.addProperty("scenario", suggestion.scenario().name());
    json.addProperty("summary", suggestion.scenario().summary());
    json.addProperty("percent", suggestion.percent());
    json.add("matched", Json.texts(suggestion.matched()));
    json.add("features", Json.texts(suggestion.features().stream().sorted().toList()));
    JsonObject params = new JsonObject();
    suggestion.parameters().forEach(params::addProperty);
    json.add("params", params);
    json.add(
        "questions",
        Json.texts(
            suggestion.questions().stream()
                .map(question -> question.parameter().name() + ": " + question.text())
                .toList()));
    return json;
  }

  private static Tool generate(Given given) {
    return ConfigToolset.READS.tool(
        "cfg_generate",
        "Build a configuration",
        ReadTools.says(
            "Generate an opensips.cfg from a scenario, its parameters and further features.",
            "Use when the scenario and the values for its parameters are known.",
            "Not for choosing one; use `cfg_suggest`. Not for flags alone; use"
                + " `cfg_build_from_flags`.",
            "Returns the text, a part at a time, its modules and notes, and what check and audit"
                + " find in it. Secrets are references, never values."),
        Schema.arguments(
            SCENARIO,
            PARAMS,
            FEATURES,
            Given.VERSION,
            optional("validate", flag("Check the text").byDefault(true)),
            optional("lint", flag("Audit the text").byDefault(true)),
            TextPart.FROM),
        Building.OUTPUT,
        List.of(
            "Generate a load balancer configuration for 3.6",
            "Build an opensips.cfg for a registrar with NAT",
            "Create a configuration from the webrtc-gateway scenario"),
        List.of("cfg_generate_iterative"),
        (arguments, ports) ->
            Building.scenario(
                arguments.text("scenario"),
                scenario ->
                    Building.built(
                        scenario,
                        given.version(arguments, ports),
                        Building.values(arguments.object("params")),
                        Building.features(arguments),
                        arguments)));
  }

  private static Tool m4(Given given) {
    return ConfigToolset.READS.tool(
        "cfg_generate_m4",
        "Build a configuration for m4",
        ReadTools.says(
            "Generate a scenario's configuration as a pair for m4: a template and a site's values.",
            "Use when several sites share one configuration and differ in addresses.",
            "Not for one flat file; use `cfg_generate`.",
            "Returns one of the two texts, a part at a time; m4 DEFINITIONS TEMPLATE, or"
                + " cfg_preprocess, makes the flat file."),
        Schema.arguments(
            SCENARIO,
            optional("template_params", map("Values that all sites share, by parameter")),
            optional("site_params", map("Values of one site, by parameter")),
            FEATURES,
            Given.VERSION,
            optional(
                "part",
                text("Which of the two").oneOf("template", "definitions").byDefault("template")),
            TextPart.FROM),
        object(
            "One of the pair",
            TextPart.with(
                required("part", text("Which it is")),
                required("other_lines", integer("Lines of the other")),
                required("notes", texts("What to know or do")))),
        List.of(
            "Generate the m4 form of the registrar scenario",
            "Make an m4 template and site definitions",
            "I want one template for ten sites"),
        List.of(),
        (arguments, ports) ->
            Building.scenario(
                arguments.text("scenario"),
                scenario -> {
                  var values = Building.values(arguments.object("template_params"));
                  values.putAll(Building.values(arguments.object("site_params")));
                  return switch (CfgBuilder.m4(
                      scenario,
                      given.version(arguments, ports),
                      values,
                      Building.features(arguments))) {
                    case M4Result.Refused(List<String> problems) -> Building.refused(problems);
                    case M4Result.Pair pair -> pair(pair, arguments);
                  };
                }));
  }

  private static Outcome pair(M4Result.Pair pair, Arguments arguments) {
    boolean template = arguments.maybeText("part").orElse("template").equals("template");
    JsonObject json = new JsonObject();
    json.addProperty("part", template ? "template" : "definitions");
    json.addProperty(
        "other_lines", (template ? pair.definitions() : pair.template()).lines().count());
    json.add("notes", Json.texts(pair.notes()));
    TextPart.add(json, template ? pair.template() : pair.definitions(), arguments);
    return new Outcome.Value(json);
  }

  private static Tool reference(Given given) {
    return ConfigToolset.READS.tool(
        "cfg_diff_reference",
        "Compare with a scenario",
        ReadTools.says(
            "Diff a configuration against what a scenario would give with the same parameters.",
            "Use when a configuration grew from a scenario and its drift is wanted.",
            "Not for two texts; use `cfg_diff`.",
            "Returns what differs in meaning and a unified diff from the scenario's text to the"
                + " given one, a part at a time."),
        Schema.arguments(
            Given.CONTENT, Given.PATH, SCENARIO, PARAMS, FEATURES, Given.VERSION, TextPart.FROM),
        object(
            "Difference",
            TextPart.with(
                required("kind", text("none, layout, comments, order or meaning")),
                required("meaning", map("What differs")))),
        List.of(
            "How does this config differ from the load-balancer scenario?",
            "Compare opensips.cfg with its reference scenario",
            "Drift of my configuration against the generated one"),
        List.of(),
        (arguments, ports) ->
            Building.scenario(
                arguments.text("scenario"),
                scenario ->
                    given.text(
                        arguments,
                        source ->
                            switch (CfgBuilder.build(
                                scenario,
                                given.version(arguments, ports),
                                Building.values(arguments.object("params")),
                                Building.features(arguments))) {
                              case BuildResult.Refused(List<String> problems) ->
                                  Building.refused(problems);
                              case BuildResult.Built built ->
                                  drift(scenario.name(), built.text(), source, arguments);
                            })));
  }

  private static Outcome drift(
      String name, String reference, Given.Source source, Arguments arguments) {
    ConfigurationDiff diff =
        ConfigurationDiff.between(Parser.parse(reference), Parser.parse(source.text()));
    JsonObject json = new JsonObject();
    json.addProperty("kind", DiffJson.kind(diff));
    json.add("meaning", DiffJson.of(diff));
    TextPart.add(
        json, ConfigSecrets.diff(name, reference, source.name(), source.text()), arguments);
    return new Outcome.Value(json);
  }
}
