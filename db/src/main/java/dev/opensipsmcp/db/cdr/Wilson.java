package dev.opensipsmcp.db.cdr;

/**
 * The score interval of E. B. Wilson (1927) around a ratio that was seen in a sample: unlike the
 * textbook's plus and minus it holds for few calls and for ratios near 0 and 1.
 *
 * @param low the least ratio that agrees with the sample
 * @param high the greatest
 */
public record Wilson(double low, double high) {
  /** Deviations on both sides of the mean that leave out 5 of 100. */
  private static final double Z = 1.959964;

  /**
   * {@return the interval at 95 % confidence}
   *
   * @param hits cases that were so
   * @param cases all cases, at least 1
   */
  public static Wilson of(long hits, long cases) {
    if (cases < 1) {
      throw new IllegalArgumentException("There is no ratio of no cases");
    }
    double ratio = (double) hits / cases;
    double share = Z * Z / cases;
    double middle = ratio + share / 2;
    double half = Z * Math.sqrt((ratio * (1 - ratio) + share / 4) / cases);
    return new Wilson(
        Math.max(0, (middle - half) / (1 + share)), Math.min(1, (middle + half) / (1 + share)));
  }
}
