package dev.opensipsmcp.server.toolset.config;

import static dev.opensipsmcp.server.tool.Schema.list;
import static dev.opensipsmcp.server.tool.Schema.object;
import static dev.opensipsmcp.server.tool.Schema.optional;
import static dev.opensipsmcp.server.tool.Schema.required;
import static dev.opensipsmcp.server.tool.Schema.text;
import static dev.opensipsmcp.server.tool.Schema.texts;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.cfg.finding.Finding;
import dev.opensipsmcp.cfg.finding.Severity;
import dev.opensipsmcp.cfg.lint.LintReport;
import dev.opensipsmcp.cfg.lint.LintSettings;
import dev.opensipsmcp.cfg.lint.Linter;
import dev.opensipsmcp.cfg.lint.Release;
import dev.opensipsmcp.cfg.lint.RuleInfo;
import dev.opensipsmcp.cfg.lint.Rules;
import dev.opensipsmcp.cfg.source.Program;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.report.FindingJson;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Nearest;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.SharedParameters;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.Paging;
import dev.opensipsmcp.server.toolset.common.ReadTools;
import dev.opensipsmcp.server.toolset.common.ToolError;
import dev.opensipsmcp.server.toolset.lookout.Around;
import dev.opensipsmcp.server.toolset.lookout.Looked;
import dev.opensipsmcp.server.toolset.lookout.Lookout;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Audits configurations. */
final class LintTools {
  private static final Schema.Property RELEASE =
      optional("release", text("Exact release").matching("[0-9]+[.][0-9]+[.][0-9]+"));
  private static final Schema.Property LIVE =
      optional("live", Schema.flag("Also look at the node").byDefault(false));
  private static final Needs ON_DEMAND = Needs.onDemand(Lookout.COMMANDS.toArray(String[]::new));
  private static final Schema OUTPUT =
      object(
          "Audit",
          required("version", text("Version audited for")),
          Findings.COUNTS,
          Findings.FINDINGS,
          required("suppressed", Schema.integer("Excused by a comment")),
          required("not_looked_at", texts("Rules left out, and why")),
          optional("seen", texts("What live saw, or why not")),
          Findings.NEXT);

  private LintTools() {}

  static List<Tool> all(ConfigDesk desk) {
    Given given = new Given(desk);
    return List.of(lint(given), security(given), rules());
  }

  private static Tool lint(Given given) {
    return ConfigToolset.READS.tool(
        ON_DEMAND,
        "cfg_lint",
        "Audit a configuration",
        ReadTools.says(
            "Lint an opensips.cfg: open relays, leaks, weak spots.",
            "Use when a file shall be robust or, live, what its node runs.",
            "Not for start-up; use `cfg_check`.",
            "Returns a page of findings."),
        Schema.arguments(
            Given.CONTENT,
            Given.PATH,
            Given.VERSION,
            LIVE,
            optional("include", texts("Only these rule ids")),
            optional("exclude", texts("All but these ids")),
            optional("severity", text("Report from").oneOf("high", "medium", "low")),
            SharedParameters.limit(Findings.PAGE, 200),
            SharedParameters.CURSOR),
        OUTPUT,
        List.of(
            "Lint this opensips.cfg",
            "Audit my configuration for weak spots",
            "Does the node run what this file says?",
            "Which robustness problems does this script have?"),
        List.of("cfg_optimize"),
        (arguments, ports) ->
            run(given, arguments, ports, chosen(arguments, "include"), "include"));
  }

  private static Tool security(Given given) {
    return ConfigToolset.READS.tool(
        ON_DEMAND,
        "security_audit_config",
        "Security audit of a configuration",
        ReadTools.says(
            "Audit an opensips.cfg for security: relays, authentication, injection, secrets, TLS.",
            "Use when only security matters, before, or with live while, a node faces the"
                + " internet.",
            "Not for robustness and order too; use `cfg_lint`.",
            "Returns counts per severity and a page of findings with rule, place, reason and fix."),
        Schema.arguments(
            Given.CONTENT,
            Given.PATH,
            Given.VERSION,
            RELEASE,
            LIVE,
            SharedParameters.limit(Findings.PAGE, 200),
            SharedParameters.CURSOR),
        OUTPUT,
        List.of(
            "Security audit of this opensips.cfg",
            "Is my configuration an open relay?",
            "Find security holes in the SIP routing script"),
        List.of(),
        (arguments, ports) ->
            run(given, arguments, ports, security(arguments.flag("live", false)), "include"));
  }

  /** An audit of a text that the node does not run says nothing of the node. */
  private static Set<String> security(boolean live) {
    return Rules.all().stream()
        .map(RuleInfo::id)
        .filter(id -> id.startsWith("S") || (live && id.startsWith("N")))
        .collect(Collectors.toSet());
  }

  private static Set<String> chosen(Arguments arguments, String name) {
    return new HashSet<>(arguments.texts(name));
  }

