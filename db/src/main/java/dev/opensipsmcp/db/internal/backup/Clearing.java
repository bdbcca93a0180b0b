package dev.opensipsmcp.db.internal.backup;

import dev.opensipsmcp.db.Value;
import dev.opensipsmcp.db.internal.sql.Repeated;
import dev.opensipsmcp.db.internal.sql.Session;
import dev.opensipsmcp.db.internal.sql.Sql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes away what a backup does not have, before its rows are put in. Where the backup lacks the
 * secrets, rows that it has too must stay, for theirs. Used by one thread.
 */
final class Clearing implements Chunks.Work, AutoCloseable {
  private static final int BATCH = 500;

  private final Session session;
  private final Map<String, KeySet> partners = new HashMap<>();
  private final Open<Matcher> matcher = new Open<>();

  Clearing(Session session) {
    this.session = session;
  }

  /** {@return whether rows of the table stay} */
  static boolean selective(Mapping mapping) {
    return mapping.keepsSecrets() && mapping.matches();
  }

  @Override
  public void begin(Mapping table) throws SQLException {
    partners.put(table.table(), new KeySet());
    matcher.set(new Matcher(session, table));
  }

  @Override
  public void rows(Mapping table, List<Value[]> rows) throws SQLException {
    KeySet keys = partners.getOrDefault(table.table(), new KeySet());
    for (Match match : matcher.get().match(rows)) {
      if (!match.partner().isEmpty()) {
        keys.add(match.partner());
      }
    }
  }

  @Override
  public void end(Mapping table) throws SQLException {
    matcher.close();
    KeySet keys = partners.getOrDefault(table.table(), new KeySet());
    List<List<Value>> gone = new ArrayList<>();
    Dump.each(
        session,
        table.live(),
        table.identity(),
        row -> {
          List<Value> key = List.of(row.clone());
          if (!keys.contains(key)) {
            gone.add(key);
          }
          return true;
        });
    try (Repeated delete = session.repeated(byIdentity(table))) {
      for (int at = 0; at < gone.size(); at++) {
        delete.add(gone.get(at));
        if ((at + 1) % BATCH == 0 || at + 1 == gone.size()) {
          delete.runAdded();
        }
      }
    }
  }

  /** Takes away all rows. */
  static void all(Session session, Mapping mapping) throws SQLException {
    session.update(Sql.of("DELETE FROM ").name(mapping.live().name()));
  }

  private static Sql byIdentity(Mapping mapping) {
    return Sql.of("DELETE FROM ").name(mapping.live().name()).sql(where(mapping.identity()));
  }

  /** {@return the condition that names one row by these columns} */
  static Sql where(List<LiveColumn> columns) {
    List<Sql> all = new ArrayList<>();
    for (LiveColumn column : columns) {
      all.add(Sql.empty().name(column.name()).words(" = ").value(Value.NULL));
    }
    return Sql.of(" WHERE ").sql(Sql.joined(all, " AND "));
  }

  @Override
  public void close() throws SQLException {
    matcher.close();
  }
}
