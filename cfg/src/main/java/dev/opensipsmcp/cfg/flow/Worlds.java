package dev.opensipsmcp.cfg.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * All the ways in which a place is reached; none when it never is. At most {@value #MOST} are told
 * apart; more are thrown together, so that the work stays linear in the text's length.
 *
 * @param list the ways, no two of which differ in their methods alone
 */
public record Worlds(List<World> list) {
  /** How many ways are told apart at one place. */
  public static final int MOST = 48;

  /** No way at all. */
  public static final Worlds NONE = new Worlds(List.of());

  private record Key(long sure, long maybe, long memory) {}

  public Worlds {
    list = List.copyOf(list);
  }

  /** {@return these ways, each once} */
  public static Worlds of(World... worlds) {
    return of(List.of(worlds));
  }

  /** {@return these ways, each once} */
  public static Worlds of(Iterable<World> worlds) {
    Map<Key, World> distinct = new LinkedHashMap<>();
    for (World world : worlds) {
      if (world.methods() != 0) {
        distinct.merge(
            new Key(world.sure(), world.maybe(), world.memory()),
            world,
            (a, b) -> new World(a.methods() | b.methods(), a.sure(), a.maybe(), a.memory()));
      }
    }
    return distinct.size() <= MOST ? new Worlds(List.copyOf(distinct.values())) : blurred(distinct);
  }

  private static Worlds blurred(Map<Key, World> many) {
    Map<Long, World> byMarks = new LinkedHashMap<>();
    many.values().forEach(world -> byMarks.merge(world.sure(), world, World::blur));
    List<World> kept = new ArrayList<>(byMarks.values());
    while (kept.size() > MOST) {
      World last = kept.removeLast();
      kept.set(kept.size() - 1, kept.getLast().blur(last));
    }
    return new Worlds(kept);
  }

  /** {@return whether the place is never reached} */
  public boolean none() {
    return list.isEmpty();
  }

  /** {@return these ways and others} */
  public Worlds and(Worlds other) {
    if (other.none() || equals(other)) {
      return this;
    }
    return none() ? other : of(Stream.concat(list.stream(), other.list.stream()).toList());
  }

  /** {@return what becomes of each way} */
  public Worlds each(Function<World, World> change) {
    return none() ? this : of(list.stream().map(change).toList());
  }

  /** {@return those ways for which this holds} */
  public Worlds where(Predicate<World> wanted) {
    return new Worlds(list.stream().filter(wanted).toList());
  }

  /** {@return whether it holds for one of the ways} */
  public boolean any(Predicate<World> wanted) {
    return list.stream().anyMatch(wanted);
  }
}
