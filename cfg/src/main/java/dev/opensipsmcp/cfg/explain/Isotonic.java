package dev.opensipsmcp.cfg.explain;

/**
 * Puts boxes of a row where they want to be, as near as that goes without one touching another
 * (pool adjacent violators).
 */
final class Isotonic {
  private Isotonic() {}

  /**
   * {@return the middles of the boxes}
   *
   * @param wanted the middle that each box would like, in the order of the row
   * @param widths their widths
   * @param gap the least space between two of them
   */
  static double[] place(double[] wanted, double[] widths, double gap) {
    int count = wanted.length;
    double[] offset = new double[count];
    for (int i = 1; i < count; i++) {
      offset[i] = offset[i - 1] + (widths[i - 1] + widths[i]) / 2 + gap;
    }
    double[] sum = new double[count];
    int[] size = new int[count];
    int pools = 0;
    for (int i = 0; i < count; i++) {
      sum[pools] = wanted[i] - offset[i];
      size[pools] = 1;
      pools++;
      while (pools > 1 && sum[pools - 2] / size[pools - 2] >= sum[pools - 1] / size[pools - 1]) {
        sum[pools - 2] += sum[pools - 1];
        size[pools - 2] += size[pools - 1];
        pools--;
      }
    }
    double[] placed = new double[count];
    int at = 0;
    for (int pool = 0; pool < pools; pool++) {
      for (int i = 0; i < size[pool]; i++, at++) {
        placed[at] = sum[pool] / size[pool] + offset[at];
      }
    }
    return placed;
  }
}
