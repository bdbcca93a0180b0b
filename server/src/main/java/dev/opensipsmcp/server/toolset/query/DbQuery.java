package dev.opensipsmcp.server.toolset.query;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.db.DbError;
import dev.opensipsmcp.db.DbReads;
import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.db.query.Query;
import dev.opensipsmcp.db.query.QueryResult;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tool {@code db_query}. */
public final class DbQuery implements Work.Read {
  private static final int ROWS = 100;
  private static final int MOST_ROWS = 1_000;
  private static final int SECONDS = 5;
  private static final int MOST_SECONDS = 30;

  private DbQuery() {}

  /** {@return the tool, for toolset {@code database}} */
  public static Tool tool() {
    return new Tool(
        "db_query",
        "database",
        "SQL query, read only",
        new Description(
            "Query OpenSIPS's tables with one SQL SELECT of your own, which is checked and can't"
                + " change anything.",
            "Use when no other tool joins, groups or filters rows the way you need.",
            Optional.of("Not for calls that were made; use `cdr_search`."),
            Optional.empty(),
            "Returns rows up to max_rows; more says whether others exist (add ORDER BY and OFFSET). Long"
                + " cells are cut. Joins, subqueries, WITH, UNION, CASE and plain functions work;"
                + " columns holding secrets do not."),
        new Demand(Scope.DB_QUERY, Risk.READ),
        true,
        Schema.arguments(
            Schema.required(
                "sql",
                Schema.text("One SELECT; bare table names, texts in single quotes")
                    .longest(8_000)
                    .examples(
                        "SELECT sip_code, COUNT(*) AS n FROM acc GROUP BY sip_code ORDER BY n DESC")),
            Schema.optional(
                "max_rows", Schema.integer("Rows at most").between(1, MOST_ROWS).byDefault(ROWS)),
            Schema.optional(
                "timeout_s",
                Schema.integer("Seconds the database may work")
                    .between(1, MOST_SECONDS)
                    .byDefault(SECONDS))),
        Schema.object(
            "The result",
            Schema.required(
                "columns",
                Schema.list(
                    "The columns, in order",
                    Schema.object(
                        "One column",
                        Schema.required("name", Schema.text("Name, as in rows")),
                        Schema.required("type", Schema.text("Type, as the database calls it"))))),
            Schema.required("rows", Schema.list("The rows", Schema.map("Values by column"))),
            Schema.required("more", Schema.flag("Whether further rows exist"))),
        Needs.database(Needs.ANY_TABLE),
        List.of(
            "Run this SQL query on the OpenSIPS database",
            "SELECT the subscribers without an alias by SQL",
            "Join dispatcher and domain in one query"),
        List.of("sql_query"),
        new DbQuery());
  }

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    Query query =
        new Query(
            arguments.text("sql"),
            arguments.integer("max_rows", ROWS),
            Duration.ofSeconds(arguments.integer("timeout_s", SECONDS)));
    return switch (ports.db().map(DbReads::queries).then(queries -> queries.run(query))) {
      case DbResult.Failure<QueryResult>(DbError error) ->
          new Outcome.Failure(error.code(), error.cause(), error.nextStep(), error.mayHaveRun());
      case DbResult.Success<QueryResult>(QueryResult result) -> shown(result);
    };
  }

  private static Outcome shown(QueryResult result) {
    JsonArray columns = new JsonArray();
    for (QueryResult.Column column : result.columns()) {
      JsonObject one = new JsonObject();
      one.addProperty("name", column.name());
      one.addProperty("type", column.type());
      columns.add(one);
    }
    Cells cells = new Cells();
    JsonArray rows = new JsonArray();
    result.rows().forEach(row -> rows.add(cells.row(result.columns(), row)));
    JsonObject data = new JsonObject();
    data.add("columns", columns);
    data.add("rows", rows);
    data.addProperty("more", result.more());
    List<String> warnings = new ArrayList<>();
    if (!result.hidden().isEmpty()) {
      warnings.add("Left out, as they hold secrets: " + String.join(", ", result.hidden()));
    }
    if (cells.cut() > 0) {
      warnings.add(cells.cut() + " cells were longer than " + Cells.MOST_CHARS + " and were cut");
    }
    return new Outcome.Value(data, warnings);
  }
}
