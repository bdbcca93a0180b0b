package dev.opensipsmcp.sip.internal.capture;

import dev.opensipsmcp.sip.capture.CaptureBounds;
import dev.opensipsmcp.sip.capture.Sighting;
import dev.opensipsmcp.sip.trace.CapturedMessage;
import dev.opensipsmcp.sip.trace.TimeWindow;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** Hears all messages of a file and keeps the first that have a text, whatever its case. */
public final class TextSearcher implements Consumer<Sighting> {
  private final byte[] lower;
  private final TimeWindow window;
  private final Keeper keeper;
  private long hits;

  /**
   * Begins with nothing kept.
   *
   * @param text what is looked for, at least one character
   */
  public TextSearcher(String text, TimeWindow window, CaptureBounds bounds, String origin) {
    this.lower = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < lower.length; i++) {
      lower[i] = fold(lower[i]);
    }
    this.window = window;
    this.keeper = new Keeper(bounds, origin);
  }

  private static byte fold(byte one) {
    return one >= 'A' && one <= 'Z' ? (byte) (one + 32) : one;
  }

  @Override
  public void accept(Sighting seen) {
    if (has(seen.bytes(), seen.from(), seen.to()) && Filter.within(window, seen.nanos())) {
      hits++;
      keeper.keep(seen);
    }
  }

  private boolean has(byte[] bytes, int from, int to) {
    for (int at = from; at + lower.length <= to; at++) {
      int same = 0;
      while (same < lower.length && fold(bytes[at + same]) == lower[same]) {
        same++;
      }
      if (same == lower.length) {
        return true;
      }
    }
    return false;
  }

  /** {@return how many messages have it} */
  public long hits() {
    return hits;
  }

  /** {@return the first of them, oldest first; adds what their reader should know} */
  public List<CapturedMessage> messages(List<String> notes) {
    return keeper.messages(notes);
  }
}
