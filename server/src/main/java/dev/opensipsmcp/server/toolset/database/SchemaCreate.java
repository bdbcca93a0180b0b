package dev.opensipsmcp.server.toolset.database;

import com.google.gson.JsonObject;
import dev.opensipsmcp.db.DbError;
import dev.opensipsmcp.db.DbReads;
import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.db.schema.ActualSchema;
import dev.opensipsmcp.db.schema.Step;
import dev.opensipsmcp.facts.Table;
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
import java.util.List;
import java.util.Optional;

/** The tool {@code db_schema_create}. */
final class SchemaCreate implements Work.Change {
  private SchemaCreate() {}

  static Tool tool() {
    return new Tool(
        "db_schema_create",
        DatabaseToolset.NAME,
        "Make OpenSIPS's tables",
        new Description(
            "Create the tables of an OpenSIPS version, all or by set, with their version numbers.",
            "Use when a new database is empty, or a module is new and its tables are missing.",
            Optional.of("Not for tables that exist, which it refuses; use `db_schema_update`."),
            Optional.of(
                "Effects: new empty tables in the database; existing tables, nodes and calls are not"
                    + " touched. Undo: drop the tables by hand."),
            "Returns one object: the tables made."),
        new Demand(Scope.DB_WRITE, Risk.DISRUPTIVE),
        false,
        Schema.arguments(
            Schema.optional("version", Versions.VERSION),
            Schema.optional("groups", Versions.GROUPS)),
        Schema.object(
            "What was made",
            Schema.required("version", Schema.text("The version they are for")),
            Schema.required("created", Schema.texts("The tables, in order"))),
        Needs.database(Needs.ANY_TABLE),
        List.of(
            "Create the OpenSIPS tables in the empty database",
            "Make the missing dispatcher and drouting tables",
            "Set up a fresh database for OpenSIPS 3.6"),
        List.of("schema_create"),
        new SchemaCreate());
  }

  @Override
  public Duration limit(Arguments arguments) {
    return Duration.ofMinutes(5);
  }

  @Override
  public Plan plan(Arguments arguments, ReadPorts ports) {
    Optional<Version> version = Versions.of(arguments, ports);
    if (version.isEmpty()) {
      return new Plan.Refused(Versions.nobodyKnows());
    }
    Optional<Outcome.Failure> unknown = Versions.unknown(arguments.texts("groups"), version.get());
    if (unknown.isPresent()) {
      return new Plan.Refused(unknown.get());
    }
    DbResult<Plan> plan =
        ports
            .db()
            .then(database ->
                database
                    .schema()
                    .actual()
                    .then(actual -> planned(arguments, version.get(), database, actual)));
    return switch (plan) {
      case DbResult.Success<Plan>(Plan ready) -> ready;
      case DbResult.Failure<Plan>(DbError error) -> new Plan.Refused(Versions.failure(error));
    };
  }

  private static DbResult<Plan> planned(
      Arguments arguments, Version version, DbReads database, ActualSchema actual) {
    List<Table> tables = Versions.tables(arguments.texts("groups"), version);
    List<String> there =
        tables.stream()
            .map(Table::name)
            .filter(name -> !name.equals("version") && actual.table(name).isPresent())
            .toList();
    if (!there.isEmpty()) {
      return new DbResult.Failure<>(
          new DbError(
              DbError.Kind.TABLE_EXISTS,
              "The database has " + String.join(", ", there) + " already; nothing was made.",
              "Name other groups, or complete what is there with db_schema_update."));
    }
    JsonObject target = Json.object("version", version.label());
    target.add("create", Json.texts(tables.stream().map(Table::name).toList()));
    JsonObject shown = Json.object("database", database.where());
    SqlText.add(shown, database.schema().creation(tables));
    return new DbResult.Success<>(
        new Plan.Ready(
            "Create "
                + tables.size()
                + " tables of OpenSIPS "
                + version.label()
                + " in "
                + database.where(),
            target,
            shown,
            List.of("The tables are new and empty; nothing that exists is touched."),
            "Nothing here drops tables: whoever runs the database can."));
  }

  @Override
  public Outcome apply(Plan.Ready plan, Arguments arguments, WritePorts ports) {
    String label = Json.text(plan.target(), "version");
    Version version = Version.parse(label).orElseThrow();
    List<Table> tables = Versions.tables(arguments.texts("groups"), version);
    DbResult<List<Step>> made =
        ports
            .dbWrites()
            .then(database ->
                database
                    .schema()
                    .create(
                        tables, (number, of, step) -> ports.progress(number - 1, of, step.what())));
    return switch (made) {
      case DbResult.Success<List<Step>>(List<Step> steps) -> {
        JsonObject json = Json.object("version", label);
        json.add("created", Json.texts(steps.stream().map(Step::table).toList()));
        yield new Outcome.Value(json);
      }
      case DbResult.Failure<List<Step>>(DbError error) -> Versions.failure(error);
    };
  }
}
