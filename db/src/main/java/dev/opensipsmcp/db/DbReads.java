package dev.opensipsmcp.db;

import dev.opensipsmcp.db.query.QueryReads;
import dev.opensipsmcp.db.row.RowReads;

/** A database, for one who may only read it. */
public interface DbReads {

  /** {@return the kind of database} */
  Dialect dialect();

  /** {@return where it is, without user and password} */
  String where();

  /** {@return the rows of its tables} */
  RowReads rows();

  /** {@return queries of a caller's own} */
  QueryReads queries();
}
