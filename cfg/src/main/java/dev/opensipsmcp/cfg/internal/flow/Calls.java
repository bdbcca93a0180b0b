package dev.opensipsmcp.cfg.internal.flow;

import dev.opensipsmcp.cfg.flow.Mark;
import dev.opensipsmcp.cfg.flow.World;
import dev.opensipsmcp.cfg.flow.Worlds;
import dev.opensipsmcp.cfg.syntax.Argument;
import dev.opensipsmcp.cfg.syntax.Call;
import dev.opensipsmcp.cfg.syntax.Expression;
import dev.opensipsmcp.facts.Version;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Follows the ways through calls. */
final class Calls {
  private static final long ANSWERS = Mark.bits(Mark.RC_POSITIVE, Mark.RC_NEGATIVE);

  private static final Pattern FINAL = Pattern.compile("[2-6][0-9]{2}");

  private final Version version;
  private final Trail trail;
  private final Memory memory;
  private final Jumps jumps;

  Calls(Version version, Trail trail, Memory memory, Jumps jumps) {
    this.version = version;
    this.trail = trail;
    this.memory = memory;
    this.jumps = jumps;
  }

  /** {@return the ways after a call that stands as a statement} */
  Worlds statement(Call call, Worlds worlds, Frame frame, Conditions conditions) {
    return switch (call.function().text()) {
      case "exit", "drop" -> {
        trail.reached(call, frame.route(), worlds, false);
        yield Worlds.NONE;
      }
      case "return" -> {
        trail.reached(call, frame.route(), worlds, false);
        frame.returning(returned(call, worlds));
        yield Worlds.NONE;
      }
      case "async" -> {
        Worlds after = within(call, worlds, frame);
        Expressions.constant(call, 1).ifPresent(route -> jumps.later("route", route, after));
        yield Worlds.NONE;
      }
      case "launch" -> {
        Worlds after = within(call, worlds, frame);
        Expressions.constant(call, 1).ifPresent(route -> jumps.later("route", route, after));
        yield after;
      }
      case "assert" ->
          Expressions.argument(call, 0)
              .map(condition -> conditions.split(condition, worlds, frame).yes())
              .orElse(worlds);
      default -> split(call, worlds, frame, false).joined();
    };
  }

  private Worlds within(Call call, Worlds worlds, Frame frame) {
    trail.reached(call, frame.route(), worlds, false);
    Optional<Expression> inner = Expressions.argument(call, 0);
    return inner.isPresent() && inner.get() instanceof Call function
        ? split(function, worlds, frame, false).joined()
        : worlds;
  }

  private static Worlds returned(Call call, Worlds worlds) {
    Optional<Expression> value = Expressions.argument(call, 0);
    if (value.isEmpty()) {
      return answered(worlds, Mark.RC_POSITIVE);
    }
    if (Expressions.variable(value.get()).filter(v -> v.is("rc", "retcode")).isPresent()) {
      return worlds;
    }
    String text = Expressions.constant(call, 0).orElse("");
    if (text.equals("0")) {
      return Worlds.NONE;
    }
    if (text.isEmpty()) {
      return Conditions.unanswered(worlds);
    }
    return answered(worlds, text.startsWith("-") ? Mark.RC_NEGATIVE : Mark.RC_POSITIVE);
  }

  /** {@return the ways that part at what a call answers} */
  Split split(Call call, Worlds worlds, Frame frame, boolean condition) {
    String name = call.function().text();
    trail.reached(call, frame.route(), worlds, condition);
    switch (name) {
      case "route" -> {
        Worlds back = jumps.call(Expressions.constant(call, 0), worlds);
        return new Split(
            back.where(world -> !world.surely(Mark.RC_NEGATIVE)),
            back.where(world -> !world.surely(Mark.RC_POSITIVE)));
      }
      case "t_on_failure" -> arm("failure_route", call, worlds);
      case "t_on_reply" -> arm("onreply_route", call, worlds);
      case "t_on_branch" -> arm("branch_route", call, worlds);
      default -> {}
    }
    Split split = asked(name, call, worlds);
    Worlds yes = answered(outputs(call, split.yes()), Mark.RC_POSITIVE);
    Worlds no = answered(outputs(call, split.no()), Mark.RC_NEGATIVE);
    boolean told = condition || !split.yes().equals(split.no());
    return told
        ? new Split(yes, no)
        : Split.both(Conditions.unanswered(outputs(call, split.yes())));
  }

