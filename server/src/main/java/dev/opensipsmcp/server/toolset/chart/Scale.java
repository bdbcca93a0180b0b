package dev.opensipsmcp.server.toolset.chart;

import java.math.BigDecimal;

/**
 * An axis from 0 in round steps.
 *
 * @param step how far a step goes, at least 1
 * @param steps how many there are, at least 1
 */
record Scale(long step, int steps) {
  private static final int WANTED = 5;

  /** {@return the axis that has a value on it, in steps of 1, 2 or 5 times a power of ten} */
  static Scale upTo(long highest) {
    long step = 1;
    int turn = 0;
    while (step * WANTED < highest && step < Long.MAX_VALUE / 100) {
      step = turn % 3 == 1 ? step / 2 * 5 : step * 2;
      turn++;
    }
    return new Scale(step, (int) Math.max(1, Math.ceilDiv(highest, step)));
  }

  long top() {
    return step * steps;
  }

  /** {@return a number as it stands beside the axis} */
  static String shown(long value) {
    if (value >= 1_000_000) {
      return BigDecimal.valueOf(value, 6).stripTrailingZeros().toPlainString() + "M";
    }
    return value >= 10_000
        ? BigDecimal.valueOf(value, 3).stripTrailingZeros().toPlainString() + "k"
        : Long.toString(value);
  }
}
