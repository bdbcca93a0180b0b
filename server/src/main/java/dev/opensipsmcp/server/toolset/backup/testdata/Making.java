package dev.opensipsmcp.server.toolset.backup.testdata;

import com.google.gson.JsonObject;
import dev.opensipsmcp.db.DbError;
import dev.opensipsmcp.db.DbReads;
import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.db.Row;
import dev.opensipsmcp.db.row.Condition;
import dev.opensipsmcp.db.row.RowChange;
import dev.opensipsmcp.db.row.Select;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Table;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Plan;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.tool.WritePorts;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.ToolError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Makes rows for tests: writes them down first, then makes all or none.
 *
 * @param ledger where they are written down
 * @param kind which rows
 */
record Making(TestData ledger, Kind kind) implements Work.Change {

  /** Which rows are made. */
  interface Kind {
    /** {@return the rows; made anew at each call, with new passwords} */
    Batch batch(Facts facts, Arguments arguments, String name);

    /** {@return the rows as far as a plan shows them} */
    Batch sketch(Facts facts, Arguments arguments);

    /** {@return the table} */
    String table();
  }

  @Override
  public Plan plan(Arguments arguments, ReadPorts ports) {
    DbResult<Batch> batch = batch(ports, facts -> kind.sketch(facts, arguments));
    return switch (batch.then(made -> there(made, ports).map(there -> plan(made, there)))) {
      case DbResult.Success<Plan>(Plan plan) -> plan;
      case DbResult.Failure<Plan>(DbError error) -> new Plan.Refused(failure(error));
    };
  }

  private DbResult<Batch> batch(ReadPorts ports, Function<Facts, Batch> made) {
    return TestFacts.of(ports)
        .then(facts ->
            facts.table(kind.table()).isPresent()
                ? new DbResult.Success<>(made.apply(facts))
                : new DbResult.Failure<>(
                    new DbError(
                        DbError.Kind.NO_SUCH_TABLE,
                        "The database has no table " + kind.table() + ".",
                        "Make it with db_schema_create.")));
  }

  private static DbResult<List<String>> there(Batch batch, ReadPorts ports) {
    return ports
        .db()
        .then(reads -> {
          List<String> there = new ArrayList<>();
          for (Row row : batch.rows()) {
            DbResult<Long> same = reads.rows().count(same(batch.table(), row, batch.naming()));
            if (same instanceof DbResult.Failure<Long>(DbError error)) {
              return new DbResult.Failure<>(error);
            }
            if (same instanceof DbResult.Success<Long>(Long count) && count > 0) {
              there.add(row.text(batch.naming().getFirst()));
            }
          }
          return new DbResult.Success<>(there);
        });
  }

  static Select same(Table table, Row row, List<String> naming) {
    List<Condition> where = new ArrayList<>();
    for (String column : naming) {
      where.add(new Condition.Equal(table.column(column).orElseThrow(), row.value(column)));
    }
    return Select.first(table, where, 10);
  }

  private static Plan plan(Batch batch, List<String> there) {
    if (!there.isEmpty()) {
      return new Plan.Refused(
          ToolError.TARGET_UNFIT.failure(
              "There are such rows already: "
                  + String.join(", ", there.stream().limit(10).toList())
                  + ".",
              "Give another prefix or another first number; test_data_clean takes away what was"
                  + " made for tests."));
    }
    JsonObject target = Json.object("table", batch.table().name());
    target.addProperty("rows", batch.rows().size());
    target.addProperty("first", batch.rows().getFirst().text(batch.naming().getFirst()));
    return new Plan.Ready(
        "Make " + batch.rows().size() + " rows for tests in table " + batch.table().name(),
        target,
        new JsonObject(),
        List.of(
            "The rows are made in one transaction, and written down in this server's ledger.",
            batch.passwords().isEmpty()
                ? "The node has them after ds_reload."
                : "They can register at once; their passwords are in a file of this server only."),
        "test_data_clean with the batch that the result names.");
  }

  @Override
  public Outcome apply(Plan.Ready plan, Arguments arguments, WritePorts ports) {
    String name = "batch-" + UUID.randomUUID().toString().substring(0, 8);
    DbResult<Outcome> done =
        batch(ports, facts -> kind.batch(facts, arguments, name))
            .then(batch -> ports.db().then(reads -> make(name, batch, reads, ports)));
    return switch (done) {
      case DbResult.Success<Outcome>(Outcome outcome) -> outcome;
      case DbResult.Failure<Outcome>(DbError error) -> failure(error);
    };
  }

  private DbResult<Outcome> make(String name, Batch batch, DbReads reads, WritePorts ports) {
    List<MadeRow> rows = new ArrayList<>();
    List<RowChange> changes = new ArrayList<>();
    for (Row row : batch.rows()) {
      rows.add(MadeRow.of(name, reads.where(), batch.table().name(), row, batch.naming()));
      changes.add(new RowChange.Insert(batch.table(), row, batch.naming()));
    }
    Optional<Path> passwords;
    try {
      passwords =
          batch.passwords().isEmpty()
              ? Optional.empty()
              : Optional.of(ledger.keep(name, batch.passwords()));
      ledger.begin(name, rows);
    } catch (IOException e) {
      return new DbResult.Failure<>(unwritable(e));
    }
    DbResult<List<Optional<Row>>> made =
        ports.dbWrites().then(writes -> writes.rows().apply(changes));
    if (made instanceof DbResult.Failure<List<Optional<Row>>>(DbError error)
        && !error.mayHaveRun()) {
      forget(name);
    }
    return made.map(_ -> outcome(name, batch, passwords));
  }

  private void forget(String name) {
    try {
      ledger.left(name, List.of());
    } catch (IOException _) {
      // The rows are not there; a later cleaning finds none and forgets the batch.
    }
  }

  private static Outcome outcome(String name, Batch batch, Optional<Path> passwords) {
    JsonObject json = Json.object("batch", name);
    json.addProperty("table", batch.table().name());
    json.addProperty("rows", batch.rows().size());
    String column = batch.naming().get(batch.passwords().isEmpty() ? 1 : 0);
    json.addProperty("first", batch.rows().getFirst().text(column));
    json.addProperty("last", batch.rows().getLast().text(column));
    passwords.ifPresent(file -> json.addProperty("file", String.valueOf(file.getFileName())));
    return new Outcome.Value(json);
  }

  static DbError unwritable(IOException why) {
    return new DbError(
        DbError.Kind.FILE,
        "The ledger of test data can't be read or written ("
            + why.getClass().getSimpleName()
            + "); nothing was changed.",
        "Ask whoever runs this server to check the rights of its state directory.");
  }

  static Outcome.Failure failure(DbError error) {
    return new Outcome.Failure(error.code(), error.cause(), error.nextStep(), error.mayHaveRun());
  }
}
