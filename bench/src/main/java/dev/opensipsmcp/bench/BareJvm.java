package dev.opensipsmcp.bench;

import java.io.IOException;
import java.io.PrintStream;

/** The least that a Java program can do: answer one line. The floor of every start-up time. */
public final class BareJvm {
  private BareJvm() {}

  /**
   * Answers the first line of standard input with an empty result.
   *
   * @param args none
   * @throws IOException when the pipe breaks
   */
  public static void main(String[] args) throws IOException {
    PrintStream out = System.out;
    while (System.in.read() != '\n') {
      // The request's content does not matter here.
    }
    out.println("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}");
    out.flush();
    while (System.in.read() >= 0) {
      // Stays until its input ends, as a server does.
    }
  }
}
