package dev.opensipsmcp.server.toolset.reload;

import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiNode;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.MiClassification;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.Paging;
import dev.opensipsmcp.server.toolset.lever.Lever;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** The tool {@code reload_list}. */
final class ReloadList {
  private static final int PAGE = 50;

  private ReloadList() {}

  static Tool tool(MiClassification table) {
    return Lever.read("reload_list", "reload", "Which reload serves which table")
        .what("List the reload commands with the tables that each makes active.")
        .useWhen("Use when a table was changed and you wonder which reload it needs.")
        .notFor("Not for running them; use `reload_tables`.")
        .returns("Returns a page of rows in the order in which reload_tables runs them.")
        .also("which", "core")
        .local(Schema.optional("table", Schema.text("Only what serves this table").longest(64)))
        .rows("[]")
        .column("target", "target", Schema.text("Module, for targets of reload_tables"))
        .column("command", "command", Schema.text("MI command"))
        .column("tables", "tables", Schema.texts("Tables that it reads, by default name"))
        .column("runs", "runs", Schema.flag("Whether reload_tables runs it on this node"))
        .column("why", "why", Schema.text("Why it does not"))
        .column("risk", "risk", Schema.text("How much harm it can do"))
        .column("traffic", "traffic", Schema.text("What calls notice"))
        .column("proof", "proof", Schema.texts("Commands that show what is loaded"))
        .examples(
            "Which reload makes my new rows in table address active?",
            "What can be reloaded on this node?",
            "Does a reload of sockets disturb calls?")
        .tool((arguments, ports) -> list(arguments, ports, table));
  }

  private static Outcome list(Arguments arguments, ReadPorts ports, MiClassification table) {
    return switch (ports.mi().node()) {
      case MiResult.Failure<MiNode>(MiError error) -> Outcome.Failure.of(error);
      case MiResult.Success<MiNode>(MiNode node) ->
          Paging.page(rows(arguments, node, table), arguments, PAGE, List.of());
    };
  }

  private static List<JsonObject> rows(Arguments arguments, MiNode node, MiClassification table) {
    List<JsonObject> rows = new ArrayList<>();
    String wanted = arguments.maybeText("table").orElse("");
    for (Chosen one : Chosen.of(List.of(), node)) {
      if (wanted.isEmpty() || one.reload().tables().contains(wanted)) {
        rows.add(row(one, node, table));
      }
    }
    if (wanted.isEmpty()) {
      new TreeMap<>(Reloads.OTHERS)
          .forEach((command, why) -> {
            JsonObject row = Json.object("command", command);
            row.addProperty("runs", false);
            row.addProperty("why", why + " Send it with mi_execute.");
            rows.add(row);
          });
    }
    return rows;
  }

  private static JsonObject row(Chosen one, MiNode node, MiClassification table) {
    Reload reload = one.reload();
    JsonObject row = Json.object("target", reload.module());
    row.addProperty("command", reload.command());
    row.add("tables", Json.texts(reload.tables()));
    row.addProperty("runs", one.runs());
    Json.addText(row, "why", one.skipped());
    row.addProperty(
        "risk", table.demand(node.version(), reload.command(), Set.of()).risk().label());
    row.addProperty("traffic", reload.traffic());
    List<String> proof = new ArrayList<>();
    reload.proofs().forEach(list -> proof.add(list.command()));
    reload.stamp().ifPresent(proof::add);
    row.add("proof", Json.texts(proof));
    return row;
  }
}
