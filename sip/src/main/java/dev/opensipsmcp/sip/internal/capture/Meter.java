package dev.opensipsmcp.sip.internal.capture;

import dev.opensipsmcp.sip.capture.CaptureBounds;
import dev.opensipsmcp.sip.capture.CaptureReport.Ended;
import dev.opensipsmcp.sip.trace.Watch;
import java.time.Duration;

/** Says when reading has to end before the file does, and tells how far it is. */
final class Meter {
  private static final Duration LONGEST = Duration.ofDays(365);

  private final CaptureBounds bounds;
  private final Watch watch;
  private final long total;
  private final long deadline;
  private Ended ended = Ended.WHOLE;

  /**
   * Begins now.
   *
   * @param total how many bytes the file has on disk
   */
  Meter(CaptureBounds bounds, Watch watch, long total) {
    this.bounds = bounds;
    this.watch = watch;
    this.total = total;
    Duration time = bounds.time().compareTo(LONGEST) > 0 ? LONGEST : bounds.time();
    this.deadline = System.nanoTime() + time.toNanos();
  }

  /**
   * {@return how many bytes may be read now; 0 when reading ends here}
   *
   * @param wanted how many there is room for
   * @param read how many were read so far, after decompression
   * @param onDisk the same before decompression
   */
  int allowed(int wanted, long read, long onDisk) {
    watch.progress((double) onDisk, (double) total);
    if (watch.cancelled()) {
      return end(Ended.CANCELLED);
    }
    if (System.nanoTime() - deadline > 0) {
      return end(Ended.TIME);
    }
    if (read >= bounds.bytes()) {
      return end(Ended.BYTES);
    }
    return (int) Math.min(wanted, bounds.bytes() - read);
  }

  /** {@return whether one more packet may be read} */
  boolean packet(long count) {
    if (count < bounds.packets()) {
      return true;
    }
    end(Ended.PACKETS);
    return false;
  }

  private int end(Ended why) {
    ended = why;
    return 0;
  }

  /** {@return why reading ended, if it did before the file's end} */
  Ended ended() {
    return ended;
  }
}
