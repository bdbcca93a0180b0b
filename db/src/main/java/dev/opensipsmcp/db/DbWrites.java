package dev.opensipsmcp.db;

import dev.opensipsmcp.db.row.RowWrites;

/** A database, for one who may change it. */
public interface DbWrites {

  /** {@return the rows of its tables} */
  RowWrites rows();
}
