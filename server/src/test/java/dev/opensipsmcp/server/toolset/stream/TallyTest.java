package dev.opensipsmcp.server.toolset.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TallyTest {

  @Test
  void the_most_frequent_come_first_and_the_rest_is_counted() {
    Tally tally = Tally.of(100);
    for (String agent : List.of("b", "a", "c", "a", "b", "a")) {
      tally.add(agent);
    }
    assertThat(tally.top(2))
        .isEqualTo(
            new Tally.Top(
                List.of(new Tally.Count(List.of("a"), 3), new Tally.Count(List.of("b"), 2)), 1));
    assertThat(tally.total()).isEqualTo(6);
    assertThat(tally.shortfall()).isZero();
  }

  @Test
  void keys_of_several_parts_stay_apart_and_equal_counts_are_sorted() {
    Tally tally = Tally.of(100);
    tally.add("x", "yz");
    tally.add("xy", "z");
    assertThat(tally.top(9).counts())
        .containsExactly(
            new Tally.Count(List.of("x", "yz"), 1), new Tally.Count(List.of("xy", "z"), 1));
  }

  @Test
  void long_keys_are_cut() {
    Tally tally = Tally.of(1);
    tally.add("u".repeat(10_000));
    assertThat(tally.top(1).counts().getFirst().keys().getFirst()).hasSize(160);
  }

  @Property(tries = 200)
  void with_more_keys_than_room_no_frequent_one_is_lost(
      @ForAll @IntRange(min = 1, max = 20) int capacity, @ForAll long seed) {
    RandomGenerator random = new java.util.Random(seed);
    Tally tally = Tally.of(capacity);
    Map<String, Long> exact = new HashMap<>();
    for (int i = 0; i < 500; i++) {
      String key = Integer.toString((int) (60 * Math.pow(random.nextDouble(), 3)));
      exact.merge(key, 1L, Long::sum);
      tally.add(key);
      assertThat(tally.keys()).isLessThanOrEqualTo(2 * capacity);
    }
    Tally.Top top = tally.top(Integer.MAX_VALUE);
    Map<String, Long> shown = new HashMap<>();
    top.counts().forEach(count -> shown.put(count.keys().getFirst(), count.count()));
    exact.forEach((key, count) ->
        assertThat(shown.getOrDefault(key, 0L))
            .isBetween(Math.max(0, count - tally.shortfall()), count));
    assertThat(tally.shortfall()).isLessThanOrEqualTo(500 / (capacity + 1));
    assertThat(tally.total()).isEqualTo(500);
    assertThat(top.others() + shown.values().stream().mapToLong(n -> n).sum()).isEqualTo(500);
  }
}