  private static Outcome run(
      Given given, Arguments arguments, ReadPorts ports, Set<String> include, String word) {
    Set<String> exclude = chosen(arguments, "exclude");
    Optional<Outcome.Failure> unknown = unknown(include, word);
    unknown = unknown.isPresent() ? unknown : unknown(exclude, "exclude");
    if (unknown.isPresent()) {
      return unknown.get();
    }
    Severity least =
        arguments
            .maybeText("severity")
            .map(label -> Severity.valueOf(label.toUpperCase(Locale.ROOT)))
            .orElse(Severity.UNKNOWN);
    return given.program(
        arguments,
        program -> {
          Version version = given.version(arguments, ports);
          LintSettings settings =
              LintSettings.of(version).including(include).excluding(exclude).atLeast(least);
          Optional<Release> release = arguments.maybeText("release").flatMap(Release::parse);
          Around around =
              arguments.flag("live", false)
                  ? given.lookout(ports).around(program, given.file(arguments))
                  : Around.NOTHING;
          return reported(
              program,
              around.known(release.map(settings::withRelease).orElse(settings)),
              around,
              arguments);
        });
  }

  private static Outcome reported(
      Program program, LintSettings settings, Around around, Arguments arguments) {
    LintReport report = new Linter().lint(program, settings);
    JsonObject json = new JsonObject();
    json.addProperty("version", settings.version().label());
    json.addProperty("suppressed", report.suppressed().size());
    JsonArray not = new JsonArray();
    report.notLookedAt().forEach(rule -> not.add(rule.id() + ": " + rule.why()));
    json.add("not_looked_at", not);
    if (!around.looked().isEmpty()) {
      json.add("seen", Json.texts(around.looked().stream().map(Looked::line).toList()));
    }
    List<Finding> findings =
        report.findings().stream().map(LintReport.Fingerprinted::finding).toList();
    return Findings.page(json, findings, program.origins(), arguments)
        ? new Outcome.Value(json, unseen(around))
        : Paging.badCursor();
  }

  private static List<String> unseen(Around around) {
    return around.looked().stream()
        .filter(looked -> looked.what().equals(Looked.NODE) && !looked.seen())
        .map(looked -> "The node was not asked: " + looked.words())
        .toList();
  }

  private static Optional<Outcome.Failure> unknown(Set<String> ids, String argument) {
    List<String> known = Rules.all().stream().map(RuleInfo::id).toList();
    return ids.stream()
        .filter(id -> !known.contains(id))
        .sorted()
        .findFirst()
        .map(id ->
            ToolError.ARGUMENTS_WRONG.failure(
                "There is no rule " + id + " to " + argument + ".",
                Nearest.orElse(Nearest.to(id, known), "Take ids that cfg_list_lint_rules shows.")));
  }

  private static Tool rules() {
    return ConfigToolset.READS.tool(
        "cfg_list_lint_rules",
        "The rules of the audit",
        ReadTools.says(
            "List the rules of the audit with what each is about and why it matters.",
            "Use when rules are to be included, left out or explained.",
            "Not for applying them; use `cfg_lint`.",
            "Returns a page of rules: id, severity, title, reason, versions, and what it looks"
                + " at."),
        Schema.arguments(
            optional("rule", text("Only this one").longest(20).examples("S07")),
            SharedParameters.limit(60, 200),
            SharedParameters.CURSOR,
            SharedParameters.FIELDS),
        list(
            "Rules",
            object(
                "A rule",
                required("id", text("Its stable name")),
                required("severity", text("How much it matters")),
                required("title", text("What it is about")),
                required("why", text("Why it matters")),
                required("versions", text("Versions it applies to")),
                required("looks_at", text("What it needs")),
                required("by", text("The tools that apply it")))),
        List.of(
            "List the lint rules",
            "Which rules does the configuration audit have?",
            "What does rule S07 of the audit mean?"),
        List.of(),
        (arguments, _) -> {
          Set<String> only = arguments.maybeText("rule").map(Set::of).orElse(Set.of());
          Optional<Outcome.Failure> wrong = unknown(only, "show");
          return wrong.isPresent()
              ? wrong.get()
              : Paging.page(rows(only), arguments, 60, List.of());
        });
  }

  private static List<JsonObject> rows(Set<String> only) {
    List<JsonObject> rows = new ArrayList<>();
    for (RuleInfo rule : Rules.all()) {
      if (!only.isEmpty() && !only.contains(rule.id())) {
        continue;
      }
      JsonObject json = new JsonObject();
      json.addProperty("id", rule.id());
      json.addProperty("severity", FindingJson.label(rule.severity()));
      json.addProperty("title", rule.title());
      json.addProperty("why", rule.why());
      json.addProperty("versions", rule.first().label() + " to " + rule.last().label());
      json.addProperty("looks_at", rule.need().words());
      json.addProperty("by", rule.byCheck() ? "cfg_lint, cfg_check" : "cfg_lint");
      rows.add(json);
    }
    return rows;
  }
}
