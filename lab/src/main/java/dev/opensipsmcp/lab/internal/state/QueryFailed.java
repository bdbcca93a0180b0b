package dev.opensipsmcp.lab.internal.state;

/** A database that did not answer a query. */
public final class QueryFailed extends RuntimeException {
  private static final long serialVersionUID = 1;

  QueryFailed(String table, RuntimeException cause) {
    super("the query of table " + table + " failed", cause);
  }
}
