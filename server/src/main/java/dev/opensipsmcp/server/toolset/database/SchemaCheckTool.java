package dev.opensipsmcp.server.toolset.database;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.db.DbError;
import dev.opensipsmcp.db.DbReads;
import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.db.schema.Access;
import dev.opensipsmcp.db.schema.Fit;
import dev.opensipsmcp.db.schema.Plan;
import dev.opensipsmcp.db.schema.SchemaCheck;
import dev.opensipsmcp.db.schema.SchemaDifference;
import dev.opensipsmcp.db.schema.SchemaDifference.Kind;
import dev.opensipsmcp.db.schema.Target;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.common.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The tool {@code db_schema_check}. */
final class SchemaCheckTool implements Work.Read {
  private static final int SHOWN = 60;

  private SchemaCheckTool() {}

  static Tool tool() {
    return new Tool(
        "db_schema_check",
        DatabaseToolset.NAME,
        "Which OpenSIPS version the database fits",
        new Description(
            "Check which OpenSIPS versions the database fits, and which tables or columns are wrong.",
            "Use when a module refuses its table, after an upgrade, or before one to see its SQL.",
            Optional.of("Not for changing tables; use `db_schema_update`."),
            Optional.empty(),
            "Returns one object with up to " + SHOWN + " differences, faults first."),
        new Demand(Scope.DB_READ, Risk.READ),
        true,
        Schema.arguments(
            Schema.optional("version", Versions.VERSION),
            Schema.optional(
                "sql", Schema.flag("Also the SQL that brings it to version").byDefault(false))),
        Schema.object(
            "The database held against a version",
            Schema.required("database", Schema.text("Where it is")),
            Schema.required("server", Schema.text("Its kind and version")),
            Schema.required("access", Schema.text("What the configured user may do")),
            Schema.required("fits", Schema.texts("Versions whose nodes can work with it")),
            Schema.optional("best", Schema.text("The version it is most like")),
            Schema.optional("version", Schema.text("The version it was held against")),
            Schema.optional("tables", Schema.text("Tables of that version that are there")),
            Schema.optional("faults", Schema.integer("Differences that a node trips over")),
            Schema.optional("missing", Schema.texts("Tables that are not there")),
            Schema.optional(
                "differences",
                Schema.list(
                    "What differs",
                    Schema.object(
                        "One difference",
                        Schema.required("what", Schema.text("Kind of difference")),
                        Schema.required("fault", Schema.flag("Whether a node trips over it")),
                        Schema.required("table", Schema.text("Table")),
                        Schema.optional("part", Schema.text("Column or index")),
                        Schema.optional("wanted", Schema.text("As the version has it")),
                        Schema.optional("found", Schema.text("As the database has it"))))),
            Schema.optional("sql", Schema.texts("Statements that bring it there, in order")),
            Schema.optional("statements", Schema.integer("How many they are in all")),
            Schema.optional("by_hand", Schema.texts("Faults that no statement settles"))),
        Needs.database(Needs.ANY_TABLE),
        List.of(
            "Does our database schema fit OpenSIPS 4.0?",
            "Which OpenSIPS version is this database for?",
            "What is wrong with the tables, the module complains about its table version"),
        List.of("schema_check"),
        new SchemaCheckTool());
  }

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    DbResult<Outcome> result =
        ports
            .db()
            .then(database ->
                database.schema().fit().then(fit -> checked(arguments, ports, database, fit)));
    return switch (result) {
      case DbResult.Success<Outcome>(Outcome outcome) -> outcome;
      case DbResult.Failure<Outcome>(DbError error) -> Versions.failure(error);
    };
  }

  private static DbResult<Outcome> checked(
      Arguments arguments, ReadPorts ports, DbReads database, Fit fit) {
    JsonObject json = Json.object("database", database.where());
    json.addProperty("server", fit.server());
    json.add("fits", Json.texts(fit.fitting().stream().map(Version::label).toList()));
    fit.best().ifPresent(version -> json.addProperty("best", version.label()));
    Optional<Version> version = Versions.of(arguments, ports).or(fit::best);
    return database
        .schema()
        .access()
        .map(Access::shown)
        .then(access -> {
          json.addProperty("access", access);
          return version.isEmpty()
              ? new DbResult.Success<>(
                  new Outcome.Value(
                      json, List.of("None of OpenSIPS's tables is there: db_schema_create")))
              : against(json, version.get(), arguments, database);
        });
  }

  private static DbResult<Outcome> against(
      JsonObject json, Version version, Arguments arguments, DbReads database) {
    return database
        .schema()
        .check(version)
        .then(check -> {
          differences(json, check);
          return arguments.flag("sql", false)
              ? database.schema().plan(Target.of(version)).map(plan -> planned(json, plan))
              : new DbResult.Success<>(new Outcome.Value(json, warnings(check)));
        });
  }

  private static Outcome planned(JsonObject json, Plan plan) {
    SqlText.add(json, plan.steps());
    List<String> left =
        plan.left().stream().map(it -> it.table() + "." + it.part() + ": " + word(it)).toList();
    if (!left.isEmpty()) {
      json.add("by_hand", Json.texts(left));
    }
    return new Outcome.Value(json, List.of());
  }

  private static void differences(JsonObject json, SchemaCheck check) {
    json.addProperty("version", check.version().label());
    json.addProperty("tables", check.tables() + " of " + check.of());
    json.addProperty("faults", check.faults());
    List<String> missing = new ArrayList<>();
    List<SchemaDifference> others = new ArrayList<>();
    for (SchemaDifference one : check.differences()) {
      if (one.kind() == Kind.TABLE_MISSING) {
        missing.add(one.table());
      } else {
        others.add(one);
      }
    }
    others.sort((a, b) -> Boolean.compare(b.kind().fault(), a.kind().fault()));
    json.add("missing", Json.texts(missing));
    JsonArray rows = new JsonArray();
    others.stream().limit(SHOWN).forEach(one -> rows.add(row(one)));
    json.add("differences", rows);
  }

  private static JsonObject row(SchemaDifference one) {
    JsonObject row = Json.object("what", word(one));
    row.addProperty("fault", one.kind().fault());
    row.addProperty("table", one.table());
    Json.addText(row, "part", one.part());
    Json.addText(row, "wanted", one.wanted());
    Json.addText(row, "found", one.found());
    return row;
  }

  private static String word(SchemaDifference one) {
    return one.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static List<String> warnings(SchemaCheck check) {
    long shown = check.differences().stream().filter(it -> it.kind() != Kind.TABLE_MISSING).count();
    return shown > SHOWN ? List.of(shown - SHOWN + " more differences are not shown") : List.of();
  }
}
