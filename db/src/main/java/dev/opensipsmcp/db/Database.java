package dev.opensipsmcp.db;

import dev.opensipsmcp.db.backup.BackupSettings;
import dev.opensipsmcp.db.backup.Backups;
import dev.opensipsmcp.db.backup.Restores;
import dev.opensipsmcp.db.internal.backup.StandardBackups;
import dev.opensipsmcp.db.internal.backup.StandardRestores;
import dev.opensipsmcp.db.internal.row.TableRows;
import dev.opensipsmcp.db.internal.schema.Schema;
import dev.opensipsmcp.db.internal.sql.Pool;
import dev.opensipsmcp.db.row.RowReads;
import dev.opensipsmcp.db.row.RowWrites;
import java.nio.file.Path;

/**
 * A database with OpenSIPS's tables. Nothing is connected before something is asked. Safe for many
 * threads.
 */
public final class Database implements AutoCloseable {
  private final Pool pool;
  private final Schema schema;
  private final BackupSettings backups;

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
    this.pool = new Pool(settings);
    this.schema = new Schema(pool);
    this.backups = backups;
  }

  /** {@return the database for reading} */
  public DbReads reads() {
    return new Reads(pool, schema, backups);
  }

  /** {@return the database for changing} */
  public DbWrites writes() {
    return new Writes(pool, schema, backups);
  }

  private record Reads(Pool pool, Schema schema, BackupSettings settings) implements DbReads {
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
    public Backups backups() {
      return new StandardBackups(pool, settings);
    }
  }

  private record Writes(Pool pool, Schema schema, BackupSettings settings) implements DbWrites {
    @Override
    public RowWrites rows() {
      return new TableRows(pool);
    }

    @Override
    public Restores restores() {
      return new StandardRestores(pool, settings);
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
