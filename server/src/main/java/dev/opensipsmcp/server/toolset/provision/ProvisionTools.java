package dev.opensipsmcp.server.toolset.provision;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.MiClassification;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.reload.TableReload;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The tools that are about rows of any kind. */
final class ProvisionTools {
  static final String TOOLSET = "provisioning";

  /** Which reloads it sends depends on the rows. */
  private static final Needs NEEDS =
      new Needs(List.of("which"), List.of("core"), List.of(Needs.ANY_TABLE));

  private static final int MOST = 200;

  private ProvisionTools() {}

  /** {@return the tools, sorted by name} */
  static List<Tool> of(Provisioning.Parts parts, InstantSource clock, MiClassification table) {
    return List.of(
        apply(parts, clock, table), DescribeTool.of(parts.entities()), restore(parts, table));
  }

  private static Tool apply(Provisioning.Parts parts, InstantSource clock, MiClassification table) {
    String name = "provision_apply";
    Intent intent = new SeveralIntent(parts.entities(), clock);
    return new Tool(
        name,
        TOOLSET,
        "Several row changes, all or none",
        new Description(
            "Apply several changes of database rows in one transaction.",
            "Use when rows belong together, as a gateway and its rules.",
            Optional.of("Not for one row; use `provision_describe` to find its own tool."),
            Optional.of(
                "Effects: all rows change or none; then each table is reloaded once unless"
                    + " reload=false. Undo: change_revert."),
            "Returns each row and whether it is active."),
        new Demand(Scope.DB_WRITE, Risk.DISRUPTIVE),
        false,
        Schema.arguments(
            Schema.required(
                "changes",
                Schema.list(
                        "In order",
                        Schema.object(
                            "One change",
                            Schema.required("entity", Schema.text("Kind, as provision_describe")),
                            Schema.required(
                                "action",
                                Schema.text("What to do").oneOf("create", "update", "delete")),
                            Schema.required("values", Schema.map("Arguments of its own tool"))))
                    .most(MOST)),
            reload(),
            Schema.optional(
                Provisioning.FORCE,
                Schema.flag("Even if rows that name others break").byDefault(false))),
        changed(),
        NEEDS,
        List.of(
            "Add a gateway, a carrier and three rules in one transaction",
            "Create twenty dispatcher destinations at once, all or none",
            "Change rows of several tables together"),
        List.of(),
        (Work.PerCall)
            (given, _) -> choose(given, new Provisioning(name, intent, parts), parts, table));
  }

  private static Tool restore(Provisioning.Parts parts, MiClassification table) {
    Intent intent = new RestoreIntent(parts.entities(), parts.secrets());
    return new Tool(
        RestoreIntent.NAME,
        TOOLSET,
        "Rows as they were before a change",
        new Description(
            "Restore database rows as a change found them.",
            "Use when change_revert asks for it; it fills the arguments in from the journal.",
            Optional.of("Not for changing rows by hand; use `provision_apply`."),
            Optional.of(
                "Effects: rows are put back, set back or taken out, all or none, then reloaded"
                    + " unless reload=false. Undo: change_revert."),
            "Returns each row and whether it is active."),
        new Demand(Scope.DB_WRITE, Risk.DISRUPTIVE),
        false,
        Schema.arguments(
            Schema.required(
                "changes",
                Schema.list(
                    "In order",
                    Schema.object(
                        "One row",
                        Schema.required("entity", Schema.text("Kind, as provision_describe")),
                        Schema.required(
                            "action",
                            Schema.text("What to do")
                                .oneOf(
                                    RestoreIntent.PUT_BACK,
                                    RestoreIntent.SET_BACK,
                                    RestoreIntent.TAKE_OUT)),
                        Schema.required("row", Schema.map("Its columns")),
                        Schema.optional("kept", Schema.text("Its secrets, sealed"))))),
            reload()),
        changed(),
        NEEDS,
        List.of(
            "Put the deleted database row back as it was",
            "Restore the rows that the last change touched",
            "Set the row back to its former columns"),
        List.of(),
        (Work.PerCall)
            (given, _) ->
                choose(given, new Provisioning(RestoreIntent.NAME, intent, parts), parts, table));
  }

  private static Work.Choice choose(
      Arguments given, Work work, Provisioning.Parts parts, MiClassification table) {
    List<Entity> touched = new ArrayList<>();
    for (JsonElement change : Json.list(given.json(), "changes")) {
      JsonObject one = Json.asObject(change);
      parts.entities().named(Json.text(one, "entity")).ifPresent(touched::add);
    }
    Risk risk = given.flag(Provisioning.RELOAD, true) ? riskOf(touched, table) : Risk.REVERSIBLE;
    boolean force = given.flag(Provisioning.FORCE, false);
    return new Work.Choice.Chosen(
        new Demand(
            Scope.DB_WRITE, force && risk.compareTo(Risk.DISRUPTIVE) < 0 ? Risk.DISRUPTIVE : risk),
        work);
  }

  /** {@return the harm that the reloads of these can do} */
  static Risk riskOf(List<Entity> entities, MiClassification table) {
    Risk highest = Risk.REVERSIBLE;
    for (Entity entity : entities) {
      if (entity.activation() instanceof Activation.ByReload) {
        String command = TableReload.of(entity.table()).orElseThrow().command();
        Risk risk = table.demand(Version.V3_6, command, Set.of()).risk();
        highest = risk.compareTo(highest) > 0 ? risk : highest;
      }
    }
    return highest;
  }

  private static Schema.Property reload() {
    return Schema.optional(Provisioning.RELOAD, Schema.flag("Make it active").byDefault(true));
  }

  /** {@return what every change of rows returns} */
  static Schema changed() {
    return Schema.object(
        "What was stored and whether it is active",
        Schema.required("stored", Schema.flag("Whether the database has it")),
        Schema.required(
            "rows",
            Schema.list(
                "The rows",
                Schema.object(
                    "One row",
                    Schema.required("did", Schema.text("create, update or delete")),
                    Schema.required("table", Schema.text("Table")),
                    Schema.required("row", Schema.map("The row now, or as it was when it went"))))),
        Schema.required(
            "activation",
            Schema.list(
                "Whether the node has it",
                Schema.object(
                    "One table",
                    Schema.required("table", Schema.text("Table")),
                    Schema.required(
                        "state",
                        Schema.text(
                                "active: seen on the node; reloaded: it said OK and lists no such"
                                    + " rows")
                            .oneOf("active", "reloaded", "not_active", "not_asked")),
                    Schema.required("why", Schema.text("How that is known")),
                    Schema.optional("command", Schema.text("The reload")),
                    Schema.optional("loaded_before", Schema.integer("Rows in memory before")),
                    Schema.optional("loaded_after", Schema.integer("Rows in memory afterwards")),
                    Schema.optional("next_step", Schema.text("How to activate"))))),
        Schema.optional(
            Outcome.Value.SHOWN_ONCE,
            Schema.map("Secrets made just now, by what they are for; shown this once")));
  }
}
