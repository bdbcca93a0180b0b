package dev.opensipsmcp.server.toolset.config;

import static dev.opensipsmcp.server.tool.Schema.flag;
import static dev.opensipsmcp.server.tool.Schema.map;
import static dev.opensipsmcp.server.tool.Schema.object;
import static dev.opensipsmcp.server.tool.Schema.optional;
import static dev.opensipsmcp.server.tool.Schema.required;
import static dev.opensipsmcp.server.tool.Schema.texts;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.cfg.build.BuildResult;
import dev.opensipsmcp.cfg.build.CfgBuilder;
import dev.opensipsmcp.cfg.build.Scenario;
import dev.opensipsmcp.cfg.build.Scenarios;
import dev.opensipsmcp.cfg.check.Checker;
import dev.opensipsmcp.cfg.check.Verdict;
import dev.opensipsmcp.cfg.finding.Finding;
import dev.opensipsmcp.cfg.lint.LintReport;
import dev.opensipsmcp.cfg.lint.LintSettings;
import dev.opensipsmcp.cfg.lint.Linter;
import dev.opensipsmcp.cfg.source.Program;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.report.FindingJson;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Nearest;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.ToolError;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** What the tools that build configurations share. */
public final class Building {
  static final Schema OUTPUT =
      object(
          "The configuration",
          TextPart.with(
              required("modules", texts("Modules it loads")),
              required("features", texts("What it is made of")),
              required("notes", texts("What to do or know before it runs")),
              optional("starts", flag("Whether OpenSIPS would start with it")),
              optional("counts", map("What the check finds, per severity")),
              optional("lint", texts("What the audit finds"))));

  private Building() {}

  /** {@return what comes of the scenario of that name, or that there is none} */
  public static Outcome scenario(String name, Function<Scenario, Outcome> work) {
    Optional<Scenario> scenario = Scenarios.named(name);
    if (scenario.isPresent()) {
      return work.apply(scenario.get());
    }
    List<String> near =
        Nearest.to(name.replace('_', '-'), Scenarios.all().stream().map(Scenario::name).toList());
    return ToolError.ARGUMENTS_WRONG.failure(
        "There is no scenario of that name.",
        Nearest.orElse(near, "Take one that cfg_list_scenarios shows."));
  }

  /** {@return the further features that a call asks for} */
  public static Set<String> features(Arguments arguments) {
    return new TreeSet<>(arguments.texts("features"));
  }

  /** {@return values by name; a list is written with commas} */
  public static Map<String, String> values(JsonObject json) {
    Map<String, String> values = new HashMap<>();
    for (Map.Entry<String, JsonElement> entry : json.entrySet()) {
      String name = entry.getKey().toLowerCase(Locale.ROOT).replace('_', '-');
      values.put(
          name,
          entry.getValue() instanceof JsonPrimitive text
              ? text.getAsString()
              : entry.getValue().toString());
    }
    return values;
  }

  /** {@return why nothing can be built} */
  public static Outcome.Failure refused(List<String> problems) {
    return ToolError.ARGUMENTS_WRONG.failure(
        String.join(" ", problems), "See cfg_describe_scenario for names and forms.");
  }

  static Outcome built(
      Scenario scenario,
      Version version,
      Map<String, String> values,
      Set<String> features,
      Arguments arguments) {
    return switch (CfgBuilder.build(scenario, version, values, features)) {
      case BuildResult.Refused(List<String> problems) -> refused(problems);
      case BuildResult.Built built -> {
        JsonObject json = new JsonObject();
        json.add("modules", Json.texts(built.modules()));
        json.add("features", Json.texts(built.features()));
        json.add("notes", Json.texts(built.notes()));
        Program program = Program.of("opensips.cfg", filled(built.text()));
        if (arguments.flag("validate", true)) {
          Verdict verdict = new Checker(Facts.of(version)).verdict(program);
          json.addProperty("starts", verdict.starts());
          json.add("counts", FindingJson.counts(verdict.findings()));
        }
        if (arguments.flag("lint", true)) {
          json.add("lint", lint(program, version));
        }
        TextPart.add(json, built.text(), arguments);
        yield new Outcome.Value(json);
      }
    };
  }

  /** References to secrets are filled in before OpenSIPS reads the text; any value will do here. */
  private static String filled(String text) {
    return text.replaceAll("\\$\\{[A-Z][A-Z0-9_]*}", "filled-in-later-of-32-characters");
  }

  private static JsonArray lint(Program program, Version version) {
    LintReport report = new Linter().lint(program, LintSettings.of(version));
    JsonArray all = new JsonArray();
    for (LintReport.Fingerprinted found : report.findings()) {
      Finding finding = found.finding();
      all.add(
          finding.id()
              + " in line "
              + program.origins().place(finding.span()).line()
              + ": "
              + finding.message());
    }
    return all;
  }
}
