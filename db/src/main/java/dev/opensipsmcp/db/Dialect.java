package dev.opensipsmcp.db;

import java.util.Locale;

/** A kind of database. */
public enum Dialect {
  /** MariaDB, and MySQL. */
  MARIADB,
  POSTGRESQL,
  SQLITE;

  /** {@return the written form, for example {@code postgresql}} */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
