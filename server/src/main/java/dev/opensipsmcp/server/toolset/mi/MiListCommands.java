package dev.opensipsmcp.server.toolset.mi;

import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.MiCatalogue;
import dev.opensipsmcp.facts.MiCommand;
import dev.opensipsmcp.mi.MiError;
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
import dev.opensipsmcp.server.tool.SharedParameters;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.Paging;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** The tool {@code mi_list_commands}. */
final class MiListCommands implements Work.Read {
  private static final int PAGE = 50;

  private final MiTable table;

  private MiListCommands(MiTable table) {
    this.table = table;
  }

  static Tool tool(MiTable table) {
    return new Tool(
        "mi_list_commands",
        "mi",
        "List MI commands",
        new Description(
            "List the MI commands that a node has now, with what each can do.",
            "Use when looking for a command's name, parameters or risk on this node.",
            Optional.of("Not for running one; use `mi_execute`."),
            Optional.empty(),
            "Returns a page of rows sorted by name; parameter sets with recipes=true."),
        Demand.MI_READ,
        true,
        Schema.arguments(
            Schema.optional("filter", Schema.text("Part of the name").longest(100)),
            Schema.optional(
                "module", Schema.text("Only this module's").longest(64).examples("dialog", "core")),
            Schema.optional(
                "recipes", Schema.flag("Show the accepted parameter sets").byDefault(false)),
            SharedParameters.limit(PAGE, 300),
            SharedParameters.CURSOR,
            SharedParameters.FIELDS),
        Schema.list(
            "Commands",
            Schema.object(
                "One command",
                Schema.required("command", Schema.text("Name on this node")),
                Schema.required("module", Schema.text("The module that provides it, or core")),
                Schema.required("scope", Schema.text("Right that running it needs")),
                Schema.required(
                    "risk",
                    Schema.text("The harm that it can do")
                        .oneOf("read", "reversible", "disruptive", "destructive")),
                Schema.optional(
                    "only_reads_without",
                    Schema.list(
                        "Without any of these parameters it only reads",
                        Schema.text("A parameter"))),
                Schema.optional("undo", Schema.text("The command that takes it back")),
                Schema.optional("proof", Schema.text("The command that shows what became of it")),
                Schema.optional(
                    "recipes",
                    Schema.list("Accepted parameter sets", Schema.text("Names of one set"))))),
        new Needs(List.of("which"), List.of()),
        List.of(
            "Which MI commands does this node have?",
            "What parameters does ds_set_state take?",
            "List the management commands of the dispatcher module"),
        List.of("mi_list"),
        new MiListCommands(table));
  }

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    return switch (ports.mi().node()) {
      case MiResult.Failure<MiNode>(MiError error) -> Outcome.Failure.of(error);
      case MiResult.Success<MiNode>(MiNode node) ->
          Paging.page(rows(node, arguments), arguments, PAGE, List.of());
    };
  }

  private List<JsonObject> rows(MiNode node, Arguments arguments) {
    String wanted = arguments.maybeText("filter").orElse("").toLowerCase(Locale.ROOT);
    Optional<String> module = arguments.maybeText("module");
    boolean recipes = arguments.flag("recipes", false);
    MiCatalogue catalogue = Facts.of(node.version()).mi();
    List<JsonObject> rows = new ArrayList<>();
    for (String name : new TreeSet<>(node.commands())) {
      Optional<MiCommand> known = catalogue.command(name);
      String provider = known.map(MiCommand::module).orElse("unknown");
      if (name.toLowerCase(Locale.ROOT).contains(wanted)
          && (module.isEmpty() || module.get().equals(provider))) {
        JsonObject row = new JsonObject();
        row.addProperty("command", name);
        row.addProperty("module", provider);
        addDemand(row, table.row(node.version(), name));
        if (recipes && known.isPresent()) {
          row.add("recipes", Json.texts(Forms.of(known.get())));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  private static void addDemand(JsonObject row, Optional<MiRow> known) {
    Demand demand = known.map(MiRow::demand).orElse(MiTable.MOST);
    row.addProperty("scope", demand.scope().label());
    row.addProperty("risk", demand.risk().label());
    List<String> setters = known.map(MiRow::setters).orElse(List.of());
    if (demand.risk() != Risk.READ && !setters.isEmpty()) {
      row.add("only_reads_without", Json.texts(setters));
    }
    known.flatMap(MiRow::undo).ifPresent(undo -> row.addProperty("undo", undo));
    known.flatMap(MiRow::proof).ifPresent(proof -> row.addProperty("proof", proof));
  }
}
