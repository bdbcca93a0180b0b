package dev.opensipsmcp.db.internal.backup;

import dev.opensipsmcp.db.Value;
import dev.opensipsmcp.db.internal.sql.Repeated;
import dev.opensipsmcp.db.internal.sql.Session;
import dev.opensipsmcp.db.internal.sql.Sql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts a backup's rows in, or changes those that are there. Used by one thread. */
final class Putting implements Chunks.Work, AutoCloseable {
  private final Session session;
  private final Map<String, Tally> tallies;
  private final Set<String> empty;
  private final Open<Matcher> matcher = new Open<>();
  private final Open<Inserter> whole = new Open<>();
  private final Open<Inserter> unnumbered = new Open<>();
  private final Open<Repeated> update = new Open<>();

  /**
   * Begins it.
   *
   * @param empty the tables that have no rows: nothing is looked up in them
   */
  Putting(Session session, Map<String, Tally> tallies, Set<String> empty) {
    this.session = session;
    this.tallies = tallies;
    this.empty = Set.copyOf(empty);
  }

  @Override
  public void begin(Mapping table) throws SQLException {
    matcher.set(new Matcher(session, table));
    whole.set(new Inserter(session, table.live(), table.columns()));
  }

  @Override
  public void rows(Mapping table, List<Value[]> rows) throws SQLException {
    Tally tally = tallies.get(table.table());
    if (tally == null) {
      return;
    }
    List<Match> matches =
        empty.contains(table.table())
            ? rows.stream().map(Match::missing).toList()
            : matcher.get().match(rows);
    List<List<Value>> renumbered = new ArrayList<>();
    boolean updated = false;
    for (Match match : matches) {
      switch (tally.fate(match)) {
        case ADD -> whole.get().add(match.row());
        case ADD_RENUMBERED -> renumbered.add(match.row());
        case REPLACE -> {
          update(table).add(changed(table, match));
          updated = true;
        }
        case NOTHING -> {}
      }
    }
    if (updated) {
      update.get().runAdded();
    }
    if (!renumbered.isEmpty()) {
      renumber(table, renumbered);
    }
  }

  /** Those whose number is taken go in last, so that they take none that another row brings. */
  private void renumber(Mapping table, List<List<Value>> rows) throws SQLException {
    whole.get().flush();
    Numbering.goOn(session, table.live());
    List<LiveColumn> others =
        table.columns().stream().filter(column -> !table.key().contains(column)).toList();
    if (unnumbered.isEmpty()) {
      unnumbered.set(new Inserter(session, table.live(), others));
    }
    for (List<Value> row : rows) {
      unnumbered.get().add(others.stream().map(column -> row.get(table.place(column))).toList());
    }
    unnumbered.get().flush();
  }

  private Repeated update(Mapping table) throws SQLException {
    if (update.isEmpty()) {
      List<Sql> set = new ArrayList<>();
      for (LiveColumn column : settable(table)) {
        set.add(Sql.empty().name(column.name()).words(" = ").value(Value.NULL));
      }
      update.set(
          session.repeated(
              Sql.of("UPDATE ")
                  .name(table.live().name())
                  .words(" SET ")
                  .sql(Sql.joined(set, ", "))
                  .sql(Clearing.where(table.identity()))));
    }
    return update.get();
  }

  private static List<Value> changed(Mapping table, Match match) {
    List<Value> values = new ArrayList<>();
    for (LiveColumn column : settable(table)) {
      values.add(match.row().get(table.place(column)));
    }
    values.addAll(match.partner());
    return values;
  }

  private static List<LiveColumn> settable(Mapping table) {
    return table.columns().stream().filter(column -> !table.live().key().contains(column)).toList();
  }

  @Override
  public void end(Mapping table) throws SQLException {
    whole.get().flush();
    Numbering.goOn(session, table.live());
    close();
  }

  @Override
  public void close() throws SQLException {
    matcher.close();
    whole.close();
    unnumbered.close();
    update.close();
  }
}
