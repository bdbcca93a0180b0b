package dev.opensipsmcp.cfg.internal.flow;

import dev.opensipsmcp.cfg.flow.Mark;
import dev.opensipsmcp.cfg.flow.Site;
import dev.opensipsmcp.cfg.flow.World;
import dev.opensipsmcp.cfg.flow.Worlds;
import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.facts.Version;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Follows all ways from where messages come in, over calls and armed routes, to their ends. */
public final class Engine implements Jumps {
  private static final int DEEPEST = 40;
  private static final long ALL_MARKS = (1L << Mark.values().length) - 1;

  private record Known(String route, Worlds worlds) {}

  private record Later(String kind, String name) {}

  private final RouteTable table;
  private final Trail trail = new Trail();
  private final Budget budget;
  private final Follower follower;
  private final Map<Known, Worlds> known = new HashMap<>();
  private final Map<Later, Worlds> waiting = new HashMap<>();
  private final LinkedHashSet<Later> queue = new LinkedHashSet<>();
  private final Deque<String> within = new ArrayDeque<>();

  private Engine(RouteTable table, Version version) {
    this.table = table;
    int statements =
        table.all().stream().mapToInt(r -> Statements.all(r.body().statements()).size()).sum();
    this.budget = new Budget(statements);
    Memory memory = Memory.of(table.all());
    Calls calls = new Calls(version, trail, memory, this);
    this.follower =
        new Follower(
            new Conditions(calls, new Comparison(memory, SenderChecks.variables(table.all()))),
            trail,
            memory,
            budget);
  }

  /**
   * Follows all ways.
   *
   * @param table the routes
   * @param version whose functions they call
   * @param named what parameters of modules name, routes that a module runs among them
   * @return what was found
   */
  public static Trail follow(RouteTable table, Version version, Set<String> named) {
    Engine engine = new Engine(table, version);
    engine.start(named);
    if (!engine.budget.complete()) {
      engine.trail.incomplete();
    }
    return engine.trail;
  }

  private void start(Set<String> named) {
    table
        .find("route", "")
        .ifPresent(main -> enter(main, Worlds.of(World.of(Methods.ALL, Mark.REQUEST))));
    work();
    for (Item.Route route : table.all()) {
      Mark mark =
          switch (route.kind().text()) {
            case "onreply_route" -> Mark.REPLY;
            case "route", "failure_route", "branch_route" -> Mark.BRANCH;
            default -> Mark.ELSEWHERE;
          };
      boolean byItself = mark == Mark.ELSEWHERE || RouteTable.name(route).isEmpty();
      if (byItself && mark != Mark.BRANCH) {
        World world = World.of(Methods.ALL, mark);
        enter(route, Worlds.of(world.remembering(World.BLURRED, 0)));
        work();
      }
    }
    runByModules(named);
  }

  private void runByModules(Set<String> named) {
    Set<String> mentioned = new HashSet<>(named);
    for (Site site : trail.sites()) {
      for (int i = 0; i < site.call().arguments().size(); i++) {
        Expressions.constant(site.call(), i).ifPresent(mentioned::add);
      }
    }
    Worlds start = doubtful(Worlds.of(World.of(Methods.ALL, Mark.ELSEWHERE)));
    for (Item.Route route : table.all()) {
      if (!trail.isEntered(route) && mentioned.contains(RouteTable.name(route))) {
        enter(route, start);
        work();
      }
    }
  }

  private void work() {
    while (!queue.isEmpty()) {
      Later next = queue.removeFirst();
      Worlds worlds = waiting.get(next);
      if (worlds != null && !budget.spent()) {
        table.find(next.kind(), next.name()).ifPresent(route -> enter(route, worlds));
      }
    }
  }

  private Worlds enter(Item.Route route, Worlds worlds) {
    trail.entered(route);
    Frame frame = new Frame(route);
    frame.returning(follower.follow(route.body().statements(), worlds, frame));
    return frame.returned();
  }

  @Override
  public Worlds call(Optional<String> name, Worlds worlds) {
    if (name.isEmpty() || name.get().indexOf('$') >= 0) {
      table.of("route").stream()
          .filter(route -> !RouteTable.name(route).isEmpty())
          .forEach(route -> later("route", RouteTable.name(route), doubtful(worlds)));
      return doubtful(worlds);
    }
    Optional<Item.Route> route = table.find("route", name.get());
    if (route.isEmpty()) {
      return Conditions.unanswered(worlds);
    }
    if (within.contains(name.get()) || within.size() >= DEEPEST || budget.spent()) {
      trail.entered(route.get());
      return doubtful(worlds);
    }
    Known key = new Known(name.get(), worlds);
    Worlds back = known.get(key);
    if (back == null) {
      within.push(name.get());
      back = enter(route.get(), worlds);
      within.pop();
      known.put(key, back);
    }
    return back;
  }

  private static Worlds doubtful(Worlds worlds) {
    return worlds.each(world ->
        new World(world.methods(), world.sure(), ALL_MARKS, world.memory() | World.BLURRED));
  }

  @Override
  public void later(String kind, String name, Worlds worlds) {
    Later later = new Later(kind, name);
    Worlds entry = worlds.each(world -> entering(kind, world));
    Worlds former = waiting.getOrDefault(later, Worlds.NONE);
    Worlds now = former.and(entry);
    if (!now.equals(former)) {
      waiting.put(later, now);
      queue.add(later);
    }
  }

  private static World entering(String kind, World world) {
    long off =
        Mark.bits(
            Mark.FAILURE_ARMED,
            Mark.REPLIED,
            Mark.CANCEL_ASKED,
            Mark.RC_POSITIVE,
            Mark.RC_NEGATIVE);
    return switch (kind) {
      case "failure_route" -> world.with(Mark.FAILURE.bit(), off);
      case "onreply_route" -> world.with(Mark.REPLY.bit(), off | Mark.REQUEST.bit());
      case "branch_route" -> world.with(Mark.BRANCH.bit(), off);
      default -> world;
    };
  }
}
