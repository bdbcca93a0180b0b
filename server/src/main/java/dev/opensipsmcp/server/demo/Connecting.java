package dev.opensipsmcp.server.demo;

import java.io.PrintStream;
import java.nio.file.Path;

/** Tells how to connect real clients. */
final class Connecting {
  private final PrintStream out;

  Connecting(PrintStream out) {
    this.out = out;
  }

  void print() {
    String launcher =
        System.getProperty(
            "opensips-mcp.launcher", Path.of("opensips-mcp").toAbsolutePath().toString());
    out.println();
    out.println("Connect a client to the stand-in node (leave --demo out for a real one):");
    out.println();
    out.println("  Claude Code  claude mcp add opensips -- " + launcher + " serve --demo");
    out.println("  VS Code      .vscode/mcp.json");
    out.println("               " + servers("servers", launcher));
    out.println("  Cursor       .cursor/mcp.json");
    out.println("               " + servers("mcpServers", launcher));
    out.println("  Inspector    npx @modelcontextprotocol/inspector --cli --method tools/list \\");
    out.println("                 -- " + launcher + " serve --demo");
    out.println();
    out.println("Connect a real node (modules httpd and mi_http, bound to loopback):");
    out.println();
    out.println("  OPENSIPS_MCP_MI_URL=http://127.0.0.1:8888/mi OPENSIPS_MCP_ROLE=operator \\");
    out.println("    " + launcher + " serve");
  }

  private static String servers(String key, String launcher) {
    return "{\""
        + key
        + "\":{\"opensips\":{\"command\":\""
        + launcher
        + "\",\"args\":[\"serve\",\"--demo\"]}}}";
  }
}
