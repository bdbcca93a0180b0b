package dev.opensipsmcp.server.toolset.provision;

import dev.opensipsmcp.db.Row;
import dev.opensipsmcp.db.Value;

/** A subscriber's password as the columns of its table want it. */
final class Digests {
  static final String TABLE = "subscriber";
  static final String PASSWORD = "password";

  private Digests() {}

  /** {@return the columns that digest authentication reads; the password itself is not stored} */
  static Row of(RowStep step, String password) {
    return Row.of("ha1", Value.of(password));
  }
}
