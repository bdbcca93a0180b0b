package dev.opensipsmcp.sip.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Response times of one run ({@code -trace_rtt}), in milliseconds. SIPp measures by whole
 * milliseconds as a rule.
 */
public final class ResponseTimes {
  /** Beyond so many, times are counted and no longer kept. */
  private static final int KEPT = 2_000_000;

  private static final long MOST = 512L << 20;

  private double[] times = new double[1_024];
  private int kept;
  private long count;
  private boolean sorted = true;

  private ResponseTimes() {}

  /**
   * {@return the times in the file; broken rows are passed over}
   *
   * @param name the response time that is meant: {@code 1} is that of the first transaction
   * @throws IOException when it can't be read
   */
  public static ResponseTimes read(Path file, String name) throws IOException {
    ResponseTimes all = new ResponseTimes();
    BoundedLines.read(file, MOST, line -> all.take(line, name));
    return all;
  }

  /** {@return the times in these lines} */
  public static ResponseTimes of(List<String> lines, String name) {
    ResponseTimes all = new ResponseTimes();
    lines.forEach(line -> all.take(line, name));
    return all;
  }

  private void take(String line, String name) {
    int first = line.indexOf(';');
    int second = line.indexOf(';', first + 1);
    if (first >= 0 && second >= 0 && line.substring(second + 1).strip().equals(name)) {
      milliseconds(line.substring(first + 1, second)).ifPresent(this::add);
    }
  }

  private static Optional<Double> milliseconds(String text) {
    try {
      double time = Double.parseDouble(text);
      return Double.isFinite(time) && time >= 0 ? Optional.of(time) : Optional.empty();
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  private void add(double time) {
    count++;
    if (kept < KEPT) {
      if (kept == times.length) {
        times = Arrays.copyOf(times, Math.min(KEPT, 2 * kept));
      }
      times[kept++] = time;
      sorted = false;
    }
  }

  /** {@return how many there are} */
  public long count() {
    return count;
  }

  /**
   * {@return the time that so many percent of the responses did not take longer than, by nearest
   * rank; of the first two million}
   *
   * @param percent above 0, to 100
   */
  public OptionalDouble percentile(double percent) {
    if (!(percent > 0 && percent <= 100)) {
      throw new IllegalArgumentException("A percentile is above 0, and at most 100.");
    }
    if (kept == 0) {
      return OptionalDouble.empty();
    }
    if (!sorted) {
      Arrays.sort(times, 0, kept);
      sorted = true;
    }
    int rank = (int) Math.ceil(percent / 100 * kept);
    return OptionalDouble.of(times[Math.max(1, rank) - 1]);
  }
}
