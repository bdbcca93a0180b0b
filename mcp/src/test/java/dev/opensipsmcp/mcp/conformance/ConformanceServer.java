package dev.opensipsmcp.mcp.conformance;

import dev.opensipsmcp.mcp.Authenticator;
import dev.opensipsmcp.mcp.HttpListener;
import dev.opensipsmcp.mcp.HttpSettings;
import dev.opensipsmcp.mcp.Limits;
import dev.opensipsmcp.mcp.McpServer;
import java.io.OutputStream;
import java.util.Map;
import java.util.Set;

/**
 * Serves the fixture to a program under a test: with the argument {@code stdio} over stdio,
 * otherwise over HTTP on a free port, or on the port named, with its URL as the first line on
 * standard output; it then ends with its standard input.
 */
public final class ConformanceServer {
  private ConformanceServer() {}

  /**
   * Serves.
   *
   * @param arguments {@code stdio}, a port, or nothing
   */
  public static void main(String[] arguments) throws Exception {
    try (McpServer server = Fixture.server(Limits.defaults())) {
      if (arguments.length > 0 && arguments[0].equals("stdio")) {
        server.serveStdio(System.in, System.out);
        return;
      }
      int port = arguments.length == 0 ? 0 : Integer.parseInt(arguments[0]);
      try (HttpListener listener = server.serveHttp(openSettings(port))) {
        System.out.println(listener.uri());
        System.in.transferTo(OutputStream.nullOutputStream());
      }
    }
  }

  /**
   * {@return settings that let everybody on this machine in}
   *
   * @param port where to listen, 0 for any
   */
  public static HttpSettings openSettings(int port) {
    return new HttpSettings(
        "127.0.0.1",
        port,
        "/mcp",
        Set.of(),
        Set.of(),
        Set.of(),
        token -> new Authenticator.Verdict.Accepted("tester", Map.of()),
        true);
  }
}
