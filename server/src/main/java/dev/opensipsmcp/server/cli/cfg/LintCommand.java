package dev.opensipsmcp.server.cli.cfg;

import com.google.gson.JsonObject;
import dev.opensipsmcp.cfg.finding.Finding;
import dev.opensipsmcp.cfg.finding.Severity;
import dev.opensipsmcp.cfg.lint.Baseline;
import dev.opensipsmcp.cfg.lint.LintReport;
import dev.opensipsmcp.cfg.lint.LintSettings;
import dev.opensipsmcp.cfg.lint.Linter;
import dev.opensipsmcp.cfg.lint.Release;
import dev.opensipsmcp.cfg.lint.RuleInfo;
import dev.opensipsmcp.cfg.lint.Rules;
import dev.opensipsmcp.cfg.lint.Sarif;
import dev.opensipsmcp.cfg.lint.Surroundings.Live;
import dev.opensipsmcp.cfg.source.Program;
import dev.opensipsmcp.server.redact.Redactor;
import dev.opensipsmcp.server.report.FindingJson;
import dev.opensipsmcp.server.tool.Nearest;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.lookout.Around;
import dev.opensipsmcp.server.toolset.lookout.Looked;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** {@code cfg lint}. */
record LintCommand(Files files, PrintStream out, PrintStream err, String product, LiveNodes nodes) {
  int lint(Options options) {
    Program program = files.program(options.positional(0));
    Around around = around(options, program);
    LintSettings settings = around.known(settings(options, around));
    LintReport report = new Linter().lint(program, settings);
    options.text("--write-baseline").ifPresent(name -> files.write(name, Baseline.write(report)));
    List<Finding> findings =
        report.findings().stream().map(LintReport.Fingerprinted::finding).toList();
    if (options.flag("--sarif")) {
      out.print(new Redactor(List.of()).redact(Sarif.write(report, program.origins(), product)));
    } else if (options.flag("--json")) {
      JsonObject json = new JsonObject();
      json.addProperty("version", settings.version().label());
      json.add("counts", FindingJson.counts(findings));
      json.addProperty("suppressed", report.suppressed().size());
      json.addProperty("known", report.known().size());
      if (!around.looked().isEmpty()) {
        json.add("seen", Json.texts(around.looked().stream().map(Looked::line).toList()));
      }
      json.add("findings", CheckCommand.findings(findings, program.origins()));
      out.println(new Redactor(List.of()).redact(json));
    } else {
      CheckCommand.print(findings, program.origins(), out);
      err.println(
          findings.size()
              + " found, "
              + report.suppressed().size()
              + " excused by comments, "
              + report.known().size()
              + " known.");
    }
    return findings.isEmpty() ? CfgCommands.DONE : CfgCommands.FOUND;
  }

  private Around around(Options options, Program program) {
    Optional<String> instance = options.text("--live");
    if (instance.isEmpty()) {
      return Around.NOTHING;
    }
    Optional<Path> file = files.file(options.positional(0));
    return switch (nodes.look(instance.get(), program, file)) {
      case LiveNodes.Look.Not(String why) -> throw new Unreadable(why);
      case LiveNodes.Look.Seen(Around seen) -> {
        Redactor redactor = new Redactor(List.of());
        seen.looked().forEach(looked -> err.println(redactor.redact(looked.line())));
        yield seen;
      }
    };
  }

  private LintSettings settings(Options options, Around around) {
    LintSettings settings =
        LintSettings.of(options.version(around.surroundings().live().map(Live::version)))
            .including(known(options.words("--include")))
            .excluding(known(options.words("--exclude")))
            .atLeast(severity(options));
    if (options.text("--baseline").isPresent()) {
      settings = settings.knowing(Baseline.parse(files.text(options.text("--baseline").get())));
    }
    if (options.text("--release").isPresent()) {
      String word = options.text("--release").get();
      settings =
          settings.withRelease(
              Release.parse(word)
                  .orElseThrow(
                      () -> new Unreadable("'" + word + "' is no release. Write it as 3.6.8.")));
    }
    return settings;
  }

  private static Severity severity(Options options) {
    String word = options.text("--severity").orElse("unknown");
    try {
      return Severity.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException _) {
      throw new Unreadable(
          "There is no severity " + word + ". Give fatal, high, medium, low or unknown.");
    }
  }

  private static Set<String> known(Set<String> ids) {
    List<String> all = Rules.all().stream().map(RuleInfo::id).toList();
    for (String id : ids) {
      if (!all.contains(id)) {
        throw new Unreadable(
            "There is no rule "
                + id
                + ". "
                + Nearest.orElse(Nearest.to(id, all), "The rules are " + String.join(", ", all)));
      }
    }
    return ids;
  }
}
