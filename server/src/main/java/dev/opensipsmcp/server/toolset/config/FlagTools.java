package dev.opensipsmcp.server.toolset.config;

import static dev.opensipsmcp.server.tool.Schema.flag;
import static dev.opensipsmcp.server.tool.Schema.list;
import static dev.opensipsmcp.server.tool.Schema.map;
import static dev.opensipsmcp.server.tool.Schema.object;
import static dev.opensipsmcp.server.tool.Schema.optional;
import static dev.opensipsmcp.server.tool.Schema.required;
import static dev.opensipsmcp.server.tool.Schema.text;
import static dev.opensipsmcp.server.tool.Schema.texts;

import com.google.gson.JsonObject;
import dev.opensipsmcp.cfg.build.BuildResult;
import dev.opensipsmcp.cfg.build.CfgBuilder;
import dev.opensipsmcp.cfg.build.Feature;
import dev.opensipsmcp.cfg.build.Scenario;
import dev.opensipsmcp.cfg.build.Scenarios;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Nearest;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.SharedParameters;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.Paging;
import dev.opensipsmcp.server.toolset.common.ReadTools;
import dev.opensipsmcp.server.toolset.common.ToolError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Builds configurations from flags, as Kamailio's sample configuration has them. */
final class FlagTools {
  private static final Schema.Property FLAGS =
      required("flags", texts("WITH_ names that cfg_list_flags shows; case is free").most(60));

  /** What the earlier server called values of a site. */
  private static final Map<String, String> SITE =
      Map.of(
          "listen", "listen",
          "db-url", "database",
          "tls-cert-path", "certificate",
          "tls-key-path", "private-key",
          "rtp-proxy-addr", "rtpengine");

  private FlagTools() {}

  static List<Tool> all(ConfigDesk desk) {
    Given given = new Given(desk);
    return List.of(flags(), compose(given), build(given));
  }

  private static Tool flags() {
    return ConfigToolset.READS.tool(
        "cfg_list_flags",
        "Features as flags",
        ReadTools.says(
            "List the features that a configuration can be given, as WITH_ flags.",
            "Use when a configuration is to be put together from features.",
            "Not for whole scenarios; use `cfg_list_scenarios`.",
            "Returns a page of flags: name, what it does, modules, what it needs and excludes."),
        Schema.arguments(
            SharedParameters.limit(60, 100), SharedParameters.CURSOR, SharedParameters.FIELDS),
        list(
            "Flags",
            object(
                "A flag",
                required("name", text("Its name")),
                required("summary", text("What it does")),
                required("modules", texts("Modules it loads")),
                required("needs", texts("Flags that come with it")),
                required("excludes", texts("Flags that can't stand beside it")))),
        List.of(
            "List the WITH_ flags",
            "Which features can a generated configuration have?",
            "Is there a flag for NAT or TLS?"),
        List.of(),
        (arguments, _) -> {
          List<JsonObject> rows = new ArrayList<>();
          for (Feature feature : Scenarios.features()) {
            JsonObject json = new JsonObject();
            json.addProperty("name", feature.name());
            json.addProperty("summary", feature.summary());
            json.add("modules", Json.texts(feature.modules()));
            json.add("needs", Json.texts(feature.needs()));
            json.add("excludes", Json.texts(feature.excludes()));
            rows.add(json);
          }
          return Paging.page(rows, arguments, 60, List.of());
        });
  }

  private static Tool compose(Given given) {
    return ConfigToolset.READS.tool(
        "cfg_compose_flags",
        "What flags come to",
        ReadTools.says(
            "Compose WITH_ flags: which features and modules they come to, without a text.",
            "Use when it is not clear what some flags bring along or whether they fit.",
            "Not for the configuration itself; use `cfg_build_from_flags`.",
            "Returns all features with what others brought along, modules in their order, globals,"
                + " and unknown flags."),
        Schema.arguments(FLAGS, Given.VERSION),
        object(
            "What the flags come to",
            required("flags", texts("Features, with those brought along")),
            required("implied", texts("Those brought along")),
            required("modules", texts("Modules, in their order")),
            required("globals", texts("Lines outside of modules and routes")),
            required("unknown", texts("Flags that do not exist"))),
        List.of(
            "Which modules do WITH_NAT and WITH_TLS need?",
            "Resolve these WITH flags",
            "What does WITH_PSTN bring along?"),
        List.of(),
        (arguments, ports) ->
            with(scenario -> composed(scenario, given.version(arguments, ports), arguments)));
  }

