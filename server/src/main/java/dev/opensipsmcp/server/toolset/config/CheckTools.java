package dev.opensipsmcp.server.toolset.config;

import static dev.opensipsmcp.server.tool.Schema.flag;
import static dev.opensipsmcp.server.tool.Schema.list;
import static dev.opensipsmcp.server.tool.Schema.map;
import static dev.opensipsmcp.server.tool.Schema.object;
import static dev.opensipsmcp.server.tool.Schema.required;
import static dev.opensipsmcp.server.tool.Schema.text;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.cfg.check.Checker;
import dev.opensipsmcp.cfg.check.Verdict;
import dev.opensipsmcp.cfg.source.Program;
import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.ModuleFacts;
import dev.opensipsmcp.facts.ModuleParameter;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.SharedParameters;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.common.Paging;
import dev.opensipsmcp.server.toolset.common.ReadTools;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whether OpenSIPS would take a configuration, in this version and in another. */
final class CheckTools {
  private CheckTools() {}

  static List<Tool> all(ConfigDesk desk) {
    Given given = new Given(desk);
    return List.of(check(given), compat(given));
  }

  private static Tool check(Given given) {
    return ConfigToolset.READS.tool(
        "cfg_check",
        "Check a configuration",
        ReadTools.says(
            "Check whether OpenSIPS of a version would accept an opensips.cfg and start with it.",
            "Use when a configuration was written or changed, before a node runs it.",
            "Not for weak spots of a file that starts; use `cfg_lint`. Not for asking a real"
                + " binary; use `cfg_validate`.",
            "Returns both verdicts and a page of findings with places and fixes. Databases, ports"
                + " and certificates are not looked at."),
        Schema.arguments(
            Given.CONTENT,
            Given.PATH,
            Given.VERSION,
            SharedParameters.limit(Findings.PAGE, 200),
            SharedParameters.CURSOR),
        object(
            "Verdict",
            required("version", text("Version checked against")),
            required("accepted", flag("Whether opensips -C would accept it")),
            required("starts", flag("Whether it would start")),
            Findings.COUNTS,
            Findings.FINDINGS,
            Findings.NEXT),
        List.of(
            "Check this opensips.cfg for 3.6",
            "Would OpenSIPS start with this configuration?",
            "Are there syntax errors or unknown modules in my opensips.cfg?"),
        List.of(),
        (arguments, ports) ->
            given.program(
                arguments,
                program -> checked(program, given.version(arguments, ports), arguments)));
  }

  private static Outcome checked(Program program, Version version, Arguments arguments) {
    Verdict verdict = new Checker(Facts.of(version)).verdict(program);
    JsonObject json = new JsonObject();
    json.addProperty("version", version.label());
    json.addProperty("accepted", verdict.accepted());
    json.addProperty("starts", verdict.starts());
    return Findings.page(json, verdict.findings(), program.origins(), arguments)
        ? new Outcome.Value(json)
        : Paging.badCursor();
  }

  private static Tool compat(Given given) {
    return ConfigToolset.READS.tool(
        "cfg_check_compat",
        "Check against another version",
        ReadTools.says(
            "Check what in a configuration clashes with a target version, changed defaults"
                + " included.",
            "Use when an upgrade is considered, before it is planned.",
            "Not for the rewrite itself; use `cfg_migrate`.",
            "Returns whether the target would start with it, a page of findings, and parameters"
                + " of loaded modules that are not set and whose default differs."),
        Schema.arguments(
            Given.CONTENT,
            Given.PATH,
            Given.VERSION,
            required(
                "target_version", text("Version to move to").oneOf("3.4", "3.5", "3.6", "4.0")),
            SharedParameters.limit(Findings.PAGE, 200),
            SharedParameters.CURSOR),
        object(
            "Clashes",
            required("version", text("Version it is for")),
            required("target_version", text("Version it was held against")),
            required("starts", flag("Whether the target would start")),
            Findings.COUNTS,
            Findings.FINDINGS,
            required("defaults", list("Changed defaults", map("module, parameter, before, after"))),
            Findings.NEXT),
        List.of(
            "Is this config compatible with OpenSIPS 4.0?",
            "What would break in opensips.cfg under 3.6?",
            "Which defaults changed for my modules in the target version?"),
        List.of(),
        (arguments, ports) ->
            given.program(arguments, program -> clashes(program, given, arguments, ports)));
  }

  private static Outcome clashes(
      Program program, Given given, Arguments arguments, ReadPorts ports) {
    Version from = given.version(arguments, ports);
    Version to = Version.parse(arguments.text("target_version")).orElse(from);
    Verdict verdict = new Checker(Facts.of(to)).verdict(program);
    JsonObject json = new JsonObject();
    json.addProperty("version", from.label());
    json.addProperty("target_version", to.label());
    json.addProperty("starts", verdict.starts());
    json.add("defaults", defaults(program, Facts.of(from), Facts.of(to)));
    return Findings.page(json, verdict.findings(), program.origins(), arguments)
        ? new Outcome.Value(json)
        : Paging.badCursor();
  }

  /** {@return what the loaded modules' parameters have that are not set and differ} */
  private static JsonArray defaults(Program program, Facts from, Facts to) {
    Set<String> loaded = new TreeSet<>();
    Set<String> set = new HashSet<>();
    for (Item item : program.tree().items()) {
      if (item instanceof Item.LoadModule module) {
        loaded.add(module.module());
      } else if (item instanceof Item.ModuleParameter parameter) {
        set.add(parameter.module().value() + "." + parameter.name().value());
      }
    }
    JsonArray all = new JsonArray();
    for (String name : loaded) {
      Optional<ModuleFacts> before = from.module(name);
      Optional<ModuleFacts> after = to.module(name);
      if (before.isPresent() && after.isPresent()) {
        different(before.get(), after.get()).stream()
            .filter(one -> !set.contains(name + "." + one.get("parameter").getAsString()))
            .forEach(all::add);
      }
    }
    return all;
  }

  private static List<JsonObject> different(ModuleFacts before, ModuleFacts after) {
    List<JsonObject> all = new ArrayList<>();
    for (ModuleParameter parameter : before.parameters()) {
      Optional<ModuleParameter> now = after.parameter(parameter.name());
      if (now.isPresent() && !now.get().defaultValue().equals(parameter.defaultValue())) {
        JsonObject json = new JsonObject();
        json.addProperty("module", before.name());
        json.addProperty("parameter", parameter.name());
        json.addProperty("before", parameter.defaultValue().orElse("not set"));
        json.addProperty("after", now.get().defaultValue().orElse("not set"));
        all.add(json);
      }
    }
    return all;
  }
}
