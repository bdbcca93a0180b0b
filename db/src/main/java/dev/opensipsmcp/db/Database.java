package dev.opensipsmcp.db;

import dev.opensipsmcp.db.internal.query.CheckedQueries;
import dev.opensipsmcp.db.internal.row.TableRows;
import dev.opensipsmcp.db.internal.schema.Schema;
import dev.opensipsmcp.db.internal.sql.Pool;
import dev.opensipsmcp.db.query.QueryReads;
import dev.opensipsmcp.db.row.RowReads;
import dev.opensipsmcp.db.row.RowWrites;
import dev.opensipsmcp.db.schema.SchemaWrites;

/**
 * A database with OpenSIPS's tables. Nothing is connected before something is asked. Safe for many
 * threads.
 */
public final class Database implements AutoCloseable {
  private final Pool pool;

  /**
   * Makes a database that is connected when first asked.
   *
   * @param settings where and how
   */
  public Database(DbSettings settings) {
    this.pool = new Pool(settings);
  }

  /** {@return the database for reading} */
  public DbReads reads() {
    return new Reads(pool);
  }

  /** {@return the database for changing} */
  public DbWrites writes() {
    return new Writes(pool);
  }

  private record Reads(Pool pool) implements DbReads {
    @Override
    public Dialect dialect() {
      return pool.dialect();
    }

    @Override
    public String where() {
      return pool.where();
    }

    @Override
    public RowReads rows() {
      return new TableRows(pool);
    }

    @Override
    public QueryReads queries() {
      return new CheckedQueries(pool);
    }
  }

  private record Writes(Pool pool) implements DbWrites {
    @Override
    public RowWrites rows() {
      return new TableRows(pool);
    }

    @Override
    public SchemaWrites schema() {
      return new Schema(pool);
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
