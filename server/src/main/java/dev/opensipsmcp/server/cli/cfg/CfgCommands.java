package dev.opensipsmcp.server.cli.cfg;

import java.io.InputStream;
import java.io.PrintStream;
import picocli.CommandLine.ParseResult;

/** Runs the commands on configurations. */
public final class CfgCommands {
  static final int DONE = 0;
  static final int FOUND = 1;
  static final int UNREADABLE = 2;

  private final PrintStream out;
  private final PrintStream err;
  private final Files files;
  private final String product;
  private final LiveNodes nodes;

  /**
   * Makes them.
   *
   * @param in where {@code -} is read from
   * @param out for results
   * @param err for complaints
   * @param product this product's version
   * @param nodes the configured nodes; only asked where a command line names one
   */
  public CfgCommands(
      InputStream in, PrintStream out, PrintStream err, String product, LiveNodes nodes) {
    this.product = product;
    this.nodes = nodes;
    this.out = out;
    this.err = err;
    this.files = new Files(in);
  }

  /**
   * Runs one.
   *
   * @param parsed the words behind {@code cfg}
   * @return the exit status: 0 all is well, 1 something was found, 2 nothing could be done
   */
  public int run(ParseResult parsed) {
    if (!parsed.hasSubcommand()) {
      err.println("cfg needs a command: check, lint, fmt, explain, migrate, build or diff");
      return UNREADABLE;
    }
    ParseResult what = parsed.subcommand();
    Options options = new Options(what, err);
    try {
      return switch (what.commandSpec().name()) {
        case "check" -> new CheckCommand(files, out, err).check(options);
        case "lint" -> new LintCommand(files, out, err, product, nodes).lint(options);
        case "fmt" -> new TextCommands(files, out, err).fmt(options);
        case "explain" -> new ExplainCommand(files, out).explain(options);
        case "migrate" -> new TextCommands(files, out, err).migrate(options);
        case "build" -> new BuildCommand(out, err).build(options);
        default -> new TextCommands(files, out, err).diff(options);
      };
    } catch (Unreadable e) {
      err.println(e.getMessage());
      return UNREADABLE;
    }
  }
}
