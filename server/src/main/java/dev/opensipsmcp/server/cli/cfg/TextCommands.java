package dev.opensipsmcp.server.cli.cfg;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import dev.opensipsmcp.cfg.diff.ConfigurationDiff;
import dev.opensipsmcp.cfg.diff.Kind;
import dev.opensipsmcp.cfg.diff.UnifiedDiff;
import dev.opensipsmcp.cfg.file.ConfigurationFiles;
import dev.opensipsmcp.cfg.file.FileCheck;
import dev.opensipsmcp.cfg.file.Opened;
import dev.opensipsmcp.cfg.file.Written;
import dev.opensipsmcp.cfg.format.Formatted;
import dev.opensipsmcp.cfg.format.Formatter;
import dev.opensipsmcp.cfg.migrate.Decision;
import dev.opensipsmcp.cfg.migrate.Migration;
import dev.opensipsmcp.cfg.migrate.Plan;
import dev.opensipsmcp.cfg.migrate.Release;
import dev.opensipsmcp.cfg.syntax.Parser;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.redact.Redactor;
import dev.opensipsmcp.server.report.ConfigSecrets;
import dev.opensipsmcp.server.report.DiffJson;
import dev.opensipsmcp.server.report.MigrationJson;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code cfg fmt}, {@code cfg migrate} and {@code cfg diff}. */
record TextCommands(Files files, PrintStream out, PrintStream err) {
  int fmt(Options options) {
    String name = options.positional(0);
    String text = files.text(name);
    String laid =
        switch (Formatter.format(Parser.parse(text))) {
          case Formatted.Done(String done) -> done;
          case Formatted.Refused(String reason) ->
              throw new Unreadable(
                  name + " is left as it is: " + reason + " Next: cfg check " + name);
        };
    if (options.flag("--check")) {
      out.print(UnifiedDiff.of(name, text, name, laid));
      return laid.equals(text) ? CfgCommands.DONE : CfgCommands.FOUND;
    }
    if (options.flag("--write")) {
      write(name, laid);
    } else {
      out.print(laid);
    }
    return CfgCommands.DONE;
  }

  private void write(String name, String text) {
    Path file = Files.path(name).toAbsolutePath().normalize();
    Path parent = file.getParent();
    if (name.equals("-") || parent == null) {
      throw new Unreadable("Standard input can't be replaced. Leave --write out.");
    }
    ConfigurationFiles all = new ConfigurationFiles(List.of(parent), InstantSource.system());
    Optional<String> seen =
        switch (all.read(file)) {
          case Opened.Read(var stored) -> Optional.of(stored.hash());
          case Opened.Refused(_, String message) -> throw new Unreadable(message);
        };
    switch (all.write(file, text, seen, FileCheck.none())) {
      case Written.Saved(_, Optional<Path> backup, _) ->
          err.println(name + " is laid out" + backup.map(it -> "; before: " + it).orElse("") + ".");
      case Written.Same _ -> err.println(name + " was laid out already.");
      case Written.Removed _ -> throw new IllegalStateException("A write takes no file away");
      case Written.Refused(_, String message) -> throw new Unreadable(message);
      case Written.Restored(String message, _) -> throw new Unreadable(message);
      case Written.Stuck(String message, _) -> throw new Unreadable(message);
    }
  }

  int migrate(Options options) {
    String name = options.positional(0);
    Release from = release(options.text("--from").orElse(""));
    String word = options.text("--to").orElse("");
    Version to =
        Version.parse(word)
            .orElseThrow(() ->
                new Unreadable("There is no way to " + word + ". Give 3.4, 3.5, 3.6 or 4.0."));
    return switch (Migration.plan(files.text(name), from, to)) {
      case Plan.Refused(String reason) -> throw new Unreadable(reason);
      case Plan.Migrated plan -> {
        out.print(plan.text());
        options.text("--report").ifPresent(report -> files.write(report, report(plan)));
        for (Decision decision : plan.decisions()) {
          err.println(
              name
                  + ":"
                  + decision.place().line()
                  + ": decide: "
                  + decision.what()
                  + (decision.options().isEmpty()
                      ? ""
                      : " " + String.join(" Or: ", decision.options())));
        }
        err.println(
            plan.changes().size()
                + " places rewritten, "
                + plan.decisions().size()
                + " decisions left, "
                + plan.databaseSteps().size()
                + " tables to bring along.");
        yield plan.decisions().isEmpty() ? CfgCommands.DONE : CfgCommands.FOUND;
      }
    };
  }

  private static String report(Plan.Migrated plan) {
    JsonObject json = new Redactor(List.of()).redact(MigrationJson.of(plan));
    return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(json) + "\n";
  }

  private static Release release(String word) {
    return Release.parse(word)
        .orElseThrow(() ->
            new Unreadable(
                "There is no way from "
                    + word
                    + ". Give one of "
                    + Arrays.stream(Release.values())
                        .map(Release::label)
                        .collect(Collectors.joining(", "))
                    + "."));
  }

  int diff(Options options) {
    String oldName = options.positional(0);
    String newName = options.positional(1);
    String before = files.text(oldName);
    String after = files.text(newName);
    ConfigurationDiff diff = ConfigurationDiff.between(Parser.parse(before), Parser.parse(after));
    if (options.flag("--json")) {
      JsonObject json = DiffJson.of(diff);
      json.addProperty("kind", DiffJson.kind(diff));
      out.println(new Redactor(List.of()).redact(json));
    } else {
      out.print(ConfigSecrets.diff(oldName, before, newName, after));
      err.println(
          switch (diff.kind()) {
            case NONE -> "The files are equal.";
            case LAYOUT -> "Only white space and spelling differ.";
            case COMMENTS -> "Only comments and layout differ.";
            case ORDER -> "The order of what they set differs.";
            case MEANING -> "What OpenSIPS does differs.";
          });
    }
    return diff.kind() == Kind.ORDER || diff.kind() == Kind.MEANING
        ? CfgCommands.FOUND
        : CfgCommands.DONE;
  }
}
