package dev.opensipsmcp.db.internal.backup;

import dev.opensipsmcp.db.DbError;
import dev.opensipsmcp.db.DbError.Kind;
import dev.opensipsmcp.db.Value;
import dev.opensipsmcp.db.backup.Backup;
import dev.opensipsmcp.db.backup.BackupHead;
import dev.opensipsmcp.db.backup.BackupHead.ColumnHead;
import dev.opensipsmcp.db.backup.BackupHead.TableHead;
import dev.opensipsmcp.db.backup.BackupSettings;
import dev.opensipsmcp.db.backup.Backups.TableState;
import dev.opensipsmcp.db.internal.sql.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes tables to a backup.
 *
 * @param settings what may be in it
 * @param store where it goes
 * @param where the database, without user and password
 */
record Saving(BackupSettings settings, BackupStore store, String where) {

  /** Saves the tables as one state of the database. */
  Backup save(Session session, List<LiveTable> tables, String name, String reason, Pace pace)
      throws SQLException, IOException {
    BackupHead head = head(session, tables, reason);
    try (BackupWriter writer = new BackupWriter(store, name, head)) {
      for (int at = 0; at < tables.size(); at++) {
        LiveTable table = tables.get(at);
        TableHead first = head.tables().get(at);
        writer.table(first);
        Dump.each(
            session,
            table,
            table.shown(settings.secrets()),
            row -> {
              put(writer, row);
              pace.row(first.name());
              return true;
            });
        writer.end(first);
      }
      pace.check();
      return writer.finish();
    }
  }

  /**
   * Saves the tables and holds them until the transaction ends; ends the work when one of them is
   * not as it was seen.
   *
   * @param seen each table's digest as it was seen
   */
  Backup hold(
      Session session,
      List<LiveTable> tables,
      String name,
      String reason,
      Map<String, String> seen,
      Pace pace)
      throws SQLException, IOException {
    BackupHead head = head(session, tables, reason);
    try (BackupWriter writer = new BackupWriter(store, name, head)) {
      for (int at = 0; at < tables.size(); at++) {
        LiveTable table = tables.get(at);
        TableHead first = head.tables().get(at);
        List<LiveColumn> columns = table.shown(settings.secrets());
        StateDigest digest = new StateDigest(table, columns);
        writer.table(first);
        Dump.held(
            session,
            table,
            columns,
            row -> {
              put(writer, row);
              digest.row(row);
              pace.row(first.name());
              return true;
            });
        writer.end(first);
        TableState now = digest.state();
        if (!now.digest().equals(seen.get(now.table()))) {
          throw moved(now.table());
        }
      }
      return writer.finish();
    }
  }

  /** {@return how a table is now} */
  static TableState state(Session session, LiveTable table, Pace pace) throws SQLException {
    List<LiveColumn> columns = table.shown(false);
    StateDigest digest = new StateDigest(table, columns);
    Dump.each(
        session,
        table,
        columns,
        row -> {
          digest.row(row);
          pace.row(table.name().text());
          return true;
        });
    return digest.state();
  }

  private static void put(BackupWriter writer, Value[] row) {
    try {
      writer.row(row);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Ended moved(String table) {
    return new Ended(
        new DbError(
            Kind.ROWS_MOVED,
            "Table " + table + " is no longer what the plan showed.",
            "Look at the plan again, then repeat the call if it still makes sense."));
  }

  private BackupHead head(Session session, List<LiveTable> tables, String reason) {
    Optional<String> version = Fitting.version(tables);
    return new BackupHead(
        HeadLine.VERSION,
        settings.product(),
        Instant.ofEpochMilli(System.currentTimeMillis()),
        reason,
        session.dialect(),
        where,
        version,
        settings.secrets(),
        tables.stream().map(this::head).toList());
  }

  private TableHead head(LiveTable table) {
    List<LiveColumn> columns = table.shown(settings.secrets());
    return new TableHead(
        table.name().text(),
        columns.stream().map(one -> new ColumnHead(one.name().text(), one.kind())).toList(),
        table.columns().stream()
            .filter(one -> !columns.contains(one))
            .map(one -> one.name().text())
            .toList());
  }
}
