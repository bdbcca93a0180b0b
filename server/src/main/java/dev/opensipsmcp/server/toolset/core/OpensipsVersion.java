package dev.opensipsmcp.server.toolset.core;

import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiNode;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import java.util.List;
import java.util.Optional;

/** The tool {@code opensips_version}. */
final class OpensipsVersion implements Work.Read {

  private OpensipsVersion() {}

  static Tool tool() {
    return new Tool(
        "opensips_version",
        "core",
        "OpenSIPS version",
        new Description(
            "Get the OpenSIPS version that a node runs.",
            "Use when names, parameters or defaults depend on the version.",
            Optional.of("Not for reachability or load; use `health_check`."),
            Optional.empty(),
            "Returns one object: the node's own text, its release and its release line."),
        new Demand(Scope.HEALTH_READ, Risk.READ),
        true,
        Schema.arguments(),
        Schema.object(
            "The node's version",
            Schema.required("server", Schema.text("The node's own text of MI version")),
            Schema.required("release", Schema.text("The exact release, such as 3.6.8")),
            Schema.required("line", Schema.text("The release line, such as 3.6")),
            Schema.required(
                "mi_commands", Schema.integer("How many MI commands the node offers now"))),
        new Needs(List.of("version", "which"), List.of()),
        List.of(
            "Which OpenSIPS version is this?",
            "Is this node on 3.6 or on 4.0?",
            "What release of the SIP server is running?"),
        List.of("get_version"),
        new OpensipsVersion());
  }

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    return switch (ports.mi().node()) {
      case MiResult.Success<MiNode>(MiNode node) -> new Outcome.Value(row(node));
      case MiResult.Failure<MiNode>(var error) -> Outcome.Failure.of(error);
    };
  }

  private static JsonObject row(MiNode node) {
    JsonObject row = new JsonObject();
    row.addProperty("server", node.server());
    row.addProperty("release", release(node.server(), node.version().label()));
    row.addProperty("line", node.version().label());
    row.addProperty("mi_commands", node.commands().size());
    return row;
  }

  /** Cuts {@code 3.6.8} out of {@code OpenSIPS (3.6.8 (x86_64/linux))}. */
  static String release(String server, String line) {
    int from = server.indexOf(line);
    if (from < 0) {
      return line;
    }
    int to = from;
    while (to < server.length() && server.charAt(to) != ' ' && server.charAt(to) != ')') {
      to++;
    }
    return server.substring(from, to);
  }
}
