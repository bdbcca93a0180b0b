package dev.opensipsmcp.db.backup;

import java.util.Locale;

/** What becomes of rows that are there when a backup is restored. */
public enum RestoreMode {
  /** They stay as they are; only rows that are missing are added. */
  ADD,
  /** Those that the backup has too become what they are in it. */
  REPLACE,
  /** Those that the backup has too become what they are in it; all others are deleted. */
  EXACT;

  /** {@return the written form} */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
