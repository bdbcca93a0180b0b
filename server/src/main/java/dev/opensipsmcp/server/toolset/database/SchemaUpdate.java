package dev.opensipsmcp.server.toolset.database;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.db.DbError;
import dev.opensipsmcp.db.DbReads;
import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.db.backup.Backup;
import dev.opensipsmcp.db.backup.Watcher;
import dev.opensipsmcp.db.schema.SchemaDifference;
import dev.opensipsmcp.db.schema.Step;
import dev.opensipsmcp.db.schema.Target;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Plan;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.tool.WritePorts;
import dev.opensipsmcp.server.toolset.common.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tool {@code db_schema_update}. */
final class SchemaUpdate implements Work.Change {
  private SchemaUpdate() {}

  static Tool tool() {
    return new Tool(
        "db_schema_update",
        DatabaseToolset.NAME,
        "Bring tables to another version",
        new Description(
            "Update the tables to those of an OpenSIPS version: columns, types, indexes, numbers.",
            "Use when OpenSIPS is upgraded, or db_schema_check finds faults; dry_run shows the SQL.",
            Optional.of("Not for an empty database; use `db_schema_create`."),
            Optional.of(
                "Effects: backs tables up, then changes them; rows stay, nodes of another version may"
                    + " refuse them. All or nothing, but on MariaDB step by step: a second call goes"
                    + " on. Undo: update to the version before, restore dropped columns."),
            "Returns one object: steps taken, backup, fit afterwards."),
        new Demand(Scope.DB_WRITE, Risk.DESTRUCTIVE),
        true,
        Schema.arguments(
            Schema.required("version", Versions.VERSION),
            Schema.optional("groups", Versions.GROUPS),
            Schema.optional(
                "drop_old",
                Schema.flag("Drop columns that only other versions have").byDefault(false)),
            Schema.optional(
                "skip_backup", Schema.flag("Change them without a backup").byDefault(false))),
        Schema.object(
            "What was done",
            Schema.required("version", Schema.text("The version")),
            Schema.required("steps", Schema.texts("What was done, in order")),
            Schema.optional("backup", Schema.text("Backup made before")),
            Schema.required("fits", Schema.flag("Whether nodes of the version can work with it")),
            Schema.required("by_hand", Schema.texts("What a person has to settle"))),
        Needs.database(Needs.ANY_TABLE),
        List.of(
            "Migrate the database from 3.4 to 4.0",
            "Bring our schema to OpenSIPS 3.6",
            "Repair the columns that are missing in the tables"),
        List.of("schema_update", "db_schema_migrate"),
        new SchemaUpdate());
  }

  @Override
  public Duration limit(Arguments arguments) {
    return Duration.ofHours(2);
  }

  private static Target target(Arguments arguments) {
    return new Target(
        Version.parse(arguments.text("version")).orElseThrow(),
        arguments.texts("groups"),
        arguments.flag("drop_old", false));
  }

  @Override
  public Plan plan(Arguments arguments, ReadPorts ports) {
    Target target = target(arguments);
    Optional<Outcome.Failure> unknown = Versions.unknown(target.groups(), target.version());
    if (unknown.isPresent()) {
      return new Plan.Refused(unknown.get());
    }
    DbResult<Plan> plan =
        ports
            .db()
            .then(database ->
                database.schema().plan(target).map(found -> ready(arguments, database, found)));
    return switch (plan) {
      case DbResult.Success<Plan>(Plan ready) -> ready;
      case DbResult.Failure<Plan>(DbError error) -> new Plan.Refused(Versions.failure(error));
    };
  }

  private static Plan ready(
      Arguments arguments, DbReads database, dev.opensipsmcp.db.schema.Plan found) {
    String version = found.target().version().label();
    JsonObject target = Json.object("version", version);
    target.add("steps", SqlText.whats(found.steps()));
    target.addProperty("digest", SqlText.digest(found.steps()));
    JsonObject shown = Json.object("database", database.where());
    SqlText.add(shown, found.steps());
    shown.add("by_hand", left(found));
    return new Plan.Ready(
        found.steps().isEmpty()
            ? "Nothing to do: " + database.where() + " has what OpenSIPS " + version + " wants"
            : "Change "
                + database.where()
                + " in "
                + found.steps().size()
                + " steps to the tables of OpenSIPS "
                + version,
        target,
        shown,
        effects(arguments, database, found),
        "Update to the version before; what was dropped comes from the backup, if there is one.");
  }

