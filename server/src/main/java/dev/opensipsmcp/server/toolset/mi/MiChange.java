package dev.opensipsmcp.server.toolset.mi;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.MiLookup;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Plan;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Restore;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.tool.WritePorts;
import dev.opensipsmcp.server.toolset.ToolDirectory;
import dev.opensipsmcp.server.toolset.lever.CommandWork;
import java.util.List;
import java.util.Optional;

/**
 * A bare command that changes something. Where a tool stands for the same command, that tool's
 * knowledge of the target is used, so that the change can be taken back.
 *
 * @param version the node's release line
 * @param command its name on this node
 * @param risk the harm it can do
 * @param row what the table says of it
 * @param tools all tools
 */
record MiChange(
    Version version, String command, Risk risk, Optional<MiRow> row, ToolDirectory tools)
    implements Work.Change {

  /**
   * The tool's view of the call.
   *
   * @param work the tool's work
   * @param arguments the tool's arguments
   */
  private record Known(CommandWork work, Arguments arguments) {}

  private Optional<Known> known(JsonObject params, ReadPorts ports) {
    for (Tool tool : tools.tools(ports.rights())) {
      if (tool.work() instanceof CommandWork work && means(work.command())) {
        Optional<JsonObject> arguments = work.arguments(params);
        if (arguments.isPresent()) {
          return Optional.of(new Known(work, new Arguments(arguments.get())));
        }
      }
    }
    return Optional.empty();
  }

  private boolean means(String name) {
    return Facts.of(version).mi().lookup(name) instanceof MiLookup.Found(var found)
        && found.name().equals(command);
  }

  @Override
  public Plan plan(Arguments arguments, ReadPorts ports) {
    JsonObject params = arguments.object("params");
    JsonObject target = new JsonObject();
    target.addProperty("command", command);
    target.add("params", params);
    JsonObject shown = new JsonObject();
    shown.addProperty("risk", risk.label());
    row.flatMap(MiRow::proof).ifPresent(proof -> shown.addProperty("shows_what_became", proof));
    Optional<Restore> restore =
        known(params, ports)
            .map(known -> known.work().plan(known.arguments(), ports))
            .flatMap(plan -> plan instanceof Plan.Ready ready ? ready.restore() : Optional.empty());
    restore.ifPresent(back -> target.add("before", back.before()));
    return new Plan.Ready(
        "Run MI command " + command + " on " + ports.mi().instance() + ".",
        target,
        shown,
        List.of(effect()),
        restore.map(_ -> "change_revert with this change's ID.").orElseGet(this::undo),
        restore);
  }

  private String effect() {
    return switch (risk) {
      case READ -> "Nothing changes.";
      case REVERSIBLE -> "The node's running state changes; calls go on.";
      case DISRUPTIVE -> "Calls or traffic are touched.";
      case DESTRUCTIVE -> "Data or state may be lost.";
    };
  }

  private String undo() {
    return row.flatMap(MiRow::undo)
        .map(name ->
            means(name)
                ? "The same command with what was set before."
                : "MI command " + name + " with what was there before.")
        .orElse("Nothing takes it back.");
  }

  @Override
  public Outcome apply(Plan.Ready plan, Arguments arguments, WritePorts ports) {
    return switch (ports.miWrites().write(command, arguments.object("params"))) {
      case MiResult.Success<JsonElement>(JsonElement answer) -> new Outcome.Value(answer);
      case MiResult.Failure<JsonElement>(MiError error) -> Outcome.Failure.of(error);
    };
  }
}
