package dev.opensipsmcp.db.internal.backup;

import dev.opensipsmcp.db.Value;
import dev.opensipsmcp.db.internal.sql.Session;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Finds out what a restoration would do. Used by one thread. */
final class Planning implements Chunks.Work, AutoCloseable {
  private final Session session;
  private final Map<String, Tally> tallies;
  private final Map<String, Long> there;
  private final Open<Matcher> matcher = new Open<>();

  /**
   * Begins it.
   *
   * @param tallies what counts, by table
   * @param there how many rows each table has: in an empty one nothing is looked up
   */
  Planning(Session session, Map<String, Tally> tallies, Map<String, Long> there) {
    this.session = session;
    this.tallies = tallies;
    this.there = there;
  }

  @Override
  public void begin(Mapping table) throws SQLException {
    matcher.set(new Matcher(session, table));
  }

  @Override
  public void rows(Mapping table, List<Value[]> rows) throws SQLException {
    Tally tally = tallies.get(table.table());
    List<Match> matches =
        there.getOrDefault(table.table(), 0L) == 0
            ? rows.stream().map(Match::missing).toList()
            : matcher.get().match(rows);
    if (tally != null) {
      matches.forEach(tally::fate);
    }
  }

  @Override
  public void end(Mapping table) throws SQLException {
    matcher.close();
  }

  @Override
  public void close() throws SQLException {
    matcher.close();
  }
}
