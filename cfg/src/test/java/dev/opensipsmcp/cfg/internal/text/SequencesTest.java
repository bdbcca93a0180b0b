package dev.opensipsmcp.cfg.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class SequencesTest {

  private static <T> List<T> patched(List<T> before, List<T> after, List<Gap> gaps) {
    List<T> result = new ArrayList<>();
    int at = 0;
    for (Gap gap : gaps) {
      result.addAll(before.subList(at, gap.oldFrom()));
      result.addAll(after.subList(gap.newFrom(), gap.newTo()));
      at = gap.oldTo();
    }
    result.addAll(before.subList(at, before.size()));
    return result;
  }

  @Property
  void theGapsLeadFromOneToTheOther(
      @ForAll @Size(max = 60) List<@IntRange(max = 6) Integer> before,
      @ForAll @Size(max = 60) List<@IntRange(max = 6) Integer> after) {
    List<Gap> gaps = Sequences.gaps(before, after);

    assertThat(patched(before, after, gaps)).isEqualTo(after);
    assertThat(gaps).allMatch(gap -> gap.oldFrom() < gap.oldTo() || gap.newFrom() < gap.newTo());
  }

  @Property
  void equalSequencesHaveNoGaps(@ForAll List<@IntRange(max = 3) Integer> values) {
    assertThat(Sequences.gaps(values, List.copyOf(values))).isEmpty();
  }

  @Test
  void oneLineInTheMiddleIsOneGap() {
    assertThat(Sequences.gaps(List.of("a", "b", "c"), List.of("a", "x", "c")))
        .containsExactly(new Gap(1, 2, 1, 2));
  }

  @Test
  void whatHasNothingInCommonIsReplacedAsAWhole() {
    List<Integer> before = IntStream.range(0, 200_000).map(i -> i % 7).boxed().toList();
    List<Integer> after = IntStream.range(0, 200_000).map(i -> 10 + i % 7).boxed().toList();

    assertThat(Sequences.gaps(before, after)).containsExactly(new Gap(0, 200_000, 0, 200_000));
  }

  @Test
  void aLongSequenceTurnedAroundIsStillDone() {
    List<Integer> before = IntStream.range(0, 200_000).boxed().toList();

    assertThat(patched(before, before.reversed(), Sequences.gaps(before, before.reversed())))
        .isEqualTo(before.reversed());
  }
}
