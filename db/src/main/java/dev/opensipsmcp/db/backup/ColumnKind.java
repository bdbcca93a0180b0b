package dev.opensipsmcp.db.backup;

import java.util.Locale;

/** What a column of a backup holds, whatever the database. */
public enum ColumnKind {
  /** A whole number of any size. */
  WHOLE,
  /** A number that may have a fraction. */
  DECIMAL,
  /** Characters. */
  TEXT,
  /** Bytes. */
  BYTES,
  /** A time without a zone. */
  TIME;

  /** {@return the word for it in a backup} */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
