package dev.opensipsmcp.server.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.cfg.migrate.Change;
import dev.opensipsmcp.cfg.migrate.DatabaseStep;
import dev.opensipsmcp.cfg.migrate.Decision;
import dev.opensipsmcp.cfg.migrate.MiRename;
import dev.opensipsmcp.cfg.migrate.Plan;
import java.util.List;

/** Writes what a migration comes to as JSON. */
public final class MigrationJson {
  private MigrationJson() {}

  /** {@return everything but the new text} */
  public static JsonObject of(Plan.Migrated plan) {
    JsonObject json = new JsonObject();
    JsonArray changes = new JsonArray();
    plan.changes().forEach(change -> changes.add(of(change)));
    json.add("changes", changes);
    JsonArray decisions = new JsonArray();
    plan.decisions().forEach(decision -> decisions.add(of(decision)));
    json.add("decisions", decisions);
    JsonArray database = new JsonArray();
    plan.databaseSteps().forEach(step -> database.add(of(step)));
    json.add("database", database);
    JsonArray commands = new JsonArray();
    plan.miRenames().forEach(rename -> commands.add(of(rename)));
    json.add("mi_commands", commands);
    return json;
  }

  private static JsonObject of(Change change) {
    JsonObject json = new JsonObject();
    json.addProperty("step", change.step());
    json.addProperty("hop", change.hop().toString());
    json.addProperty("line", change.place().line());
    json.addProperty("before", change.before());
    json.addProperty("after", change.after());
    json.addProperty("reason", change.reason());
    return json;
  }

  private static JsonObject of(Decision decision) {
    JsonObject json = new JsonObject();
    json.addProperty("step", decision.step());
    json.addProperty("line", decision.place().line());
    json.addProperty("text", decision.line().strip());
    json.addProperty("what", decision.what());
    json.add("options", texts(decision.options()));
    return json;
  }

  private static JsonObject of(DatabaseStep step) {
    JsonObject json = new JsonObject();
    json.addProperty("table", step.table());
    step.before().ifPresent(version -> json.addProperty("before", version));
    step.after().ifPresent(version -> json.addProperty("after", version));
    json.add("added_columns", texts(step.addedColumns()));
    json.add("removed_columns", texts(step.removedColumns()));
    return json;
  }

  private static JsonObject of(MiRename rename) {
    JsonObject json = new JsonObject();
    json.addProperty("before", rename.before());
    json.addProperty("after", rename.after());
    json.addProperty("old_name_works", rename.oldNameWorks());
    return json;
  }

  private static JsonArray texts(List<String> texts) {
    JsonArray array = new JsonArray();
    texts.forEach(array::add);
    return array;
  }
}
