package dev.opensipsmcp.server.toolset.reload;

import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiNode;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.MiClassification;
import dev.opensipsmcp.server.tool.Nearest;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.common.ToolError;
import dev.opensipsmcp.server.toolset.lever.ChangeDraft;
import dev.opensipsmcp.server.toolset.lever.Lever;
import java.util.List;
import java.util.Set;

/** The tool {@code reload_tables}. */
final class ReloadTables {
  private static final Schema ROW =
      Schema.object(
          "One reload",
          Schema.required("target", Schema.text("Module")),
          Schema.required("command", Schema.text("MI command")),
          Schema.required("tables", Schema.texts("Tables that it reads")),
          Schema.required(
              "outcome",
              Schema.text("What became of it")
                  .oneOf("reloaded", "skipped", "failed", "unknown", "not_tried")),
          Schema.optional("why", Schema.text("Why it did not, or is not shown")),
          Schema.optional("before", Schema.integer("Rows in memory before")),
          Schema.optional("after", Schema.integer("Rows in memory after")),
          Schema.optional("added", Schema.texts("Rows that became active, at most ten")),
          Schema.optional("removed", Schema.texts("Rows active no more, at most ten")),
          Schema.optional("stamp", Schema.text("The node on its last load")),
          Schema.optional("stamp_moved", Schema.flag("Whether that is another than before")),
          Schema.optional("ms", Schema.integer("Milliseconds the node took")));

  private ReloadTables() {}

  static Tool tool(MiClassification table) {
    ChangeDraft draft =
        Lever.change("reload_tables", "reload", "Make database rows active")
            .what("Reload changed database tables into a node, in the right order, with proof.")
            .useWhen("Use when rows were written and shall become active, for one module or all.")
            .notFor("Not for seeing what can be reloaded; use `reload_list`.")
            .effects(
                "Effects: new calls follow the tables; some reloads disturb more, dry_run"
                    + " tells. Undo: none; put the old rows back and reload again.")
            .returns("Returns per module: outcome, rows before and after, what came and went.")
            .also("which", "core")
            .local(
                Schema.optional(
                    "targets",
                    Schema.texts("Modules, tables or commands; all loaded ones when absent")
                        .most(40)
                        .examples("dispatcher", "dr_rules")))
            .local(
                Schema.optional(
                    "stop_on_error", Schema.flag("Stop at the first that fails").byDefault(false)))
            .local(
                Schema.optional(
                    "delay_ms_between",
                    Schema.integer("Pause between two, milliseconds")
                        .between(0, 10_000)
                        .byDefault(100)))
            .risk(Risk.DISRUPTIVE)
            .output(
                Schema.object(
                    "What became active",
                    Schema.required("complete", Schema.flag("Whether none failed or was left")),
                    Schema.required("reloaded", Schema.integer("How many ran well")),
                    Schema.required("skipped", Schema.integer("How many had no cause to run")),
                    Schema.required("failed", Schema.integer("How many failed")),
                    Schema.required("rows", Schema.list("In the order in which they ran", ROW))))
            .examples(
                "Reload all tables",
                "I changed dr_rules and dispatcher rows, make them active",
                "Reload every module after the database import")
            .aliases("reload_data_tables");
    return draft.tool((Work.PerCall) (arguments, ports) -> choose(arguments, ports, table));
  }

  private static Work.Choice choose(Arguments arguments, ReadPorts ports, MiClassification table) {
    List<String> targets = arguments.texts("targets");
    List<String> unknown = Chosen.unknown(targets);
    if (!unknown.isEmpty()) {
      return refused(
          ToolError.TARGET_NOT_FOUND.failure(
              "No reload serves " + String.join(", ", unknown) + ".",
              Nearest.orElse(
                  Nearest.to(unknown.getFirst(), Reloads.names()),
                  "See with reload_list what there is.")));
    }
    return switch (ports.mi().node()) {
      case MiResult.Failure<MiNode>(MiError error) -> refused(Outcome.Failure.of(error));
      case MiResult.Success<MiNode>(MiNode node) -> {
        List<Chosen> chosen = Chosen.of(targets, node);
        yield chosen.stream().anyMatch(Chosen::runs)
            ? new Work.Choice.Chosen(
                new Demand(Scope.MI_WRITE, highest(chosen, node, table)),
                new ReloadRun(chosen, textFiles(chosen, node)))
            : refused(ReloadRun.nothing(chosen));
      }
    };
  }

  /** Whether the node has the module for tables in text files, and it is not among what runs. */
  private static boolean textFiles(List<Chosen> chosen, MiNode node) {
    Chosen files = Chosen.of(List.of("db_text"), node).getFirst();
    return files.runs()
        && chosen.stream().noneMatch(one -> one.runs() && one.reload().equals(files.reload()));
  }

  private static Work.Choice refused(Outcome.Failure failure) {
    return new Work.Choice.Refused(failure);
  }

  private static Risk highest(List<Chosen> chosen, MiNode node, MiClassification table) {
    Risk highest = Risk.REVERSIBLE;
    for (Chosen one : chosen) {
      Risk risk = table.demand(node.version(), one.reload().command(), Set.of()).risk();
      if (one.runs() && risk.compareTo(highest) > 0) {
        highest = risk;
      }
    }
    return highest;
  }
}
