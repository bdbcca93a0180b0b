package dev.opensipsmcp.sip.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * How a run compares to an earlier one.
 *
 * @param word what it comes to
 * @param reasons the figures behind it, each a sentence
 */
public record LoadVerdict(Word word, List<String> reasons) {
  /** With fewer calls than that in either run, chance decides. */
  public static final int FEWEST = 30;

  /** A difference below that is none: SIPp measures by whole milliseconds. */
  private static final double LEAST_MS = 2;

  private static final double SUCCESS = 0.005;

  public LoadVerdict {
    reasons = List.copyOf(reasons);
  }

  /** What a comparison comes to. */
  public enum Word {
    /** Something is better, and nothing worse. */
    BETTER,
    /** Nothing differs by more than the tolerance. */
    SAME,
    /** Something is worse. */
    WORSE,
    /** Too few calls ended to tell. */
    TOO_FEW
  }

  /**
   * {@return the verdict}
   *
   * @param baseline the earlier run
   * @param now the later one
   * @param tolerance by which part response times may differ and count as the same, such as 0.2
   */
  public static LoadVerdict of(LoadFigures baseline, LoadFigures now, double tolerance) {
    if (ended(baseline) < FEWEST || ended(now) < FEWEST) {
      return new LoadVerdict(
          Word.TOO_FEW,
          List.of(
              "Of "
                  + ended(baseline)
                  + " and "
                  + ended(now)
                  + " calls; "
                  + FEWEST
                  + " each are needed."));
    }
    List<String> reasons = new ArrayList<>();
    int[] counts = new int[2];
    double success = now.success().orElse(0) - baseline.success().orElse(0);
    if (Math.abs(success) > SUCCESS) {
      counts[success > 0 ? 0 : 1]++;
    }
    reasons.add(
        String.format(
            Locale.ROOT,
            "Success %.2f %%, was %.2f %%.",
            100 * now.success().orElse(0),
            100 * baseline.success().orElse(0)));
    time("p50", baseline.p50(), now.p50(), tolerance, reasons, counts);
    time("p95", baseline.p95(), now.p95(), tolerance, reasons, counts);
    Word word = counts[1] > 0 ? Word.WORSE : counts[0] > 0 ? Word.BETTER : Word.SAME;
    return new LoadVerdict(word, reasons);
  }

  private static long ended(LoadFigures figures) {
    return figures.successful() + figures.failed();
  }

  private static void time(
      String name,
      OptionalDouble before,
      OptionalDouble now,
      double tolerance,
      List<String> reasons,
      int[] counts) {
    if (before.isEmpty() || now.isEmpty()) {
      return;
    }
    double change = now.getAsDouble() - before.getAsDouble();
    boolean matters =
        Math.abs(change) >= LEAST_MS && Math.abs(change) > tolerance * before.getAsDouble();
    if (matters) {
      counts[change < 0 ? 0 : 1]++;
    }
    reasons.add(
        String.format(
            Locale.ROOT,
            "%s %.1f ms, was %.1f ms%s.",
            name,
            now.getAsDouble(),
            before.getAsDouble(),
            matters ? "" : " (within the tolerance)"));
  }
}
