package dev.opensipsmcp.db;

import dev.opensipsmcp.db.cdr.CdrReads;
import dev.opensipsmcp.db.row.RowReads;

/** A database, for one who may only read it. */
public interface DbReads {

  /** {@return the kind of database} */
  Dialect dialect();

  /** {@return where it is, without user and password} */
  String where();

  /** {@return the rows of its tables} */
  RowReads rows();

  /** {@return its call detail records} */
  CdrReads cdrs();
}
