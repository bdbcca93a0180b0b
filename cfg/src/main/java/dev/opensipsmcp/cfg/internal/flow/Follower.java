package dev.opensipsmcp.cfg.internal.flow;

import dev.opensipsmcp.cfg.flow.Mark;
import dev.opensipsmcp.cfg.flow.World;
import dev.opensipsmcp.cfg.flow.Worlds;
import dev.opensipsmcp.cfg.syntax.Case;
import dev.opensipsmcp.cfg.syntax.Expression;
import dev.opensipsmcp.cfg.syntax.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Follows the ways through statements. Each call of a method takes the ways that reach a part, and
 * gives those that leave it at its end; ways that end in between, by {@code exit} for example, are
 * not among them.
 */
final class Follower {
  private static final int ROUNDS = 4;
  private static final int DEEPEST = 250;

  private final Conditions conditions;
  private final Trail trail;
  private final Memory memory;
  private final Budget budget;
  private int depth;

  Follower(Conditions conditions, Trail trail, Memory memory, Budget budget) {
    this.conditions = conditions;
    this.trail = trail;
    this.memory = memory;
    this.budget = budget;
  }

  Worlds follow(List<Statement> statements, Worlds start, Frame frame) {
    Worlds now = start;
    for (Statement statement : statements) {
      if (now.none()) {
        return now;
      }
      now = follow(statement, now, frame);
    }
    return now;
  }

  private Worlds follow(Statement statement, Worlds now, Frame frame) {
    trail.reached(statement, now);
    budget.spend();
    if (depth >= DEEPEST) {
      budget.giveUp();
      return now;
    }
    depth++;
    try {
      return switch (statement) {
        case Statement.Invocation invocation -> conditions.statement(invocation.call(), now, frame);
        case Statement.Assignment assignment -> assign(assignment, now, frame);
        case Statement.If choice -> choose(choice, now, frame);
        case Statement.While loop -> repeat(loop, now, frame);
        case Statement.ForEach loop -> forEach(loop, now, frame);
        case Statement.Switch choice -> choose(choice, now, frame);
        case Statement.Break _ -> {
          frame.breaking(now);
          yield Worlds.NONE;
        }
        case Statement.Braced braced -> follow(braced.block().statements(), now, frame);
        case Statement.Empty _, Statement.Inclusion _, Statement.Unreadable _ -> now;
      };
    } finally {
      depth--;
    }
  }

  private Worlds choose(Statement.If choice, Worlds now, Frame frame) {
    Split split = conditions.split(choice.condition(), now, frame);
    Worlds then = split.yes().none() ? Worlds.NONE : follow(choice.then(), split.yes(), frame);
    Worlds otherwise = split.no();
    if (choice.otherwise().isPresent() && !otherwise.none()) {
      otherwise = follow(choice.otherwise().get(), otherwise, frame);
    }
    long forgotten = Mark.bits(Mark.RC_POSITIVE, Mark.RC_NEGATIVE);
    return then.and(otherwise).each(world -> world.with(0, forgotten));
  }

  private Worlds repeat(Statement.While loop, Worlds now, Frame frame) {
    Worlds former = frame.takeBroken(Worlds.NONE);
    Worlds start = now;
    Worlds left = Worlds.NONE;
    for (int round = 0; round < ROUNDS; round++) {
      Split split = conditions.split(loop.condition(), start, frame);
      left = left.and(split.no());
      if (split.yes().none()) {
        break;
      }
      Worlds next = start.and(follow(loop.body(), split.yes(), frame));
      if (next.equals(start)) {
        break;
      }
      start = next;
    }
    return left.and(frame.takeBroken(former));
  }

  private Worlds forEach(Statement.ForEach loop, Worlds now, Frame frame) {
    Worlds former = frame.takeBroken(Worlds.NONE);
    Worlds start = now.each(world -> memory.forget(world, Mention.of(loop.item()).key()));
    for (int round = 0; round < ROUNDS; round++) {
      Worlds next = start.and(follow(loop.body(), start, frame));
      if (next.equals(start)) {
        break;
      }
      start = next;
    }
    return start.and(frame.takeBroken(former));
  }

  private Worlds choose(Statement.Switch choice, Worlds now, Frame frame) {
    Worlds former = frame.takeBroken(Worlds.NONE);
    Worlds rest = now;
    List<Worlds> entries = new ArrayList<>();
    for (Case one : choice.cases()) {
      Split split = new Split(Worlds.NONE, rest);
      if (one.label().isPresent()) {
        split = conditions.labelled(choice.subject(), one.label().get(), rest);
      }
      entries.add(split.yes());
      rest = split.no();
    }
    return finish(choice, entries, rest, former, frame);
  }

  private Worlds finish(
      Statement.Switch choice, List<Worlds> entries, Worlds rest, Worlds former, Frame frame) {
    Worlds falling = Worlds.NONE;
    boolean other = false;
    for (int i = 0; i < choice.cases().size(); i++) {
      Case one = choice.cases().get(i);
      boolean last = one.label().isEmpty();
      other |= last;
      Worlds entry = falling.and(last ? rest : entries.get(i));
      falling = entry.none() ? entry : follow(one.statements(), entry, frame);
    }
    Worlds end = falling.and(frame.takeBroken(former));
    return other ? end : end.and(rest);
  }

  private Worlds assign(Statement.Assignment assignment, Worlds now, Frame frame) {
    Worlds after = conditions.evaluate(assignment.value(), now, frame);
    Mention target = Mention.of(assignment.target());
    String value = Memory.valueOf(assignment.operator(), assignment.value());
    return after.each(
        world -> moved(memory.set(world, target.key(), value), target, assignment.value()));
  }

  private static World moved(World world, Mention target, Expression value) {
    return switch (target.name()) {
      case "du", "duri", "rd", "ruri.domain", "ru", "ruri" -> directed(world, value);
      default -> world;
    };
  }

  private static World directed(World world, Expression value) {
    boolean nothing = Expressions.constant(value).filter(String::isEmpty).isPresent();
    boolean ofSender =
        Mentions.in(value).stream().anyMatch(mention -> mention.is("hdr", "ct", "rd", "td", "fd"));
    long set = nothing || ofSender ? 0 : Mark.DIRECTED.bit();
    return world.with(set, Mark.bits(Mark.TO_US, Mark.TO_OTHERS));
  }
}
