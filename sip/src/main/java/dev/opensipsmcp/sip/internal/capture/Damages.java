package dev.opensipsmcp.sip.internal.capture;

import dev.opensipsmcp.sip.capture.CaptureReport;
import dev.opensipsmcp.sip.capture.Damage;
import java.util.ArrayList;
import java.util.List;

/** Damage met so far: the first places in full, the rest in numbers. */
final class Damages {
  private final List<Damage> first = new ArrayList<>();
  private long count;
  private long skipped;

  void add(long offset, long bytes, String what) {
    count++;
    skipped += bytes;
    if (first.size() < CaptureReport.MOST_DAMAGE) {
      first.add(new Damage(offset, bytes, what));
    }
  }

  List<Damage> first() {
    return first;
  }

  long count() {
    return count;
  }

  long skipped() {
    return skipped;
  }
}
