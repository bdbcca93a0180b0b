package dev.opensipsmcp.db.internal.backup;

import dev.opensipsmcp.db.DbError;
import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.db.backup.Backup;
import dev.opensipsmcp.db.backup.BackupSettings;
import dev.opensipsmcp.db.backup.Backups.TableState;
import dev.opensipsmcp.db.backup.RestoreMode;
import dev.opensipsmcp.db.backup.RestoreOrder;
import dev.opensipsmcp.db.backup.RestorePlan;
import dev.opensipsmcp.db.backup.RestorePlan.TablePlan;
import dev.opensipsmcp.db.backup.Restored;
import dev.opensipsmcp.db.backup.Restores;
import dev.opensipsmcp.db.backup.Watcher;
import dev.opensipsmcp.db.internal.sql.Pool;
import dev.opensipsmcp.db.internal.sql.Session;
import dev.opensipsmcp.db.internal.sql.Sql;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Brings backups back to one database. Safe for many threads. */
public final class StandardRestores implements Restores {
  private final Pool pool;
  private final BackupSettings settings;
  private final BackupStore store;
  private final Saving saving;

  /**
   * Makes them.
   *
   * @param pool the database
   * @param settings where backups lie
   */
  public StandardRestores(Pool pool, BackupSettings settings) {
    this.pool = pool;
    this.settings = settings;
    this.store = new BackupStore(settings.directory());
    this.saving = new Saving(settings, store, pool.where());
  }

  @Override
  public DbResult<Restored> restore(
      RestoreOrder order, RestorePlan shown, String before, Watcher watcher) {
    DbResult<Restored> result =
        Guard.ended(() ->
            pool.change(
                StandardBackups.LONG,
                session ->
                    new DbResult.Success<>(restored(session, order, shown, before, watcher))));
    if (result instanceof DbResult.Failure<Restored>(DbError error) && !error.mayHaveRun()) {
      forget(before);
    }
    return result;
  }

  /** Nothing was changed, so that the backup of what is there is of no use. */
  private void forget(String before) {
    try {
      store.delete(before);
    } catch (IOException _) {
      // One backup too many does no harm.
    }
  }

  private Restored restored(
      Session session, RestoreOrder order, RestorePlan shown, String before, Watcher watcher)
      throws SQLException {
    List<Sql> undone = settled(session);
    try {
      Map<String, Mapping> mappings =
          Tables.mapped(session, shown.backup().head().tables(), order.tables());
      Plans.check(mappings, order.mode());
      Map<String, TablePlan> planned = new LinkedHashMap<>();
      shown.tables().forEach(plan -> planned.put(plan.table(), plan));
      Backup saved = save(session, mappings, planned, before, watcher);
      RestorePlan done = put(session, order, shown, mappings, planned, watcher);
      return new Restored(done, saved);
    } finally {
      putBack(session, undone);
    }
  }

  /** A connection on which this fails is broken, and not used again. */
  private static void putBack(Session session, List<Sql> undone) {
    for (Sql sql : undone) {
      try {
        session.update(sql);
      } catch (SQLException _) {
        return;
      }
    }
  }

  private Backup save(
      Session session,
      Map<String, Mapping> mappings,
      Map<String, TablePlan> planned,
      String before,
      Watcher watcher)
      throws SQLException {
    Map<String, String> seen = new HashMap<>();
    planned.forEach((table, plan) -> seen.put(table, plan.state()));
    long rows = planned.values().stream().mapToLong(TablePlan::there).sum();
    return Guard.files(
        "The backup of what is there can't be written, so nothing was changed",
        () ->
            saving.hold(
                session,
                mappings.values().stream().map(Mapping::live).toList(),
                before,
                "before a restoration",
                seen,
                new Pace(watcher, rows)));
  }

  private RestorePlan put(
      Session session,
      RestoreOrder order,
      RestorePlan shown,
      Map<String, Mapping> mappings,
      Map<String, TablePlan> planned,
      Watcher watcher)
      throws SQLException {
    Backup backup = shown.backup();
    Set<String> empty = new HashSet<>();
    planned.values().stream()
        .filter(plan -> plan.there() == 0)
        .forEach(plan -> empty.add(plan.table()));
    if (order.mode() == RestoreMode.EXACT) {
      clear(session, backup, mappings, empty, watcher);
    }
    Map<String, Tally> tallies = Plans.tallies(mappings, order.mode());
    Pace pace = new Pace(watcher, Plans.rows(backup, mappings));
    try (Putting putting = new Putting(session, tallies, empty)) {
      Backed.each(store, backup, new Chunks(mappings, session.dialect(), pace, putting));
    }
    pace.check();
    Map<String, TableState> states = new LinkedHashMap<>();
    planned.forEach(
        (table, plan) -> states.put(table, new TableState(table, plan.there(), plan.state())));
    RestorePlan counted =
        Plans.plan(backup, order.mode(), mappings, states, tallies, settings.secrets());
    return order.mode() == RestoreMode.EXACT ? asShown(counted, shown, mappings) : counted;
  }

  private void clear(
      Session session,
      Backup backup,
      Map<String, Mapping> mappings,
      Set<String> empty,
      Watcher watcher)
      throws SQLException {
    Map<String, Mapping> selective = new LinkedHashMap<>();
    for (Mapping mapping : mappings.values()) {
      if (Clearing.selective(mapping)) {
        selective.put(mapping.table(), mapping);
      } else {
        Clearing.all(session, mapping);
        empty.add(mapping.table());
      }
    }
    if (!selective.isEmpty()) {
      try (Clearing clearing = new Clearing(session)) {
        Pace pace = new Pace(watcher, Plans.rows(backup, selective));
        Backed.each(store, backup, new Chunks(selective, session.dialect(), pace, clearing));
      }
    }
  }

  /** Where rows were deleted and put in again, the plan knows better which of them were new. */
  private static RestorePlan asShown(
      RestorePlan counted, RestorePlan shown, Map<String, Mapping> mappings) {
    List<TablePlan> tables = new ArrayList<>();
    for (TablePlan plan : counted.tables()) {
      Mapping mapping = mappings.get(plan.table());
      boolean selective = mapping != null && Clearing.selective(mapping);
      tables.add(
          shown.tables().stream()
              .filter(one -> !selective || plan.deleted() == one.deleted())
              .filter(one -> one.table().equals(plan.table()))
              .findFirst()
              .orElse(plan));
    }
    return new RestorePlan(counted.backup(), counted.mode(), tables, shown.warnings());
  }

  /**
   * Has the session take values as they are, or refuse them.
   *
   * @return what puts it back
   */
  private static List<Sql> settled(Session session) throws SQLException {
    return switch (session.dialect()) {
      case SQLITE -> List.of();
      case POSTGRESQL -> {
        session.update(Sql.of("SET LOCAL lock_timeout = '50s'"));
        yield List.of();
      }
      case MARIADB -> {
        session.update(Sql.of("SET @opensips_mcp_sql_mode = @@SESSION.sql_mode"));
        session.update(
            Sql.of(
                "SET SESSION sql_mode = CONCAT_WS(',', @@SESSION.sql_mode, 'STRICT_ALL_TABLES',"
                    + " 'NO_AUTO_VALUE_ON_ZERO')"));
        yield List.of(Sql.of("SET SESSION sql_mode = @opensips_mcp_sql_mode"));
      }
    };
  }
}
