package dev.opensipsmcp.db.internal.query;

import dev.opensipsmcp.db.DbError;
import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.db.Value;
import dev.opensipsmcp.db.internal.sql.Pool;
import dev.opensipsmcp.db.internal.sql.Session;
import dev.opensipsmcp.db.internal.sql.Sql;
import dev.opensipsmcp.db.query.Query;
import dev.opensipsmcp.db.query.QueryReads;
import dev.opensipsmcp.db.query.QueryResult;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sf.jsqlparser.statement.Statement;

/**
 * Queries of callers' own on one database.
 *
 * @param pool its connections
 */
public record CheckedQueries(Pool pool) implements QueryReads {
  /** Whatever the rows are, no more characters than this are kept of a result. */
  private static final long MOST_CHARS = 2_000_000;

  @Override
  public DbResult<QueryResult> run(Query query) {
    try {
      Statement statement = QueryText.parse(query.text());
      return explained(
          pool.read(query.timeout(), session -> run(session, statement, query.limit())));
    } catch (Refused refused) {
      return new DbResult.Failure<>(refused.error());
    }
  }

  /** What the database itself finds wrong is the query's fault here, not the program's. */
  private static DbResult<QueryResult> explained(DbResult<QueryResult> result) {
    return switch (result) {
      case DbResult.Failure<QueryResult>(DbError error)
          when error.kind() == DbError.Kind.FAILED || error.kind() == DbError.Kind.UNSUPPORTED ->
          new DbResult.Failure<>(
              new DbError(
                  error.kind(),
                  "The database does not take the query. " + error.cause(),
                  "Compare values of one type, and put columns beside aggregates into GROUP BY."));
      case DbResult.Failure<QueryResult> failure -> failure;
      case DbResult.Success<QueryResult> success -> success;
    };
  }

  private static DbResult<QueryResult> run(Session session, Statement statement, int limit)
      throws SQLException {
    Understanding shared = new Understanding(session.dialect(), Tables.of(session));
    Selection selection;
    try {
      selection = SelectCheck.of(statement, shared);
    } catch (Refused refused) {
      return new DbResult.Failure<>(refused.error());
    } catch (Understanding.CatalogueFault e) {
      throw e.fault();
    }
    // One more than wanted tells whether there are more.
    Sql sql = new Renderer(session.dialect()).whole(selection, limit + 1L);
    Taken taken = new Taken(limit);
    session.table(sql, taken.types::putAll, row -> taken.take(List.copyOf(row.values().values())));
    return new DbResult.Success<>(
        new QueryResult(
            columns(selection.labels(), taken.types),
            taken.rows,
            taken.more,
            List.copyOf(shared.hidden())));
  }

  /** The rows as they come. */
  private static final class Taken {
    private final Map<String, String> types = new HashMap<>();
    private final List<List<Value>> rows = new ArrayList<>();
    private final int limit;
    private long chars;
    private boolean more;

    Taken(int limit) {
      this.limit = limit;
    }

    boolean take(List<Value> row) {
      if (rows.size() == limit || chars > MOST_CHARS) {
        more = true;
        return false;
      }
      rows.add(row);
      for (Value value : row) {
        chars += value.shown().length();
      }
      return true;
    }
  }

  private static List<QueryResult.Column> columns(List<String> labels, Map<String, String> types) {
    List<QueryResult.Column> columns = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    for (int i = 0; i < labels.size(); i++) {
      int times = seen.merge(labels.get(i), 1, Integer::sum);
      columns.add(
          new QueryResult.Column(
              times == 1 ? labels.get(i) : labels.get(i) + "_" + times,
              types.getOrDefault(Understanding.column(i + 1).text(), "")));
    }
    return columns;
  }
}
