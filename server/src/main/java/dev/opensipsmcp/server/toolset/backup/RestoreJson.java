package dev.opensipsmcp.server.toolset.backup;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.db.backup.RestorePlan;
import dev.opensipsmcp.db.backup.RestorePlan.TablePlan;
import dev.opensipsmcp.server.tool.Schema;

/** Shows what a restoration would do, or did. */
final class RestoreJson {
  /** One table's part. */
  static final Schema TABLE =
      Schema.object(
          "One table",
          Schema.required("table", Schema.text("Its name")),
          Schema.required("there", Schema.integer("Rows before")),
          Schema.required("added", Schema.integer("Rows that were missing")),
          Schema.required("replaced", Schema.integer("Rows set to what the backup has")),
          Schema.required("kept", Schema.integer("Rows that were the same")),
          Schema.required("skipped", Schema.integer("Rows of the backup that were left out")),
          Schema.required("deleted", Schema.integer("Rows that the backup lacks, deleted")),
          Schema.optional("renumbered", Schema.integer("Added rows that got another number")),
          Schema.optional("without_secrets", Schema.integer("Added rows that lack a secret")));

  private RestoreJson() {}

  static JsonArray tables(RestorePlan plan) {
    JsonArray tables = new JsonArray();
    plan.tables().forEach(table -> tables.add(table(table)));
    return tables;
  }

  private static JsonObject table(TablePlan plan) {
    JsonObject json = new JsonObject();
    json.addProperty("table", plan.table());
    json.addProperty("there", plan.there());
    json.addProperty("added", plan.added());
    json.addProperty("replaced", plan.replaced());
    json.addProperty("kept", plan.kept());
    json.addProperty("skipped", plan.skipped());
    json.addProperty("deleted", plan.deleted());
    if (plan.renumbered() > 0) {
      json.addProperty("renumbered", plan.renumbered());
    }
    if (plan.withoutSecrets() > 0) {
      json.addProperty("without_secrets", plan.withoutSecrets());
    }
    return json;
  }
}
