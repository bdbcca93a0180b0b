package dev.opensipsmcp.db.internal.backup;

import dev.opensipsmcp.db.DbError;

/** Ends work from within what a driver calls; it is undone, and the error is its result. */
final class Ended extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient DbError error;

  Ended(DbError error) {
    super(error.cause(), null, false, false);
    this.error = error;
  }

  DbError error() {
    return error;
  }
}
