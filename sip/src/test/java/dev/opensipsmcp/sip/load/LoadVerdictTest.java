package dev.opensipsmcp.sip.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Two runs are compared. */
class LoadVerdictTest {
  private static LoadFigures figures(long good, long bad, double p50, double p95) {
    OptionalDouble slow = OptionalDouble.of(p95);
    return new LoadFigures(
        good + bad,
        good,
        bad,
        0,
        0,
        10,
        Map.of(),
        List.of(),
        good,
        OptionalDouble.of(p50),
        slow,
        slow,
        slow);
  }

  private static LoadVerdict.Word word(LoadFigures before, LoadFigures now) {
    return LoadVerdict.of(before, now, 0.2).word();
  }

  @Test
  void slowerOrWithMoreFailuresIsWorse() {
    LoadFigures before = figures(1_000, 0, 10, 40);
    assertThat(word(before, figures(1_000, 0, 10, 60))).isEqualTo(LoadVerdict.Word.WORSE);
    assertThat(word(before, figures(990, 10, 10, 40))).isEqualTo(LoadVerdict.Word.WORSE);
    assertThat(word(before, figures(990, 10, 5, 20)))
        .as("faster, but with failures")
        .isEqualTo(LoadVerdict.Word.WORSE);
    assertThat(LoadVerdict.of(before, figures(990, 10, 10, 60), 0.2).reasons())
        .containsExactly(
            "Success 99.00 %, was 100.00 %.",
            "p50 10.0 ms, was 10.0 ms (within the tolerance).", "p95 60.0 ms, was 40.0 ms.");
  }

  @Test
  void fasterOrWithFewerFailuresIsBetter() {
    LoadFigures before = figures(990, 10, 10, 40);
    assertThat(word(before, figures(1_000, 0, 10, 40))).isEqualTo(LoadVerdict.Word.BETTER);
    assertThat(word(before, figures(990, 10, 5, 40))).isEqualTo(LoadVerdict.Word.BETTER);
  }

  @Test
  void littleIsTheSame() {
    assertThat(word(figures(1_000, 0, 10, 40), figures(999, 1, 11, 44)))
        .isEqualTo(LoadVerdict.Word.SAME);
    assertThat(word(figures(100, 0, 1, 1), figures(100, 0, 2, 2)))
        .as("a millisecond is what SIPp measures by")
        .isEqualTo(LoadVerdict.Word.SAME);
  }

  @Property(tries = 200)
  void fewCallsSayNothing(
      @ForAll @IntRange(max = 29) int good, @ForAll @IntRange(max = 10_000) int other) {
    LoadFigures few = figures(good, 0, 1, 1);
    LoadFigures many = figures(other, 0, 900, 900);
    assertThat(word(few, many)).isEqualTo(LoadVerdict.Word.TOO_FEW);
    assertThat(word(many, few)).isEqualTo(LoadVerdict.Word.TOO_FEW);
  }

  @Property(tries = 200)
  void aRunIsTheSameAsItself(
      @ForAll @IntRange(min = 30, max = 10_000) int good,
      @ForAll @IntRange(max = 100) int bad,
      @ForAll @IntRange(max = 10_000) int time) {
    LoadFigures figures = figures(good, bad, time, time);
    assertThat(word(figures, figures)).isEqualTo(LoadVerdict.Word.SAME);
  }
}
