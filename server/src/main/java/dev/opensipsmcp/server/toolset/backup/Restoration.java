package dev.opensipsmcp.server.toolset.backup;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.db.DbError;
import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.db.backup.Backups;
import dev.opensipsmcp.db.backup.Backups.TableState;
import dev.opensipsmcp.db.backup.RestoreMode;
import dev.opensipsmcp.db.backup.RestoreOrder;
import dev.opensipsmcp.db.backup.RestorePlan;
import dev.opensipsmcp.db.backup.RestorePlan.TablePlan;
import dev.opensipsmcp.db.backup.Restored;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Plan;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Restore;
import dev.opensipsmcp.server.tool.Step;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.tool.WritePorts;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.reload.TableReload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Restores a backup as its plan showed, and knows the way back: the backup made just before. */
final class Restoration implements Work.Reversible {

  @Override
  public Duration limit(Arguments arguments) {
    return Backed.LONG;
  }

  private static RestoreOrder order(Arguments arguments) {
    return new RestoreOrder(
        BackupRestore.name(arguments).orElse(""),
        arguments.texts("tables").stream().map(Backed::table).toList(),
        BackupRestore.mode(arguments));
  }

  @Override
  public Plan plan(Arguments arguments, ReadPorts ports) {
    DbResult<Plan> plan =
        Backed.backups(ports)
            .then(backups ->
                backups
                    .plan(order(arguments), Backed.watcher(ports))
                    .map(found -> ready(found, arguments, backups.nameBefore())));
    return switch (plan) {
      case DbResult.Success<Plan>(Plan value) -> value;
      case DbResult.Failure<Plan>(DbError error) -> new Plan.Refused(Backed.failure(error));
    };
  }

  private static Plan ready(RestorePlan plan, Arguments arguments, String before) {
    JsonObject shown = new JsonObject();
    shown.add("tables", RestoreJson.tables(plan));
    shown.add("warnings", Json.texts(plan.warnings()));
    boolean whole = plan.tables().stream().allMatch(table -> table.secretsLost() == 0);
    return new Plan.Ready(
        summary(plan),
        target(plan),
        shown,
        effects(plan),
        whole
            ? "change_revert brings back what is there now."
            : "db_backup_restore of the backup that is made first; the secrets named in the"
                + " warnings are lost.",
        whole ? Optional.of(way(plan, arguments, before)) : Optional.empty());
  }

  private static Restore way(RestorePlan plan, Arguments arguments, String before) {
    JsonObject inverse = Json.object("name", before);
    inverse.addProperty("mode", RestoreMode.EXACT.label());
    return new Restore(
        state(plan.tables().stream().map(Restoration::state).toList()),
        new Step(BackupRestore.NAME, arguments.json()),
        new Step(BackupRestore.NAME, inverse));
  }

  private static TableState state(TablePlan plan) {
    return new TableState(plan.table(), plan.there(), plan.state());
  }

  private static String summary(RestorePlan plan) {
    long added = plan.tables().stream().mapToLong(TablePlan::added).sum();
    long replaced = plan.tables().stream().mapToLong(TablePlan::replaced).sum();
    long deleted = plan.tables().stream().mapToLong(TablePlan::deleted).sum();
    return "Restore "
        + plan.backup().name()
        + " ("
        + plan.mode().label()
        + "): add "
        + added
        + ", replace "
        + replaced
        + " and delete "
        + deleted
        + " rows of "
        + plan.tables().size()
        + " tables";
  }

  private static JsonObject target(RestorePlan plan) {
    JsonObject target = state(plan.tables().stream().map(Restoration::state).toList());
    target.addProperty("backup", plan.backup().name());
    target.addProperty("sha256", plan.backup().sha256());
    target.addProperty("mode", plan.mode().label());
    return target;
  }

  private static List<String> effects(RestorePlan plan) {
    List<String> effects = new ArrayList<>();
    effects.add("What is there is backed up first; then all changes in one transaction.");
    effects.add("Until its end nobody else changes these tables.");
    Set<String> reloads = reloads(plan);
    if (!reloads.isEmpty()) {
      effects.add(
          "The node goes on with what it has until a reload: " + String.join(", ", reloads) + ".");
    }
    return effects;
  }

  private static Set<String> reloads(RestorePlan plan) {
    Set<String> commands = new TreeSet<>();
    for (TablePlan table : plan.tables()) {
      TableReload.of(table.table()).ifPresent(reload -> commands.add(reload.command()));
    }
    return commands;
  }

  private static JsonObject state(List<TableState> states) {
    JsonArray tables = new JsonArray();
    for (TableState one : states) {
      JsonObject table = Json.object("table", one.table());
      table.addProperty("rows", one.rows());
      table.addProperty("digest", one.digest());
      tables.add(table);
    }
    JsonObject state = new JsonObject();
    state.add("tables", tables);
    return state;
  }

  @Override
  public MiResult<JsonObject> state(Arguments arguments, ReadPorts ports) {
    RestoreOrder order = order(arguments);
    DbResult<List<TableState>> states =
        Backed.backups(ports)
            .then(backups -> backups.states(order.backup(), order.tables(), Backed.watcher(ports)));
    return switch (states) {
      case DbResult.Success<List<TableState>>(List<TableState> found) ->
          new MiResult.Success<>(state(found));
      case DbResult.Failure<List<TableState>>(DbError error) ->
          new MiResult.Failure<>(new MiError.Unreachable(error.cause(), error.nextStep()));
    };
  }

  @Override
  public Outcome apply(Plan.Ready plan, Arguments arguments, WritePorts ports) {
    RestoreOrder order = order(arguments);
    DbResult<Backups> backups = Backed.backups(ports);
    DbResult<Restored> restored =
        backups.then(reads ->
            reads
                .plan(order, Backed.watcher(ports))
                .then(shown -> {
                  if (!target(shown).equals(plan.target())) {
                    return new DbResult.Failure<>(
                        new DbError(
                            DbError.Kind.ROWS_MOVED,
                            "The tables or the backup are no longer what the plan showed.",
                            "Look at the plan again, then repeat the call."));
                  }
                  String before = before(plan).orElseGet(reads::nameBefore);
                  return ports
                      .dbWrites()
                      .then(writes ->
                          writes.restores().restore(order, shown, before, Backed.watcher(ports)));
                }));
    return Backed.outcome(restored, Restoration::outcome);
  }

  private static Optional<String> before(Plan.Ready plan) {
    return plan.restore().map(way -> Json.text(way.inverse().arguments(), "name"));
  }

  private static Outcome outcome(Restored restored) {
    RestorePlan done = restored.done();
    JsonObject json = new JsonObject();
    json.addProperty("backup", done.backup().name());
    json.addProperty("mode", done.mode().label());
    json.add("tables", RestoreJson.tables(done));
    json.addProperty("before", restored.before().name());
    json.add("reload", Json.texts(List.copyOf(reloads(done))));
    return new Outcome.Value(json, done.warnings());
  }
}