  private static Outcome composed(Scenario scenario, Version version, Arguments arguments) {
    Set<String> known = new TreeSet<>(known(arguments));
    return switch (CfgBuilder.build(scenario, version, Map.of(), known)) {
      case BuildResult.Refused(List<String> problems) -> Building.refused(problems);
      case BuildResult.Built built -> {
        JsonObject json = new JsonObject();
        json.add("flags", Json.texts(built.features()));
        json.add(
            "implied",
            Json.texts(built.features().stream().filter(it -> !known.contains(it)).toList()));
        json.add("modules", Json.texts(built.modules()));
        json.add("globals", Json.texts(globals(built.text())));
        json.add("unknown", Json.texts(unknown(arguments)));
        yield new Outcome.Value(json);
      }
    };
  }

  private static List<String> globals(String text) {
    return text.lines()
        .takeWhile(line -> !line.startsWith("loadmodule") && !line.startsWith("route"))
        .filter(line -> line.matches("[a-z_]+ ?=.*"))
        .toList();
  }

  private static Tool build(Given given) {
    return ConfigToolset.READS.tool(
        "cfg_build_from_flags",
        "Build a configuration from flags",
        ReadTools.says(
            "Build a flat opensips.cfg from WITH_ flags and the values of a site.",
            "Use when somebody knows Kamailio's flags, or wants features rather than a scenario.",
            "Not for a scenario with its parameters; use `cfg_generate`.",
            "Returns the text, a part at a time, with modules, notes, check and audit. Only what"
                + " the flags switch on is in it."),
        Schema.arguments(
            FLAGS,
            optional(
                "site_params",
                map("LISTEN, DB_URL, TLS_CERT_PATH, TLS_KEY_PATH, or a parameter's name")),
            Given.VERSION,
            optional("validate", flag("Check the text").byDefault(true)),
            TextPart.FROM),
        Building.OUTPUT,
        List.of(
            "Build a config with WITH_AUTH, WITH_NAT and WITH_TLS",
            "opensips.cfg from flags like Kamailio's",
            "Make a flat configuration out of these features"),
        List.of(),
        (arguments, ports) -> {
          List<String> unknown = unknown(arguments);
          if (!unknown.isEmpty()) {
            return ToolError.ARGUMENTS_WRONG.failure(
                "There is no flag " + String.join(", ", unknown) + ".",
                Nearest.orElse(
                    Nearest.to(unknown.getFirst(), names()),
                    "Take flags that cfg_list_flags shows."));
          }
          Set<String> flags = new TreeSet<>(known(arguments));
          return with(scenario ->
              Building.built(
                  scenario, given.version(arguments, ports), site(arguments), flags, arguments));
        });
  }

  /** {@return what comes of the scenario that has nothing of its own} */
  private static Outcome with(Function<Scenario, Outcome> work) {
    return Building.scenario("feature-set", work);
  }

  private static Map<String, String> site(Arguments arguments) {
    Map<String, String> values = new HashMap<>();
    Building.values(arguments.object("site_params"))
        .forEach((name, value) -> values.put(SITE.getOrDefault(name, name), value));
    return values;
  }

  private static List<String> names() {
    List<String> names = new ArrayList<>();
    for (Feature feature : Scenarios.features()) {
      names.add(feature.name());
      names.addAll(feature.otherNames());
    }
    return names;
  }

  private static List<String> given(Arguments arguments) {
    return arguments.texts("flags").stream()
        .map(it -> it.strip().toUpperCase(Locale.ROOT).replace('-', '_'))
        .map(it -> it.startsWith("WITH_") ? it : "WITH_" + it)
        .toList();
  }

  private static List<String> known(Arguments arguments) {
    return given(arguments).stream().filter(names()::contains).toList();
  }

  private static List<String> unknown(Arguments arguments) {
    return given(arguments).stream().filter(it -> !names().contains(it)).toList();
  }
}
