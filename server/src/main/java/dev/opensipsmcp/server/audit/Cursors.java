package dev.opensipsmcp.server.audit;

/** Cursors are places in the file: lines are only ever added behind them. */
final class Cursors {
  private Cursors() {}

  static String of(long offset) {
    return Long.toString(offset, Character.MAX_RADIX);
  }

  static long parse(String cursor, long size) {
    try {
      long offset = Long.parseLong(cursor, Character.MAX_RADIX);
      if (offset >= 0 && offset <= size) {
        return offset;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("No such cursor: take next_cursor of a previous page", e);
    }
    throw new IllegalArgumentException("The cursor lies outside the audit trail");
  }
}
