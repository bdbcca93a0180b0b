package dev.opensipsmcp.server.toolset.backup.testdata;

import com.google.gson.JsonObject;
import dev.opensipsmcp.db.DbError;
import dev.opensipsmcp.db.DbReads;
import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.db.Row;
import dev.opensipsmcp.db.Value;
import dev.opensipsmcp.db.row.RowChange;
import dev.opensipsmcp.facts.Column;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Table;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Plan;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.tool.WritePorts;
import dev.opensipsmcp.server.toolset.common.Json;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes away rows that were made for tests and still are what was made.
 *
 * @param ledger where they are written down
 */
record Cleaning(TestData ledger) implements Work.Change {

  /** What was found of the rows that were made. */
  private static final class Found {
    private final List<MadeRow> clean = new ArrayList<>();
    private final List<RowChange> changes = new ArrayList<>();
    private final List<MadeRow> changed = new ArrayList<>();
    private final List<MadeRow> gone = new ArrayList<>();
  }

  @Override
  public Plan plan(Arguments arguments, ReadPorts ports) {
    return switch (found(arguments, ports)) {
      case DbResult.Success<Found>(Found found) ->
          new Plan.Ready(
              "Delete " + found.clean.size() + " rows that were made for tests",
              target(found),
              shown(found),
              List.of(
                  "Rows that are still what was made are deleted in one transaction.",
                  "Rows that were changed since are left alone."),
              "Nothing brings them back; make new ones.");
      case DbResult.Failure<Found>(DbError error) -> new Plan.Refused(Making.failure(error));
    };
  }

  private DbResult<Found> found(Arguments arguments, ReadPorts ports) {
    return TestFacts.of(ports)
        .then(facts -> ports.db().then(reads -> found(arguments, facts, reads)));
  }

  private DbResult<Found> found(Arguments arguments, Facts facts, DbReads reads) {
    Found found = new Found();
    try {
      for (MadeRow made : ledger.rows()) {
        Optional<Table> table = facts.table(made.table());
        if (made.where().equals(reads.where()) && table.isPresent() && wanted(made, arguments)) {
          Optional<DbError> error = look(made, table.get(), reads, found);
          if (error.isPresent()) {
            return new DbResult.Failure<>(error.get());
          }
        }
      }
    } catch (IOException e) {
      return new DbResult.Failure<>(Making.unwritable(e));
    }
    return new DbResult.Success<>(found);
  }

  private static Optional<DbError> look(MadeRow made, Table table, DbReads reads, Found found) {
    Map<String, Value> values = new LinkedHashMap<>();
    made.names()
        .forEach((column, text) ->
            table.column(column).ifPresent(it -> values.put(column, value(it, text))));
    List<String> naming = List.copyOf(values.keySet());
    DbResult<List<Row>> rows = reads.rows().list(Making.same(table, new Row(values), naming));
    switch (rows) {
      case DbResult.Failure<List<Row>>(DbError error) -> {
        return Optional.of(error);
      }
      case DbResult.Success<List<Row>>(List<Row> there) -> {
        Optional<Row> same =
            there.stream().filter(row -> made.is(row, Batch.set(table))).findFirst();
        if (same.isPresent()) {
          found.clean.add(made);
          found.changes.add(new RowChange.Delete(table, same.get()));
        } else if (there.isEmpty()) {
          found.gone.add(made);
        } else {
          found.changed.add(made);
        }
        return Optional.empty();
      }
    }
  }

  private static Value value(Column column, String text) {
    return switch (column.type()) {
      case STRING, TEXT, BINARY, DATETIME -> Value.of(text);
      case CHAR, SHORT, UNSIGNED_SHORT, INT, UNSIGNED_INT, LONG, UNSIGNED_LONG, FLOAT, DOUBLE ->
          new Value.Whole(new BigInteger(text));
    };
  }

  private static boolean wanted(MadeRow made, Arguments arguments) {
    Map<String, String> names = made.names();
    return arguments.maybeText("batch").map(made.batch()::equals).orElse(true)
        && arguments
            .maybeText("domain")
            .map(domain -> domain.equalsIgnoreCase(names.get("domain")))
            .orElse(true)
        && arguments
            .maybeText("username_prefix")
            .map(prefix -> names.getOrDefault("username", "").startsWith(prefix))
            .orElse(true)
        && (!arguments.has("set_id")
            || Integer.toString(arguments.integer("set_id", 0)).equals(names.get("setid")));
  }

  private static JsonObject target(Found found) {
    JsonObject target = new JsonObject();
    target.add("rows", Json.list(found.clean.stream().map(Cleaning::named).toList()));
    return target;
  }

  private static JsonObject named(MadeRow made) {
    JsonObject json = Json.object("table", made.table());
    made.names().forEach(json::addProperty);
    return json;
  }

  private static JsonObject shown(Found found) {
    JsonObject shown = new JsonObject();
    shown.add("changed_since", Json.list(found.changed.stream().map(Cleaning::named).toList()));
    shown.addProperty("gone_already", found.gone.size());
    return shown;
  }

  @Override
  public Outcome apply(Plan.Ready plan, Arguments arguments, WritePorts ports) {
    DbResult<Outcome> done =
        found(arguments, ports)
            .then(found -> {
              if (!target(found).equals(plan.target())) {
                return new DbResult.Failure<>(
                    new DbError(
                        DbError.Kind.ROWS_MOVED,
                        "The rows are no longer what the plan showed; nothing was changed.",
                        "Look at the plan again, then repeat the call."));
              }
              return ports
                  .dbWrites()
                  .then(writes -> writes.rows().apply(found.changes))
                  .map(_ -> outcome(found));
            });
    return switch (done) {
      case DbResult.Success<Outcome>(Outcome outcome) -> outcome;
      case DbResult.Failure<Outcome>(DbError error) -> Making.failure(error);
    };
  }

  private Outcome outcome(Found found) {
    JsonObject json = shown(found);
    json.addProperty("deleted", found.clean.size());
    try {
      forget(found);
      return new Outcome.Value(json);
    } catch (IOException e) {
      return new Outcome.Value(
          json, List.of("The ledger could not be brought up to date; it names rows that are gone"));
    }
  }

  /** What was deleted, and what is not there, is no longer anybody's; what was changed stays. */
  private void forget(Found found) throws IOException {
    Set<MadeRow> forgotten = new LinkedHashSet<>(found.clean);
    forgotten.addAll(found.gone);
    Map<String, List<MadeRow>> left = new LinkedHashMap<>();
    for (MadeRow row : ledger.rows()) {
      List<MadeRow> batch = left.computeIfAbsent(row.batch(), _ -> new ArrayList<>());
      if (!forgotten.contains(row)) {
        batch.add(row);
      }
    }
    Set<String> touched = new LinkedHashSet<>();
    forgotten.forEach(row -> touched.add(row.batch()));
    for (String batch : touched) {
      ledger.left(batch, left.getOrDefault(batch, List.of()));
    }
  }
}
