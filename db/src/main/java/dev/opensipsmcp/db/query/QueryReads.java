package dev.opensipsmcp.db.query;

import dev.opensipsmcp.db.DbResult;

/** Queries that a caller writes. */
public interface QueryReads {

  /**
   * Checks a query and runs what it means. What reaches the database is written anew from what was
   * understood of the text: constants of this program, names of the database's own catalogue, and
   * parameters.
   *
   * @param query one SELECT over tables of the present schema
   * @return its rows, or why the query is refused or failed
   */
  DbResult<QueryResult> run(Query query);
}
