package dev.opensipsmcp.sip.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What went wrong in a run, counted by kind, of SIPp's log ({@code -trace_err}). It quotes what was
 * received: words of whoever answered, cut short and without control characters.
 */
public final class ErrorLog {
  private static final long MOST = 32L << 20;
  private static final int KINDS = 20;
  private static final int LONGEST = 120;
  private static final String RECEIVED = "received '";

  private final Map<String, Integer> counts = new HashMap<>();
  private int others;

  private ErrorLog() {}

  /**
   * One kind of error.
   *
   * @param text what was received instead, or what SIPp said
   * @param count how often
   */
  public record Kind(String text, int count) {}

  /**
   * {@return the kinds in the file, the most frequent first}
   *
   * @throws IOException when it can't be read
   */
  public static List<Kind> read(Path file) throws IOException {
    ErrorLog log = new ErrorLog();
    BoundedLines.read(file, MOST, log::take);
    return log.kinds();
  }

  /** {@return the kinds in these lines, the most frequent first} */
  public static List<Kind> of(List<String> lines) {
    ErrorLog log = new ErrorLog();
    lines.forEach(log::take);
    return log.kinds();
  }

  private void take(String line) {
    int received = line.indexOf(RECEIVED);
    if (received >= 0) {
      add("received " + line.substring(received + RECEIVED.length()));
    } else {
      // A time in seconds stands before SIPp's own words: "1795849974.698571: Failed to".
      String[] parts = line.split("[0-9]{9,}\\.[0-9]{6}: ", -1);
      for (int part = 1; part < parts.length; part++) {
        add(parts[part]);
      }
    }
  }

  private void add(String words) {
    String text = words.replaceAll("[\\p{Cntrl}\\p{Cf}]", "").strip();
    text = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    // A number in it would make each error a kind of its own.
    text = text.replaceAll("'[^']*@[^']*'", "'...'");
    if (counts.containsKey(text) || counts.size() < KINDS) {
      counts.merge(text, 1, Integer::sum);
    } else {
      others++;
    }
  }

  private List<Kind> kinds() {
    List<Kind> kinds =
        new ArrayList<>(
            counts.entrySet().stream()
                .map(entry -> new Kind(entry.getKey(), entry.getValue()))
                .sorted((one, other) -> Integer.compare(other.count(), one.count()))
                .toList());
    if (others > 0) {
      kinds.add(new Kind("others", others));
    }
    return List.copyOf(kinds);
  }
}
