package dev.opensipsmcp.db.internal.backup;

import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.db.backup.Backup;
import dev.opensipsmcp.db.backup.BackupCheck;
import dev.opensipsmcp.db.backup.BackupHead;
import dev.opensipsmcp.db.backup.BackupListing;
import dev.opensipsmcp.db.backup.BackupOrder;
import dev.opensipsmcp.db.backup.BackupSettings;
import dev.opensipsmcp.db.backup.Backups;
import dev.opensipsmcp.db.backup.RestoreOrder;
import dev.opensipsmcp.db.backup.RestorePlan;
import dev.opensipsmcp.db.backup.Watcher;
import dev.opensipsmcp.db.internal.sql.Pool;
import dev.opensipsmcp.db.internal.sql.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The backups of one database. Safe for many threads. */
public final class StandardBackups implements Backups {
  /** How long one statement of this work may take: it goes through whole tables. */
  static final Duration LONG = Duration.ofHours(1);

  private final Pool pool;
  private final BackupStore store;
  private final Saving saving;
  private final BackupSettings settings;

  /**
   * Makes them.
   *
   * @param pool the database
   * @param settings where backups lie
   */
  public StandardBackups(Pool pool, BackupSettings settings) {
    this.pool = pool;
    this.settings = settings;
    this.store = new BackupStore(settings.directory());
    this.saving = new Saving(settings, store, pool.where());
  }

  @Override
  public DbResult<Backup> create(BackupOrder order, Watcher watcher) {
    String label = order.label().isEmpty() ? String.join("-", order.tables()) : order.label();
    String name = BackupStore.name(label, Instant.now(), order.compressed());
    return reading(session -> {
      List<LiveTable> tables = Tables.chosen(session, order.tables());
      return save(session, tables, name, order.reason(), watcher);
    });
  }

  @Override
  public DbResult<Backup> before(String reason, List<String> tables, Watcher watcher) {
    String name = BackupStore.name("before-" + reason, Instant.now(), true);
    return reading(session ->
        save(session, Tables.present(session, tables), name, "before " + reason, watcher));
  }

  @Override
  public String nameBefore() {
    return BackupStore.name("before-restore", Instant.now(), true);
  }

  @Override
  public DbResult<Map<String, Long>> tables(List<String> words) {
    return reading(session -> {
      Map<String, Long> rows = new LinkedHashMap<>();
      for (LiveTable table : Tables.chosen(session, words)) {
        rows.put(table.name().text(), Dump.count(session, table));
      }
      return rows;
    });
  }

  private Backup save(
      Session session, List<LiveTable> tables, String name, String reason, Watcher watcher)
      throws SQLException {
    Pace pace = new Pace(watcher, count(session, tables));
    return Guard.files(
        "The backup can't be written", () -> saving.save(session, tables, name, reason, pace));
  }

  private static long count(Session session, Iterable<LiveTable> tables) throws SQLException {
    long all = 0;
    for (LiveTable table : tables) {
      all += Dump.count(session, table);
    }
    return all;
  }

  @Override
  public DbResult<List<BackupListing>> list() {
    return Guard.onFiles("The directory of backups can't be read", this::listed, pool::fault);
  }

  private List<BackupListing> listed() throws IOException {
    List<BackupListing> all = new ArrayList<>();
    for (String name : store.names()) {
      Optional<Path> file = store.find(name);
      if (file.isPresent()) {
        all.add(listing(name, file.get()));
      }
    }
    all.sort(Comparator.comparing(BackupListing::made).reversed());
    return List.copyOf(all);
  }

  private static BackupListing listing(String name, Path file) throws IOException {
    long bytes = Files.size(file);
    try (BackupReader reader = BackupReader.open(file)) {
      BackupHead head = reader.head();
      return new BackupListing(name, bytes, head.made(), Optional.of(head));
    } catch (IOException _) {
      Instant written = Files.getLastModifiedTime(file).toInstant();
      return new BackupListing(name, bytes, written, Optional.empty());
    }
  }

  @Override
  public DbResult<BackupCheck> check(String name, Watcher watcher) {
    return reading(session -> {
      Pace pace = new Pace(watcher, -1);
      List<String> misfits = new ArrayList<>();
      Backup backup = Backed.verified(store, name, pace);
      LiveTables live = new LiveTables(session);
      for (BackupHead.TableHead head : backup.head().tables()) {
        Optional<LiveTable> table = live.table(head.name());
        if (table.isPresent()) {
          misfits.addAll(Mapping.of(head, table.get()).misfits());
        } else {
          misfits.add("The database has no table " + head.name() + ".");
        }
      }
      return new BackupCheck(backup, misfits);
    });
  }

  @Override
  public DbResult<RestorePlan> plan(RestoreOrder order, Watcher watcher) {
    return reading(session -> {
      Pace quiet = new Pace(watcher, -1);
      Backup backup = Backed.verified(store, order.backup(), quiet);
      Map<String, Mapping> mappings =
          Tables.mapped(session, backup.head().tables(), order.tables());
      Plans.check(mappings, order.mode());
      Map<String, TableState> states = new LinkedHashMap<>();
      for (Mapping mapping : mappings.values()) {
        states.put(mapping.table(), Saving.state(session, mapping.live(), quiet));
      }
      Map<String, Tally> tallies = Plans.tallies(mappings, order.mode());
      Pace pace = new Pace(watcher, Plans.rows(backup, mappings));
      try (Planning planning = new Planning(session, tallies, Plans.there(states))) {
        Backed.each(store, backup, new Chunks(mappings, session.dialect(), pace, planning));
      }
      return Plans.plan(backup, order.mode(), mappings, states, tallies, settings.secrets());
    });
  }

  @Override
  public DbResult<List<TableState>> states(String backup, List<String> tables, Watcher watcher) {
    return reading(session -> {
      Pace pace = new Pace(watcher, -1);
      List<TableState> states = new ArrayList<>();
      BackupHead head = Backed.head(store, backup);
      for (Mapping mapping : Tables.mapped(session, head.tables(), tables).values()) {
        states.add(Saving.state(session, mapping.live(), pace));
      }
      return List.copyOf(states);
    });
  }

  @Override
  public DbResult<List<String>> delete(List<String> names) {
    return Guard.onFiles(
        "A backup can't be deleted",
        () -> {
          List<String> gone = new ArrayList<>();
          for (String name : names) {
            if (store.delete(name)) {
              gone.add(name);
            }
          }
          return List.copyOf(gone);
        },
        pool::fault);
  }

  private interface Reading<T> {
    T on(Session session) throws SQLException;
  }

  private <T> DbResult<T> reading(Reading<T> work) {
    return Guard.ended(() -> pool.read(LONG, session -> new DbResult.Success<>(work.on(session))));
  }
}
