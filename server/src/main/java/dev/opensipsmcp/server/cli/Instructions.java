package dev.opensipsmcp.server.cli;

import dev.opensipsmcp.server.config.Settings.NodeEntry;
import dev.opensipsmcp.server.config.Settings.PlaceEntry;
import java.util.List;

/** What a model should know before its first call. */
final class Instructions {
  /** So many nodes are named; a model learns of more from instance_list. */
  private static final int NAMED = 30;

  private Instructions() {}

  static String of(List<NodeEntry> nodes) {
    StringBuilder text =
        new StringBuilder(
            "Operates OpenSIPS, a SIP server that carries live calls. Only some tools are listed:"
                + " tool_search finds the others and tool_call runs them. A tool that changes"
                + " something takes dry_run=true to show its plan first; a person approves what"
                + " touches live calls. Results are capped: use limit, cursor and fields.");
    if (nodes.size() > 1) {
      text.append(" Nodes (the first is meant when instance is absent): ");
      for (int i = 0; i < nodes.size() && i < NAMED; i++) {
        text.append(i == 0 ? "" : ", ");
        add(nodes.get(i), text);
      }
      text.append(nodes.size() > NAMED ? " and more: instance_list." : ".");
      text.append(
          " A tool that only reads takes as instance a name, several by commas, tag:T, cluster:N or"
              + " all, and answers per node under nodes; a change names exactly one.");
    }
    return text.toString();
  }

  private static void add(NodeEntry node, StringBuilder text) {
    text.append(node.name());
    PlaceEntry place = node.place();
    StringBuilder about = new StringBuilder();
    if (place.cluster().isPresent()) {
      about.append("cluster ").append(place.cluster().get());
    }
    for (String tag : place.tags()) {
      about.append(about.isEmpty() ? "" : ", ").append("tag ").append(tag);
    }
    if (place.maxRole().isPresent()) {
      about.append(about.isEmpty() ? "" : ", ").append("at most ").append(place.maxRole().get());
    }
    if (!about.isEmpty()) {
      text.append(" (").append(about).append(')');
    }
  }
}
