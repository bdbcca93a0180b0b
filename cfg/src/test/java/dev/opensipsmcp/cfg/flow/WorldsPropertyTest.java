package dev.opensipsmcp.cfg.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class WorldsPropertyTest {

  @Provide
  Arbitrary<List<World>> worlds() {
    Arbitrary<Long> bits = Arbitraries.longs().between(0, 1 << 10);
    return Combinators.combine(Arbitraries.integers().between(1, 7), bits, bits)
        .as((methods, marks, memory) -> new World(methods, marks, marks, memory))
        .list()
        .ofMaxSize(200);
  }

  @Property(tries = 200)
  void thereAreNeverMoreThanCanBeToldApart(@ForAll("worlds") List<World> worlds) {
    assertThat(Worlds.of(worlds).list()).hasSizeLessThanOrEqualTo(Worlds.MOST);
  }

  @Property(tries = 200)
  void noMethodIsLost(@ForAll("worlds") List<World> worlds) {
    int before = worlds.stream().mapToInt(World::methods).reduce(0, (a, b) -> a | b);
    int after =
        Worlds.of(worlds).list().stream().mapToInt(World::methods).reduce(0, (a, b) -> a | b);
    assertThat(after).isEqualTo(before);
  }

  @Property(tries = 200)
  void whatIsSureOnAllWaysStaysSureAndNothingBecomesImpossible(
      @ForAll("worlds") List<World> worlds) {
    long sure = worlds.stream().mapToLong(World::sure).reduce(-1, (a, b) -> a & b);
    long maybe = worlds.stream().mapToLong(World::maybe).reduce(0, (a, b) -> a | b);
    Worlds together = Worlds.of(worlds);
    assertThat(together.list()).allMatch(world -> (world.sure() & sure) == sure);
    assertThat(together.list().stream().mapToLong(World::maybe).reduce(0, (a, b) -> a | b))
        .isEqualTo(maybe);
  }

  @Property(tries = 200)
  void joiningTwiceChangesNothing(@ForAll("worlds") List<World> worlds) {
    Worlds once = Worlds.of(worlds);
    assertThat(once.and(once)).isEqualTo(once);
    assertThat(once.and(Worlds.NONE)).isEqualTo(once);
  }
}
