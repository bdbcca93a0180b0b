package dev.opensipsmcp.server.toolset.docs;

import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.mi.MiNode;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Schema;

/**
 * Tells which version a call is about.
 *
 * @param assumed the version that is meant where neither the call nor the node says
 */
record VersionDesk(Version assumed) {
  static final Schema.Property VERSION =
      Schema.optional(
          "version",
          Schema.text("OpenSIPS version; else the node's").oneOf("3.4", "3.5", "3.6", "4.0"));

  /** {@return the version that the call names, else the node's, else the one that is assumed} */
  Version of(Arguments arguments, ReadPorts ports) {
    if (arguments.has("version")) {
      return Version.parse(arguments.text("version")).orElse(assumed);
    }
    return switch (ports.mi().node()) {
      case MiResult.Success<MiNode>(MiNode node) -> node.version();
      case MiResult.Failure<MiNode> _ -> assumed;
    };
  }
}