  private Split asked(String name, Call call, Worlds worlds) {
    return switch (name) {
      case "is_method" ->
          Expressions.constant(call, 0)
              .filter(list -> list.indexOf('$') < 0)
              .map(list -> Comparison.methods(worlds, Methods.listed(list)))
              .orElse(Split.both(worlds));
      case "is_myself", "is_domain_local" -> ours(call, worlds);
      case "isflagset" -> comparisonOfFlag(call, worlds);
      case "append_hf", "insert_hf", "uac_replace_from" -> Split.both(asserted(call, worlds));
      case "setflag" -> Split.both(worlds.each(w -> memory.set(w, Memory.flag(call), "1")));
      case "resetflag" -> Split.both(worlds.each(w -> memory.clear(w, Memory.flag(call))));
      default ->
          KnownFunction.find(version, name)
              .filter(known -> !SenderChecks.lookup(known))
              .map(known -> meant(known, call, worlds))
              .orElseGet(() -> asking(call, worlds));
    };
  }

  /** {@return the ways after the authenticated user was written into the request} */
  private static Worlds asserted(Call call, Worlds worlds) {
    return Mentions.in(call).stream().anyMatch(mention -> mention.is("au", "aU"))
        ? worlds.each(world -> world.with(Mark.IDENTIFIED.bit(), 0))
        : worlds;
  }

  private static Split asking(Call call, Worlds worlds) {
    return SenderChecks.asks(call)
        ? new Split(worlds.each(world -> world.with(Mark.TRUSTED.bit(), 0)), worlds)
        : Split.both(worlds);
  }

  private Split comparisonOfFlag(Call call, Worlds worlds) {
    String flag = Memory.flag(call);
    return new Split(
        worlds.where(world -> memory.mayBeTrue(world, flag)),
        worlds.where(world -> memory.mayBeFalse(world, flag)));
  }

  private static Split ours(Call call, Worlds worlds) {
    List<Mention> asked = Expressions.argument(call, 0).map(Mentions::in).orElse(List.of());
    if (asked.stream().anyMatch(mention -> mention.is("fd", "fu", "from", "from.domain"))) {
      return Comparison.part(worlds, Role.FROM_TEST);
    }
    return asked.stream().anyMatch(mention -> mention.is("rd", "ru", "ruri", "ruri.domain"))
        ? Comparison.part(worlds, Role.TO_TEST)
        : Split.both(worlds);
  }

  private static Split meant(KnownFunction known, Call call, Worlds worlds) {
    Role role = known.role();
    return switch (role) {
      case REPLY, STATELESS_REPLY -> {
        boolean last = Expressions.constant(call, 0).filter(FINAL.asMatchPredicate()).isPresent();
        yield Split.both(last ? worlds.each(world -> world.with(Mark.REPLIED.bit(), 0)) : worlds);
      }
      case ACCOUNTING -> {
        boolean calls =
            Expressions.constant(call, 1).filter(flags -> flags.contains("cdr")).isPresent();
        long set = role.always() | (calls ? Mark.DIALOG.bit() : 0);
        yield Split.both(worlds.each(world -> world.with(set, 0)));
      }
      case FROM_TEST, TO_TEST, TAG_TEST -> Comparison.part(worlds, role);
      case LOOKUP ->
          new Split(moved(worlds).each(world -> world.with(role.yes(), 0)), moved(worlds));
      default -> {
        long off = role == Role.LOOSE_ROUTE ? role.yes() | role.no() : 0;
        Worlds yes = worlds.each(world -> world.with(role.yes() | role.always(), off));
        yield role.asks()
            ? new Split(yes, worlds.each(world -> world.with(role.no() | role.always(), off)))
            : Split.both(yes);
      }
    };
  }

  private static Worlds moved(Worlds worlds) {
    return worlds.each(world -> world.with(0, Mark.bits(Mark.TO_US, Mark.TO_OTHERS)));
  }

  private Worlds outputs(Call call, Worlds worlds) {
    if (call.function().text().equals("xlog")) {
      return worlds;
    }
    Worlds now = worlds;
    for (Argument argument : call.arguments()) {
      Optional<Mention> variable = argument.value().flatMap(Expressions::variable);
      if (variable.isPresent() && memory.follows(variable.get().key())) {
        now = now.each((World world) -> memory.forget(world, variable.get().key()));
      }
    }
    return now;
  }

  private void arm(String kind, Call call, Worlds worlds) {
    Expressions.constant(call, 0).ifPresent(route -> jumps.later(kind, route, worlds));
  }

  private static Worlds answered(Worlds worlds, Mark answer) {
    return worlds.each(world -> world.with(answer.bit(), ANSWERS));
  }
}
