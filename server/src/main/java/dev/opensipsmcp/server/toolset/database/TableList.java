package dev.opensipsmcp.server.toolset.database;

import com.google.gson.JsonObject;
import dev.opensipsmcp.db.DbError;
import dev.opensipsmcp.db.DbReads;
import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.db.schema.ActualSchema;
import dev.opensipsmcp.db.schema.TableSize;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Table;
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
import dev.opensipsmcp.server.tool.SharedParameters;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.Paging;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The tool {@code db_table_list}. */
final class TableList implements Work.Read {
  private static final int PAGE = 100;

  private TableList() {}

  static Tool tool() {
    return new Tool(
        "db_table_list",
        DatabaseToolset.NAME,
        "Database tables and their purpose",
        new Description(
            "List the OpenSIPS database tables: what each is for, its group, row count and version.",
            "Use when asking for an overview: which tables the database has, what one is good for.",
            Optional.of("Not for whether they are right; use `db_schema_check`."),
            Optional.empty(),
            "Returns a page of tables; rows above 10,000 are estimated."),
        new Demand(Scope.DB_READ, Risk.READ),
        true,
        Schema.arguments(
            Schema.optional("group", Schema.text("Only this set, such as drouting").longest(64)),
            Schema.optional(
                "missing",
                Schema.flag("Also tables of the node's version that are not there")
                    .byDefault(false)),
            SharedParameters.limit(PAGE, 500),
            SharedParameters.CURSOR,
            SharedParameters.FIELDS),
        Schema.list(
            "Tables",
            Schema.object(
                "One table",
                Schema.required("table", Schema.text("Name")),
                Schema.required("there", Schema.flag("Whether the database has it")),
                Schema.optional("group", Schema.text("Set that it is made with")),
                Schema.optional("purpose", Schema.text("What it holds")),
                Schema.optional("rows", Schema.integer("How many rows")),
                Schema.optional("estimated", Schema.flag("Whether rows is an estimate")),
                Schema.optional("version", Schema.integer("Its number in table version")),
                Schema.optional("wanted", Schema.integer("The number that the node expects")))),
        Needs.database(Needs.ANY_TABLE),
        List.of(
            "Which tables are in the OpenSIPS database?",
            "How many rows does each database table have?",
            "What are the tables in this database good for?"),
        List.of("list_tables"),
        new TableList());
  }

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    DbResult<Outcome> result =
        ports
            .db()
            .then(database ->
                Versions.of(arguments, ports, database)
                    .then(version -> listed(arguments, database, version)));
    return switch (result) {
      case DbResult.Success<Outcome>(Outcome outcome) -> outcome;
      case DbResult.Failure<Outcome>(DbError error) -> Versions.failure(error);
    };
  }

  private static DbResult<Outcome> listed(
      Arguments arguments, DbReads database, Optional<Version> version) {
    return database
        .schema()
        .actual()
        .then(actual -> {
          List<String> names = names(arguments, actual, version);
          return database
              .schema()
              .sizes(names)
              .map(sizes ->
                  Paging.page(rows(names, actual, version, sizes), arguments, PAGE, List.of()));
        });
  }

  private static List<String> names(
      Arguments arguments, ActualSchema actual, Optional<Version> version) {
    Set<String> names = new TreeSet<>(actual.tables().keySet());
    if (arguments.flag("missing", false) && version.isPresent()) {
      Facts.of(version.get()).tables().forEach(table -> names.add(table.name()));
    }
    Optional<String> group = arguments.maybeText("group");
    return names.stream()
        .filter(name -> group.isEmpty() || groups(name, version).contains(group.get()))
        .toList();
  }

  private static List<String> groups(String name, Optional<Version> version) {
    return known(name, version).map(Table::groups).orElse(List.of());
  }

  private static Optional<Table> known(String name, Optional<Version> version) {
    return version.flatMap(it -> Facts.of(it).table(name));
  }

  private static List<JsonObject> rows(
      List<String> names, ActualSchema actual, Optional<Version> version, List<TableSize> sizes) {
    Map<String, TableSize> bySize = new HashMap<>();
    sizes.forEach(size -> bySize.put(size.table(), size));
    List<JsonObject> rows = new ArrayList<>();
    for (String name : names) {
      JsonObject row = Json.object("table", name);
      row.addProperty("there", actual.table(name).isPresent());
      Json.addText(row, "group", String.join(", ", groups(name, version)));
      Json.addText(row, "purpose", TablePurposes.of(name));
      TableSize size = bySize.get(name);
      if (size != null) {
        row.addProperty("rows", size.rows());
        if (!size.exact()) {
          row.addProperty("estimated", true);
        }
      }
      actual.version(name).ifPresent(number -> row.addProperty("version", number));
      known(name, version).ifPresent(table -> row.addProperty("wanted", table.version()));
      rows.add(row);
    }
    return rows;
  }
}
