package dev.opensipsmcp.server.toolset.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How long a node took to make its dump. It builds the whole answer in one process before it sends
 * the first byte, and appends each user behind walking past all before it (source of 3.6 and 4.0):
 * 10,000 contacts took a second on a real node, 20,000 about ten.
 */
final class DumpTime {
  private static final long WORTH_SAYING_S = 2;

  private final long start = System.nanoTime();
  private long seconds = -1;

  /** A row has come. */
  void row() {
    if (seconds < 0) {
      seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
    }
  }

  /** {@return what to say beside these warnings} */
  List<String> beside(List<String> warnings) {
    List<String> all = new ArrayList<>(warnings);
    if (seconds >= WORTH_SAYING_S) {
      all.add(
          "The node took "
              + seconds
              + " s to make its dump and answered nobody else over MI meanwhile; that grows by the"
              + " square of its contacts. registrar_stats has the totals at once.");
    }
    return all;
  }
}
