package dev.opensipsmcp.db.internal.row;

import dev.opensipsmcp.db.DbError;
import dev.opensipsmcp.db.DbError.Kind;
import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.db.Row;
import dev.opensipsmcp.db.Value;
import dev.opensipsmcp.db.internal.sql.Pool;
import dev.opensipsmcp.db.internal.sql.Session;
import dev.opensipsmcp.db.row.RowChange;
import dev.opensipsmcp.db.row.RowReads;
import dev.opensipsmcp.db.row.RowWrites;
import dev.opensipsmcp.db.row.Select;
import dev.opensipsmcp.facts.Column;
import dev.opensipsmcp.facts.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/**
 * The rows of one database.
 *
 * @param pool its connections
 */
public record TableRows(Pool pool) implements RowReads, RowWrites {

  @Override
  public DbResult<List<Row>> list(Select select) {
    return pool.read(session ->
        new DbResult.Success<>(
            session.rows(RowSql.select(select, true)).stream()
                .map(row -> FactNames.named(select.table(), row))
                .toList()));
  }

  @Override
  public DbResult<Long> count(Select select) {
    return pool.read(session -> {
      Row row = session.first(RowSql.count(select)).orElseThrow();
      return new DbResult.Success<>(Long.parseLong(row.text("n")));
    });
  }

  @Override
  public DbResult<Long> each(Select select, Predicate<Row> taker) {
    return pool.read(session -> {
      AtomicLong taken = new AtomicLong();
      session.each(
          RowSql.select(select, false),
          row -> {
            taken.incrementAndGet();
            return taker.test(FactNames.named(select.table(), row));
          });
      return new DbResult.Success<>(taken.get());
    });
  }

  @Override
  public DbResult<List<Optional<Row>>> apply(List<RowChange> changes) {
    return pool.change(session -> {
      List<Optional<Row>> left = new ArrayList<>();
      for (RowChange change : changes) {
        switch (apply(session, change)) {
          case DbResult.Success<Optional<Row>>(Optional<Row> row) -> left.add(row);
          case DbResult.Failure<Optional<Row>>(DbError error) -> {
            return new DbResult.Failure<>(error);
          }
        }
      }
      return new DbResult.Success<>(List.copyOf(left));
    });
  }

  private static DbResult<Optional<Row>> apply(Session session, RowChange change)
      throws SQLException {
    return switch (change) {
      case RowChange.Insert insert -> insert(session, insert);
      case RowChange.Update(Table table, Row before, Row set) -> {
        Optional<DbError> moved = moved(session, table, before);
        if (moved.isPresent()) {
          yield new DbResult.Failure<>(moved.get());
        }
        if (!set.values().isEmpty()) {
          session.update(RowSql.update(table, before, set));
        }
        yield new DbResult.Success<>(held(session, table, before.with(set)));
      }
      case RowChange.Delete(Table table, Row before) -> {
        Optional<DbError> moved = moved(session, table, before);
        if (moved.isPresent()) {
          yield new DbResult.Failure<>(moved.get());
        }
        session.update(RowSql.delete(table, before));
        yield new DbResult.Success<>(Optional.empty());
      }
    };
  }

  private static DbResult<Optional<Row>> insert(Session session, RowChange.Insert insert)
      throws SQLException {
    Table table = insert.table();
    if (!insert.unique().isEmpty()
        && session.first(RowSql.byColumns(table, insert.row(), insert.unique())).isPresent()) {
      return new DbResult.Failure<>(
          new DbError(
              Kind.DUPLICATE,
              "Table "
                  + table.name()
                  + " has a row of the same "
                  + String.join(", ", insert.unique())
                  + " already.",
              "Update that row, or choose another value."));
    }
    Optional<Value> number = session.insert(RowSql.insert(table, insert.row()));
    Optional<Column> key = table.primaryKey().stream().filter(Column::autoIncrement).findFirst();
    Row known =
        key.isPresent() && number.isPresent() && !insert.row().has(key.get().name())
            ? insert.row().with(key.get().name(), number.get())
            : insert.row();
    return new DbResult.Success<>(held(session, table, known));
  }

  private static Optional<Row> held(Session session, Table table, Row row) throws SQLException {
    return session
        .first(RowSql.held(table, row, session.dialect()))
        .map(found -> FactNames.named(table, found));
  }

  /** Holds the row against others, and against what it was. */
  private static Optional<DbError> moved(Session session, Table table, Row before)
      throws SQLException {
    Optional<Row> now = held(session, table, before);
    return now.isPresent() && now.get().equals(before)
        ? Optional.empty()
        : Optional.of(
            new DbError(
                Kind.ROWS_MOVED,
                now.isEmpty()
                    ? "A row of table " + table.name() + " is gone meanwhile."
                    : "A row of table " + table.name() + " was changed meanwhile.",
                "Look at the rows again, then repeat the change if it still makes sense."));
  }
}