  private static List<String> effects(
      Arguments arguments, DbReads database, dev.opensipsmcp.db.schema.Plan found) {
    List<String> effects = new ArrayList<>();
    List<String> lost = found.steps().stream().filter(Step::loses).map(Step::what).toList();
    if (!lost.isEmpty()) {
      effects.add("Values may be lost: " + String.join("; ", lost) + ".");
    }
    effects.add(
        arguments.flag("skip_backup", false)
            ? "No backup is made."
            : found.changed().isEmpty()
                ? "No table with rows changes, so that no backup is needed."
                : "A backup of " + String.join(", ", found.changed()) + " is made first.");
    effects.add(
        switch (database.dialect()) {
          case POSTGRESQL, SQLITE -> "All steps are made, or none.";
          case MARIADB -> "MariaDB makes each step final by itself; a second call goes on.";
        });
    return effects;
  }

  private static JsonArray left(dev.opensipsmcp.db.schema.Plan found) {
    return Json.texts(found.left().stream().map(SchemaUpdate::words).toList());
  }

  private static String words(SchemaDifference one) {
    String at = one.part().isEmpty() ? one.table() : one.table() + "." + one.part();
    return at + ": wanted " + one.wanted() + ", found " + one.found();
  }

  @Override
  public Outcome apply(Plan.Ready plan, Arguments arguments, WritePorts ports) {
    DbResult<Outcome> outcome =
        ports
            .db()
            .then(reads ->
                reads
                    .schema()
                    .plan(target(arguments))
                    .then(found ->
                        SqlText.digest(found.steps()).equals(Json.text(plan.target(), "digest"))
                            ? applied(arguments, ports, reads, found)
                            : new DbResult.Failure<>(moved())));
    return switch (outcome) {
      case DbResult.Success<Outcome>(Outcome done) -> done;
      case DbResult.Failure<Outcome>(DbError error) -> Versions.failure(error);
    };
  }

  private static DbError moved() {
    return new DbError(
        DbError.Kind.SCHEMA_MOVED,
        "The tables are no longer what the plan showed; nothing was changed.",
        "Look at the plan again, then repeat the change if it still makes sense.");
  }

  private static DbResult<Outcome> applied(
      Arguments arguments, WritePorts ports, DbReads reads, dev.opensipsmcp.db.schema.Plan found) {
    boolean kept = !arguments.flag("skip_backup", false) && !found.changed().isEmpty();
    DbResult<Optional<Backup>> backup =
        kept
            ? reads
                .backups()
                .before(
                    "schema to " + found.target().version().label(),
                    found.changed(),
                    watcher(ports))
                .map(Optional::of)
            : new DbResult.Success<>(Optional.empty());
    return backup.then(made ->
        ports
            .dbWrites()
            .then(writes ->
                writes
                    .schema()
                    .apply(
                        found, (number, of, step) -> ports.progress(number - 1, of, step.what())))
            .then(steps ->
                reads
                    .schema()
                    .check(found.target().version())
                    .map(check -> done(found, steps, made, check.fits()))));
  }

  private static Watcher watcher(WritePorts ports) {
    return new Watcher() {
      @Override
      public void at(String table, long rows, long of) {
        ports.progress((double) rows, (double) of, "back up " + table);
      }

      @Override
      public boolean enough() {
        return ports.withdrawn();
      }
    };
  }

  private static Outcome done(
      dev.opensipsmcp.db.schema.Plan found,
      List<Step> steps,
      Optional<Backup> backup,
      boolean fits) {
    JsonObject json = Json.object("version", found.target().version().label());
    json.add("steps", SqlText.whats(steps));
    backup.ifPresent(made -> json.addProperty("backup", made.name()));
    json.addProperty("fits", fits);
    json.add("by_hand", left(found));
    List<String> warnings = new ArrayList<>();
    if (backup.isEmpty() && !found.changed().isEmpty()) {
      warnings.add("No backup was made");
    }
    if (backup.isPresent() && !backup.get().head().secrets()) {
      warnings.add("The backup is without passwords and keys, as this server is set");
    }
    return new Outcome.Value(json, warnings);
  }
}
