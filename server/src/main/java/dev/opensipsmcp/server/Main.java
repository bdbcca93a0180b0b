package dev.opensipsmcp.server;

import dev.opensipsmcp.server.cli.Assembly;
import dev.opensipsmcp.server.cli.Cli;
import dev.opensipsmcp.server.cli.Commands;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Where the program begins. */
public final class Main {
  private Main() {}

  /**
   * Runs one command and ends the process with its status: 0 done, 1 failed, 2 wrong usage.
   *
   * @param args the command line
   */
  public static void main(String[] args) {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    // Standard output belongs to the protocol: whatever else prints goes where logs go.
    System.setOut(System.err);
    Commands commands = new Commands(new Assembly(System.getenv()), out, System.err);
    int status;
    try {
      status =
          isServe(args)
              ? commands.serve(args.length == 2, "")
              : new Cli(commands, out, System.err).run(args);
    } catch (RuntimeException e) {
      // A fault of ours. Where it arose helps who mends it; a trace helps nobody who meets it.
      System.err.println("opensips-mcp failed unexpectedly: " + e + at(e));
      status = Cli.FAILED;
    }
    out.flush();
    System.exit(status);
  }

  private static String at(RuntimeException e) {
    StackTraceElement[] trace = e.getStackTrace();
    return trace.length == 0 ? "" : " at " + trace[0];
  }

  /** The way every MCP client starts the program; it spares the command line parser's start. */
  private static boolean isServe(String[] args) {
    return args.length >= 1
        && args[0].equals("serve")
        && (args.length == 1 || (args.length == 2 && args[1].equals("--demo")));
  }
}
