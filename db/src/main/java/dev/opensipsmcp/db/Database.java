package dev.opensipsmcp.db;

import dev.opensipsmcp.db.backup.BackupSettings;
import dev.opensipsmcp.db.backup.Backups;
import dev.opensipsmcp.db.backup.Restores;
import dev.opensipsmcp.db.cdr.CdrReads;
import dev.opensipsmcp.db.internal.backup.StandardBackups;
import dev.opensipsmcp.db.internal.backup.StandardRestores;
import dev.opensipsmcp.db.internal.cdr.CdrQueries;
import dev.opensipsmcp.db.internal.query.CheckedQueries;
import dev.opensipsmcp.db.internal.row.TableRows;
import dev.opensipsmcp.db.internal.schema.Schema;
import dev.opensipsmcp.db.internal.sql.Pool;
import dev.opensipsmcp.db.query.QueryReads;
import dev.opensipsmcp.db.row.RowReads;
import dev.opensipsmcp.db.row.RowWrites;
import dev.opensipsmcp.db.schema.SchemaReads;
import dev.opensipsmcp.db.schema.SchemaWrites;
import java.nio.file.Path;

/**
 * A database with OpenSIPS's tables. Nothing is connected before something is asked. Safe for many
 * threads.
 */
public final class Database implements AutoCloseable {
  private final Parts parts;

  /**
   * Makes a database that is connected when first asked, with its backups in a directory {@code
   * backups} of the working directory and without secrets.
   *
   * @param settings where and how
   */
  public Database(DbSettings settings) {
    this(settings, new BackupSettings(Path.of("backups"), false, ""));
  }

  /**
   * Makes a database that is connected when first asked.
   *
   * @param settings where and how
   * @param backups where its backups lie
   */
  public Database(DbSettings settings, BackupSettings backups) {
    Pool pool = new Pool(settings);
    this.parts = new Parts(pool, new Schema(pool), backups);
  }

  /** {@return the database for reading} */
  public DbReads reads() {
    return new Reads(parts);
  }

  /** {@return the database for changing} */
  public DbWrites writes() {
    return new Writes(parts);
  }

  private record Parts(Pool pool, Schema schema, BackupSettings backups) {}

  private record Reads(Parts parts) implements DbReads {
    @Override
    public Dialect dialect() {
      return parts.pool().dialect();
    }

    @Override
    public String where() {
      return parts.pool().where();
    }

    @Override
    public RowReads rows() {
      return new TableRows(parts.pool());
    }

    @Override
    public SchemaReads schema() {
      return parts.schema();
    }

    @Override
    public Backups backups() {
      return new StandardBackups(parts.pool(), parts.backups());
    }

    @Override
    public CdrReads cdrs() {
      return new CdrQueries(parts.pool());
    }

    @Override
    public QueryReads queries() {
      return new CheckedQueries(parts.pool());
    }
  }

  private record Writes(Parts parts) implements DbWrites {
    @Override
    public RowWrites rows() {
      return new TableRows(parts.pool());
    }

    @Override
    public SchemaWrites schema() {
      return parts.schema();
    }

    @Override
    public Restores restores() {
      return new StandardRestores(parts.pool(), parts.backups());
    }
  }

  @Override
  public void close() {
    parts.pool().close();
  }
}
