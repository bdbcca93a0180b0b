package dev.opensipsmcp.sip.load;

import java.util.ArrayList;
import java.util.List;

/**
 * How much a run may send.
 *
 * @param rate new calls a second
 * @param concurrent calls at the same time
 * @param calls calls in all
 * @param seconds how long the run may take
 */
public record LoadLimits(int rate, int concurrent, int calls, int seconds) {
  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException when one is less than 1
   */
  public LoadLimits {
    if (rate < 1 || concurrent < 1 || calls < 1 || seconds < 1) {
      throw new IllegalArgumentException("Each bound of a load is 1 or more.");
    }
  }

  /** {@return what is more than it may be, each as {@code rate 500 of at most 100}} */
  public List<String> above(LoadLimits caps) {
    List<String> above = new ArrayList<>();
    add(above, "rate", rate, caps.rate);
    add(above, "concurrent calls", concurrent, caps.concurrent);
    add(above, "total calls", calls, caps.calls);
    add(above, "seconds", seconds, caps.seconds);
    return above;
  }

  private static void add(List<String> above, String name, int wanted, int most) {
    if (wanted > most) {
      above.add(name + ' ' + wanted + " of at most " + most);
    }
  }
}
