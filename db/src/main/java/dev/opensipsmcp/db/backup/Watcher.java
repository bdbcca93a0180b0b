package dev.opensipsmcp.db.backup;

/** Follows long work, and may end it. */
public interface Watcher {
  /** Sees nothing and ends nothing. */
  Watcher NONE =
      new Watcher() {
        @Override
        public void at(String table, long rows, long of) {}

        @Override
        public boolean enough() {
          return false;
        }
      };

  /**
   * Hears how far the work is.
   *
   * @param table the table that is worked on
   * @param rows how many rows of all tables are done
   * @param of how many there are; negative when nobody knows
   */
  void at(String table, long rows, long of);

  /** {@return whether the work shall end without having changed anything} */
  boolean enough();
}
