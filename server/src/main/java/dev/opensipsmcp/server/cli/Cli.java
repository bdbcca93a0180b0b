package dev.opensipsmcp.server.cli;

import dev.opensipsmcp.server.cli.cfg.CfgCommands;
import dev.opensipsmcp.server.cli.cfg.CfgWords;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** The commands and their words. What a command does is {@link Commands}'s. */
public final class Cli {
  /** The work was done. */
  public static final int DONE = 0;

  /** The work was tried and failed. */
  public static final int FAILED = 1;

  /** The command line or the settings are wrong; nothing was tried. */
  public static final int USAGE = 2;

  private static final int SECRET_MINUTES = 60;

  private final Commands commands;
  private final PrintStream out;
  private final PrintStream err;

  /**
   * Makes a command line.
   *
   * @param commands does the work
   * @param out for results
   * @param err for complaints
   */
  public Cli(Commands commands, PrintStream out, PrintStream err) {
    this.commands = commands;
    this.out = out;
    this.err = err;
  }

  /**
   * Runs one command.
   *
   * @param args the words
   * @return the exit status
   */
  public int run(String... args) {
    CommandLine line = new CommandLine(root());
    line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
    try {
      ParseResult parsed = line.parseArgs(args);
      if (CommandLine.printHelpIfRequested(parsed)) {
        return DONE;
      }
      if (!parsed.hasSubcommand()) {
        line.usage(err);
        return USAGE;
      }
      return dispatch(parsed.subcommand());
    } catch (CommandLine.ParameterException e) {
      err.println(e.getMessage());
      e.getCommandLine().usage(err);
      return USAGE;
    }
  }

  private int dispatch(ParseResult parsed) {
    boolean json = parsed.hasMatchedOption("--json") && flag(parsed, "--json");
    return switch (parsed.commandSpec().name()) {
      case "serve" ->
          commands.serve(flag(parsed, "--demo"), parsed.matchedOptionValue("--transport", ""));
      case "demo" -> commands.demo();
      case "call" ->
          commands.call(
              parsed.matchedPositionalValue(0, ""),
              parsed.matchedPositionalValue(1, List.<String>of()),
              json,
              flag(parsed, "--demo"));
      case "doctor" -> commands.doctor();
      case "approve" ->
          commands.approve(parsed.matchedPositionalValue(0, ""), flag(parsed, "--decline"));
      case "secret" -> secret(parsed);
      case "cfg" ->
          new CfgCommands(System.in, out, err, Product.VERSION, commands::look).run(parsed);
      default -> audit(parsed);
    };
  }

  private int secret(ParseResult parsed) {
    if (!parsed.hasSubcommand()) {
      err.println("secret needs a command: put, list or drop");
      return USAGE;
    }
    ParseResult what = parsed.subcommand();
    return switch (what.commandSpec().name()) {
      case "put" ->
          commands.secretPut(
              what.matchedPositionalValue(0, ""),
              what.matchedOptionValue("--minutes", SECRET_MINUTES),
              flag(what, "--release"));
      case "list" -> commands.secretList();
      default -> commands.secretDrop(what.matchedPositionalValue(0, ""));
    };
  }

  private int audit(ParseResult parsed) {
    if (parsed.hasSubcommand()) {
      return commands.auditVerify();
    }
    err.println("audit needs a command: verify");
    return USAGE;
  }

  private static boolean flag(ParseResult parsed, String name) {
    return parsed.matchedOptionValue(name, false);
  }

  private CommandSpec root() {
    CommandSpec root = command("opensips-mcp", "Operates OpenSIPS for AI agents and for people.");
    root.addSubcommand(
        "serve",
        command("serve", "Serves MCP clients, over stdio unless told otherwise.")
            .addOption(demoFlag())
            .addOption(
                OptionSpec.builder("--transport")
                    .type(String.class)
                    .paramLabel("NAME")
                    .description("stdio, streamable-http or sse")
                    .build()));
    root.addSubcommand(
        "demo", command("demo", "Ends a stuck call on the stand-in node, step by step."));
    root.addSubcommand(
        "call",
        command("call", "Runs one tool through the same gate as every client.")
            .addPositional(
                PositionalParamSpec.builder()
                    .index("0")
                    .type(String.class)
                    .paramLabel("TOOL")
                    .arity("1")
                    .description("the tool's name")
                    .build())
            .addPositional(
                PositionalParamSpec.builder()
                    .index("1..*")
                    .type(List.class)
                    .auxiliaryTypes(String.class)
                    .paramLabel("key=value")
                    .arity("0..*")
                    .description("its arguments")
                    .build())
            .addOption(
                OptionSpec.builder("--json")
                    .type(boolean.class)
                    .arity("0")
                    .description("print JSON instead of a table")
                    .build())
            .addOption(demoFlag()));
    root.addSubcommand(
        "doctor", command("doctor", "Tells what is configured, reachable and missing."));
    root.addSubcommand(
        "approve",
        command("approve", "Lists the calls that wait for a person, or approves one.")
            .addPositional(
                PositionalParamSpec.builder()
                    .index("0")
                    .type(String.class)
                    .paramLabel("ID")
                    .arity("0..1")
                    .description("the approval to give")
                    .build())
            .addOption(
                OptionSpec.builder("--decline")
                    .type(boolean.class)
                    .arity("0")
                    .description("decline it instead")
                    .build()));
    CommandSpec audit = command("audit", "Works on the audit trail.");
    audit.addSubcommand("verify", command("verify", "Proves that no line was changed or removed."));
    root.addSubcommand("audit", audit);
    root.addSubcommand("secret", secretCommand());
    root.addSubcommand("cfg", CfgWords.spec());
    return root;
  }

  private CommandSpec secretCommand() {
    CommandSpec secret = command("secret", "Hands secrets to calls, which name them only.");
    secret.addSubcommand(
        "put",
        command("put", "Keeps a secret, asked for or read from standard input, for one call.")
            .addPositional(nameOfSecret())
            .addOption(
                OptionSpec.builder("--minutes")
                    .type(int.class)
                    .paramLabel("N")
                    .description("how long it is kept; 60 unless told otherwise")
                    .build())
            .addOption(
                OptionSpec.builder("--release")
                    .type(boolean.class)
                    .arity("0")
                    .description("hashes of it may be shown, with which one can log in")
                    .build()));
    secret.addSubcommand("list", command("list", "Lists the names of what is kept."));
    secret.addSubcommand(
        "drop", command("drop", "Removes what is kept.").addPositional(nameOfSecret()));
    return secret;
  }

  private static PositionalParamSpec nameOfSecret() {
    return PositionalParamSpec.builder()
        .index("0")
        .type(String.class)
        .paramLabel("NAME")
        .arity("1")
        .description("how calls name it: stored:NAME")
        .build();
  }

  private CommandSpec command(String name, String what) {
    CommandSpec spec = CommandSpec.create().name(name).mixinStandardHelpOptions(true);
    spec.usageMessage().description(what);
    spec.versionProvider(() -> new String[] {Product.VERSION});
    return spec;
  }

  private static OptionSpec demoFlag() {
    return OptionSpec.builder("--demo")
        .type(boolean.class)
        .arity("0")
        .description("use the embedded stand-in node")
        .build();
  }
}
