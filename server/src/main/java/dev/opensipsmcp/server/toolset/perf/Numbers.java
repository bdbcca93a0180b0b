package dev.opensipsmcp.server.toolset.perf;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.toolset.common.Json;

/** Small sums over statistics. */
final class Numbers {
  private Numbers() {}

  /** {@return how many percent of a whole a part is; 0 of nothing} */
  static long percent(long part, long whole) {
    return whole > 0 ? part * 100 / whole : 0;
  }

  /** {@return the sum of the statistics of a group whose names end so} */
  static long sum(JsonObject values, String group, String ending) {
    long sum = 0;
    for (String name : values.keySet()) {
      if (name.startsWith(group) && name.endsWith(ending)) {
        sum += Json.number(values, name, 0);
      }
    }
    return sum;
  }

  /**
   * {@return how much a line through samples rises per second; 0 of fewer than two}
   *
   * @param seconds when each was taken
   * @param values what each was
   */
  static double slope(double[] seconds, double[] values) {
    int count = seconds.length;
    double meanTime = 0;
    double meanValue = 0;
    for (int i = 0; i < count; i++) {
      meanTime += seconds[i] / count;
      meanValue += values[i] / count;
    }
    double above = 0;
    double below = 0;
    for (int i = 0; i < count; i++) {
      above += (seconds[i] - meanTime) * (values[i] - meanValue);
      below += (seconds[i] - meanTime) * (seconds[i] - meanTime);
    }
    return below > 0 ? above / below : 0;
  }
}
