package dev.opensipsmcp.db.internal.backup;

import dev.opensipsmcp.db.DbError;
import dev.opensipsmcp.db.DbError.Kind;
import dev.opensipsmcp.db.backup.BackupHead.TableHead;
import dev.opensipsmcp.db.backup.TableChoice;
import dev.opensipsmcp.db.internal.sql.Session;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds the tables that are meant. */
final class Tables {
  private Tables() {}

  /** {@return the tables that the words mean, sorted; ends the work when a word means none} */
  static List<LiveTable> chosen(Session session, List<String> words) throws SQLException {
    LiveTables live = new LiveTables(session);
    Set<String> names = new TreeSet<>();
    for (String word : words) {
      Set<String> meant = new TreeSet<>(TableChoice.of(word));
      meant.add(word);
      meant.retainAll(live.names());
      if (meant.isEmpty()) {
        throw new Ended(
            new DbError(
                Kind.NO_SUCH_TABLE,
                "The database has no table and no group of tables " + quoted(word) + ".",
                "Name tables such as dispatcher, groups such as drouting, or provisioning."));
      }
      names.addAll(meant);
    }
    return tables(live, names);
  }

  /** {@return those of the tables that are there, sorted} */
  static List<LiveTable> present(Session session, List<String> words) throws SQLException {
    LiveTables live = new LiveTables(session);
    Set<String> names = new TreeSet<>();
    for (String word : words) {
      names.addAll(TableChoice.of(word));
      names.add(word);
    }
    names.retainAll(live.names());
    return tables(live, names);
  }

  private static List<LiveTable> tables(LiveTables live, Set<String> names) throws SQLException {
    Map<String, LiveTable> tables = new TreeMap<>();
    for (String name : names) {
      Optional<LiveTable> table = live.table(name);
      if (table.isPresent()) {
        tables.put(name, table.get());
      }
    }
    return List.copyOf(tables.values());
  }

  /**
   * {@return how the wanted tables of a backup become tables that are there, sorted by name; ends
   * the work when one can't}
   *
   * @param wanted names of them; all when empty
   */
  static Map<String, Mapping> mapped(Session session, List<TableHead> heads, List<String> wanted)
      throws SQLException {
    Set<String> had = heads.stream().map(TableHead::name).collect(Collectors.toSet());
    for (String name : wanted) {
      if (!had.contains(name)) {
        throw new Ended(
            new DbError(
                Kind.NO_SUCH_TABLE,
                "The backup has no table " + quoted(name) + ".",
                "Look with db_backup_check which tables are in it."));
      }
    }
    LiveTables live = new LiveTables(session);
    Map<String, Mapping> mappings = new TreeMap<>();
    for (TableHead head : heads) {
      if (wanted.isEmpty() || wanted.contains(head.name())) {
        LiveTable table =
            live.table(head.name())
                .orElseThrow(() ->
                    new Ended(
                        new DbError(
                            Kind.NO_SUCH_TABLE,
                            "The database has no table " + head.name() + ".",
                            "Make it with db_schema_create, or restore other tables only.")));
        mappings.put(head.name(), Mapping.of(head, table));
      }
    }
    return new LinkedHashMap<>(mappings);
  }

  /** What a caller gave, as far as it can be a table's name. */
  private static String quoted(String word) {
    return word.matches("\\w{1,64}") ? word : "of that name";
  }
}
