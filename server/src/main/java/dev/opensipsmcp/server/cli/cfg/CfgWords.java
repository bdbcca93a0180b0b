package dev.opensipsmcp.server.cli.cfg;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The words of the commands on configurations. */
public final class CfgWords {
  static final String VERSION = "--opensips-version";

  private CfgWords() {}

  /** {@return the command {@code cfg} with all below it} */
  public static CommandSpec spec() {
    CommandSpec cfg =
        command(
            "cfg", "Works on opensips.cfg; needs no node and no settings, but for lint --live.");
    cfg.addSubcommand(
        "check",
        command(
                "check",
                "Tells whether OpenSIPS would start with a file: 0 it would, 1 it would not or"
                    + " something is wrong, 2 it can't be read.")
            .addOption(version())
            .addOption(flag("--json", "print JSON"))
            .addPositional(file("FILE", "0", "the file; - for standard input")));
    cfg.addSubcommand("lint", lint());
    cfg.addSubcommand(
        "fmt",
        command("fmt", "Lays a file out: prints it, or replaces it.")
            .addOption(flag("--check", "print what differs, and end with 1 if anything does"))
            .addOption(flag("--write", "replace the file; what it held stays beside it as .bak"))
            .addPositional(file("FILE", "0", "the file; - for standard input")));
    cfg.addSubcommand("explain", explain());
    cfg.addSubcommand(
        "migrate",
        command(
                "migrate",
                "Prints a file for another version: 0 finished, 1 decisions are left, 2 there is"
                    + " no way.")
            .addOption(
                text("--from", "VERSION", "the version it is written for").required(true).build())
            .addOption(
                text("--to", "VERSION", "the version it shall be for").required(true).build())
            .addOption(
                text("--report", "FILE", "write changes and decisions there, as JSON").build())
            .addPositional(file("FILE", "0", "the file; - for standard input")));
    cfg.addSubcommand("build", build());
    cfg.addSubcommand(
        "diff",
        command("diff", "Compares two files: 0 they mean the same, 1 they do not, 2 unreadable.")
            .addOption(flag("--json", "print what differs in meaning, as JSON"))
            .addPositional(file("OLD", "0", "the former file"))
            .addPositional(file("NEW", "1", "the new file")));
    return cfg;
  }

  private static CommandSpec lint() {
    return command("lint", "Audits a file: 0 nothing found, 1 something found, 2 it can't be read.")
        .addOption(version())
        .addOption(text("--release", "RELEASE", "the exact release, such as 3.6.8").build())
        .addOption(text("--include", "IDS", "only these rules, with commas").build())
        .addOption(text("--exclude", "IDS", "all rules but these, with commas").build())
        .addOption(
            text("--severity", "LEVEL", "report from here: fatal, high, medium, low, unknown")
                .build())
        .addOption(text("--baseline", "FILE", "leave out what this file knows").build())
        .addOption(
            text("--write-baseline", "FILE", "write what is found there, to be known").build())
        .addOption(
            text("--live", "INSTANCE", "hold the file against this node and what is around it")
                .build())
        .addOption(flag("--json", "print JSON"))
        .addOption(flag("--sarif", "print SARIF 2.1.0"))
        .addPositional(file("FILE", "0", "the file; - for standard input"));
  }

  private static CommandSpec explain() {
    return command("explain", "Tells what a file does, in short, or what a word means.")
        .addOption(version())
        .addOption(text("--topic", "WORD", "explain this word instead of a file").build())
        .addOption(flag("--mermaid", "draw the routes for Mermaid"))
        .addOption(flag("--svg", "draw the routes as SVG"))
        .addOption(flag("--json", "print JSON"))
        .addPositional(
            PositionalParamSpec.builder()
                .index("0")
                .type(String.class)
                .paramLabel("FILE")
                .arity("0..1")
                .description("the file; - for standard input")
                .build());
  }

  private static CommandSpec build() {
    return command("build", "Prints a configuration built from a scenario.")
        .addOption(version())
        .addOption(flag("--list", "list the scenarios"))
        .addOption(flag("--describe", "tell what the scenario takes"))
        .addOption(many("--set", "NAME=VALUE", "the value of a parameter"))
        .addOption(many("--with", "FLAG", "a feature beside the scenario's own: WITH_NAT"))
        .addPositional(
            PositionalParamSpec.builder()
                .index("0")
                .type(String.class)
                .paramLabel("SCENARIO")
                .arity("0..1")
                .description("its name")
                .build());
  }

  private static CommandSpec command(String name, String what) {
    CommandSpec spec = CommandSpec.create().name(name).mixinStandardHelpOptions(true);
    spec.usageMessage().description(what);
    return spec;
  }

  private static OptionSpec version() {
    return text(VERSION, "VERSION", "3.2 to 4.0; 3.6 unless told otherwise").build();
  }

  private static OptionSpec flag(String name, String what) {
    return OptionSpec.builder(name).type(boolean.class).arity("0").description(what).build();
  }

  private static OptionSpec.Builder text(String name, String label, String what) {
    return OptionSpec.builder(name).type(String.class).paramLabel(label).description(what);
  }

  private static OptionSpec many(String name, String label, String what) {
    return OptionSpec.builder(name)
        .type(List.class)
        .auxiliaryTypes(String.class)
        .arity("1")
        .paramLabel(label)
        .description(what)
        .build();
  }

  private static PositionalParamSpec file(String label, String index, String what) {
    return PositionalParamSpec.builder()
        .index(index)
        .type(String.class)
        .paramLabel(label)
        .arity("1")
        .description(what)
        .build();
  }
}
