package dev.opensipsmcp.server.toolset.mi;

import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.MiCommand;
import dev.opensipsmcp.facts.MiLookup;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiNode;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Nearest;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.ToolDirectory;
import dev.opensipsmcp.server.toolset.common.ToolError;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The tool {@code mi_execute}. What a call asks of its caller is decided by the command and the
 * parameters that are given, not by the tool.
 */
final class MiExecute implements Work.PerCall {
  /** Characters of an answer that are kept. */
  private static final int KEPT = 200_000;

  private final MiTable table;
  private final ToolDirectory tools;

  private MiExecute(MiTable table, ToolDirectory tools) {
    this.table = table;
    this.tools = tools;
  }

  static Tool tool(MiTable table, ToolDirectory tools) {
    return new Tool(
        "mi_execute",
        "mi",
        "Run an MI command",
        new Description(
            "Execute one MI command of a node and return its answer.",
            "Use when no other tool covers the command; any version's name works.",
            Optional.of("Not for finding commands; use `mi_list_commands`."),
            Optional.of(
                "Effects: the command's own; scope, risk and approval follow command and params."
                    + " Undo: the plan says."),
            "Returns the node's answer, cut when long."),
        new Demand(Scope.MI_EXECUTE, Risk.DESTRUCTIVE),
        false,
        Schema.arguments(
            Schema.required(
                "command",
                Schema.text("MI command, exact case").longest(128).examples("ds_list", "tm:hash")),
            Schema.optional(
                "params",
                Schema.map("Parameters by name, never by position; they must match one form"))),
        Schema.any("The node's answer, as it gave it"),
        new Needs(List.of("which"), List.of()),
        List.of(
            "Run the MI command ds_list",
            "Execute dr_gw_status for gateway 3",
            "Call an arbitrary management command on the node"),
        List.of("mi_command"),
        new MiExecute(table, tools));
  }

  @Override
  public Choice choose(Arguments arguments, ReadPorts ports) {
    return switch (ports.mi().node()) {
      case MiResult.Failure<MiNode>(MiError error) -> new Choice.Refused(Outcome.Failure.of(error));
      case MiResult.Success<MiNode>(MiNode node) -> choose(node, arguments);
    };
  }

  private Choice choose(MiNode node, Arguments arguments) {
    String name = arguments.text("command");
    Set<String> given = arguments.object("params").keySet();
    return switch (Facts.of(node.version()).mi().lookup(name)) {
      case MiLookup.Found(MiCommand command) when !node.commands().contains(command.name()) ->
          refused(notLoaded(command));
      case MiLookup.Found(MiCommand command) when !Forms.accept(command, given) ->
          refused(wrongForm(command, given));
      case MiLookup.Found(MiCommand command) when mayEndTheServer(command, given) ->
          new Choice.Refused(
              ToolError.KNOWN_CRASH.failure(
                  name + " with a name that the node does not know ends the whole server.",
                  "Use the tool config_flush, which looks the name up first."));
      case MiLookup.Found(MiCommand command) ->
          chosen(node, command.name(), arguments.object("params"));
      case MiLookup.Ambiguous(List<String> candidates) ->
          new Choice.Refused(
              ToolError.MI_AMBIGUOUS_COMMAND.failure(
                  name + " means several commands on " + node.version().label() + ".",
                  "Say which: " + String.join(", ", candidates) + "."));
      case MiLookup.Unknown(List<String> nearest, var versions)
          when !node.commands().contains(name) ->
          refused(unknown(name, node, nearest, versions.isEmpty() ? "" : versions.toString()));
      case MiLookup.Unknown _ -> chosen(node, name, arguments.object("params"));
    };
  }

  /** Seen on 3.6.8 and 4.0.1. Others that can end a server count as destructive. */
  private static boolean mayEndTheServer(MiCommand command, Set<String> given) {
    return command.module().equals("config")
        && command.name().endsWith("flush")
        && given.contains("name");
  }

  private static MiError notLoaded(MiCommand command) {
    boolean core = command.module().equals("core");
    return new MiError.NoSuchCommand(
        command.name(),
        List.of(),
        core ? Optional.empty() : Optional.of(command.module()),
        core
            ? "The node does not offer " + command.name() + "."
            : "The node has not loaded module "
                + command.module()
                + ", which provides "
                + command.name()
                + ".",
        "List what the node has with mi_list_commands.");
  }

  private static MiError wrongForm(MiCommand command, Set<String> given) {
    List<String> forms = Forms.of(command);
    return new MiError.WrongArguments(
        command.name(),
        forms,
        command.name()
            + " does not take "
            + (given.isEmpty() ? "no parameters" : String.join(", ", given))
            + ".",
        "Give exactly one of these sets: " + String.join("; ", forms) + ".");
  }

  private static MiError unknown(
      String name, MiNode node, List<String> alike, String otherVersions) {
    List<String> nearest = alike.isEmpty() ? Nearest.to(name, node.commands()) : alike;
    return new MiError.NoSuchCommand(
        name,
        nearest,
        Optional.empty(),
        "OpenSIPS " + node.version().label() + " has no MI command " + name + ".",
        Nearest.orElse(
            nearest,
            otherVersions.isEmpty()
                ? "List what the node has with mi_list_commands."
                : "Only other versions have it: " + otherVersions + "."));
  }

  private Choice chosen(MiNode node, String command, JsonObject params) {
    Demand demand = table.demand(node.version(), command, params);
    Work work =
        demand.risk() == Risk.READ
            ? (Work.Read) (arguments, ports) -> read(command, arguments, ports)
            : new MiChange(
                node.version(), command, demand.risk(), table.row(node.version(), command), tools);
    return new Choice.Chosen(demand, work);
  }

  private static Outcome read(String command, Arguments arguments, ReadPorts ports) {
    MiResult<BoundedJson.Beginning> answer =
        ports.mi().read(command, arguments.object("params"), json -> BoundedJson.read(json, KEPT));
    return switch (answer) {
      case MiResult.Success<BoundedJson.Beginning>(var beginning) ->
          new Outcome.Value(
              beginning.value(),
              beginning.whole()
                  ? List.of()
                  : List.of(
                      "Only the beginning: the node's answer is longer than "
                          + KEPT
                          + " characters."));
      case MiResult.Failure<BoundedJson.Beginning>(MiError error) -> Outcome.Failure.of(error);
    };
  }

  private static Choice refused(MiError error) {
    return new Choice.Refused(Outcome.Failure.of(error));
  }
}
