package dev.opensipsmcp.db.internal.backup;

import dev.opensipsmcp.db.Dialect;
import dev.opensipsmcp.db.Value;
import dev.opensipsmcp.db.backup.BackupHead.TableHead;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes a backup's rows, fits them to their tables, and hands them on so many at a time. Tables
 * that nobody wants are passed over. Used by one thread.
 */
final class Chunks implements BackupReader.Taker {
  private final Map<String, Mapping> wanted;
  private final Dialect dialect;
  private final Pace pace;
  private final Work work;
  private final List<Value[]> rows = new ArrayList<>();
  private Optional<Mapping> current = Optional.empty();

  Chunks(Map<String, Mapping> wanted, Dialect dialect, Pace pace, Work work) {
    this.wanted = wanted;
    this.dialect = dialect;
    this.pace = pace;
    this.work = work;
  }

  /** What is done with the rows of each table. */
  interface Work {
    void begin(Mapping table) throws SQLException;

    /** At most {@link Matcher#CHUNK} rows. */
    void rows(Mapping table, List<Value[]> rows) throws SQLException;

    void end(Mapping table) throws SQLException;
  }

  @Override
  public void table(TableHead table) throws SQLException {
    current = Optional.ofNullable(wanted.get(table.name()));
    if (current.isPresent()) {
      work.begin(current.get());
    }
  }

  @Override
  public void row(Value[] cells, long number) throws SQLException {
    if (current.isEmpty()) {
      return;
    }
    Mapping mapping = current.get();
    rows.add(mapping.fit(cells, number, dialect));
    pace.row(mapping.table());
    if (rows.size() == Matcher.CHUNK) {
      hand(mapping);
    }
  }

  private void hand(Mapping mapping) throws SQLException {
    if (!rows.isEmpty()) {
      work.rows(mapping, List.copyOf(rows));
      rows.clear();
    }
  }

  @Override
  public void end(TableHead table) throws IOException, SQLException {
    if (current.isPresent()) {
      hand(current.get());
      work.end(current.get());
    }
  }
}
