package dev.opensipsmcp.db;

import dev.opensipsmcp.db.backup.Backups;
import dev.opensipsmcp.db.cdr.CdrReads;
import dev.opensipsmcp.db.query.QueryReads;
import dev.opensipsmcp.db.row.RowReads;
import dev.opensipsmcp.db.schema.SchemaReads;

/** A database, for one who may only read it. */
public interface DbReads {

  /** {@return the kind of database} */
  Dialect dialect();

  /** {@return where it is, without user and password} */
  String where();

  /** {@return the rows of its tables} */
  RowReads rows();

  /** {@return its tables themselves} */
  SchemaReads schema();

  /**
   * {@return the backups of its tables} Making one reads the database and writes a file in the
   * directory of backups.
   */
  Backups backups();

  /** {@return its call detail records} */
  CdrReads cdrs();

  /** {@return queries of a caller's own} */
  QueryReads queries();
}
