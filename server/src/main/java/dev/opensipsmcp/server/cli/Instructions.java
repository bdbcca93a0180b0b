package dev.opensipsmcp.server.cli;

import java.util.List;

/** What a model should know before its first call. */
final class Instructions {
  private Instructions() {}

  static String of(List<String> nodes) {
    StringBuilder text =
        new StringBuilder(
            "Operates OpenSIPS, a SIP server that carries live calls. Only some tools are listed:"
                + " tool_search finds the others and tool_call runs them. A tool that changes"
                + " something takes dry_run=true to show its plan first; a person approves what"
                + " touches live calls. Results are capped: use limit, cursor and fields.");
    if (nodes.size() > 1) {
      text.append(" Nodes: ").append(String.join(", ", nodes)).append('.');
    }
    return text.toString();
  }
}
