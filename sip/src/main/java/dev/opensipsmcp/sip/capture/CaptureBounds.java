package dev.opensipsmcp.sip.capture;

import java.time.Duration;

/**
 * How much of a file is read, and how much of it is kept in memory. Where a bound is met the
 * reading ends, and what was found until then is the answer, with a note.
 *
 * @param bytes how many bytes of the file, after decompression, 1 or more
 * @param packets how many packets, 1 or more
 * @param time how long the reading may take
 * @param calls how many calls are remembered at once while calls are listed, 16 or more; beyond,
 *     those that were silent for longest are forgotten
 * @param messages how many messages are kept, 1 or more
 * @param messageBytes how many bytes the kept messages may have together, 1 or more
 */
public record CaptureBounds(
    long bytes, long packets, Duration time, int calls, int messages, long messageBytes) {
  /** 64 GiB, ten minutes, 131,072 calls, 20,000 messages of 64 MiB. */
  public static final CaptureBounds USUAL =
      new CaptureBounds(
          64L << 30, Long.MAX_VALUE, Duration.ofMinutes(10), 1 << 17, 20_000, 64L << 20);

  /**
   * Makes bounds.
   *
   * @throws IllegalArgumentException when one of them is smaller than allowed
   */
  public CaptureBounds {
    if (bytes < 1
        || packets < 1
        || time.isNegative()
        || calls < 16
        || messages < 1
        || messageBytes < 1) {
      throw new IllegalArgumentException("A bound is too small.");
    }
  }

  /** {@return the same, with another time} */
  public CaptureBounds within(Duration other) {
    return new CaptureBounds(bytes, packets, other, calls, messages, messageBytes);
  }

  /** {@return the same, with other bounds on what is kept} */
  public CaptureBounds keeping(int mostMessages, long mostBytes) {
    return new CaptureBounds(bytes, packets, time, calls, mostMessages, mostBytes);
  }
}
