package dev.opensipsmcp.db.internal.backup;

/** A value can't be what a column holds. */
final class Unfit extends Exception {
  private static final long serialVersionUID = 1L;

  Unfit(String why) {
    super(why, null, false, false);
  }
}
