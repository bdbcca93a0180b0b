package dev.opensipsmcp.server.toolset.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TraceIdsTest {

  /** As a 3.6.8 node listed five traces that were started as ta, tb, tc, td, te. */
  @Test
  void idsSortAsANodeSortsThem() {
    List<String> sorted =
        List.of("ta", "tb", "tc", "td", "te").stream()
            .sorted(
                (one, other) -> Integer.compareUnsigned(TraceIds.hash(one), TraceIds.hash(other)))
            .toList();
    assertThat(sorted).containsExactly("td", "te", "ta", "tb", "tc");
  }

  @Test
  void aNewIdComesBeforeAllOthersThatPeopleChoose() {
    Random random = new Random(7);
    Set<Integer> hashes = new HashSet<>();
    for (int at = 0; at < 20; at++) {
      String id = TraceIds.next(random);
      assertThat(id).matches("mcp-live-[0-9a-z]{15}");
      assertThat(TraceIds.hash(id)).isBetween(1, TraceIds.hash("00") - 1);
      hashes.add(TraceIds.hash(id));
    }
    assertThat(hashes).hasSizeGreaterThan(15);
  }
}
