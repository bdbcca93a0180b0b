package dev.opensipsmcp.db;

import dev.opensipsmcp.db.backup.Restores;
import dev.opensipsmcp.db.row.RowWrites;
import dev.opensipsmcp.db.schema.SchemaWrites;

/** A database, for one who may change it. */
public interface DbWrites {

  /** {@return the rows of its tables} */
  RowWrites rows();

  /** {@return its tables themselves} */
  SchemaWrites schema();

  /** {@return what brings backups of its tables back} */
  Restores restores();
}
