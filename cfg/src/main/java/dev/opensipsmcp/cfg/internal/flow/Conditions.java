package dev.opensipsmcp.cfg.internal.flow;

import dev.opensipsmcp.cfg.flow.Mark;
import dev.opensipsmcp.cfg.flow.Worlds;
import dev.opensipsmcp.cfg.syntax.Call;
import dev.opensipsmcp.cfg.syntax.Expression;
import dev.opensipsmcp.cfg.syntax.Literal;
import dev.opensipsmcp.cfg.syntax.Span;
import dev.opensipsmcp.cfg.syntax.Variable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/** Follows the ways through conditions: which of them go on where it holds, which where not. */
final class Conditions {
  private static final Set<String> COMPARING = Set.of("==", "!=", "<", "<=", ">", ">=", "=~", "!~");
  private static final int DEEPEST = 200;

  private final Calls calls;
  private final Comparison comparison;
  private int depth;

  Conditions(Calls calls, Comparison comparison) {
    this.calls = calls;
    this.comparison = comparison;
  }

  /** {@return the ways after a call that stands as a statement} */
  Worlds statement(Call call, Worlds worlds, Frame frame) {
    return calls.statement(call, worlds, frame, this);
  }

  /** {@return the ways after an expression whose value goes elsewhere} */
  Worlds evaluate(Expression expression, Worlds worlds, Frame frame) {
    Worlds now = worlds;
    for (Call call : Expressions.calls(expression)) {
      now = calls.split(call, now, frame, true).joined();
    }
    return now;
  }

  /** {@return the ways that part at a condition} */
  Split split(Expression condition, Worlds worlds, Frame frame) {
    if (depth >= DEEPEST) {
      return Split.both(worlds);
    }
    depth++;
    try {
      return switch (condition) {
        case Expression.Not not -> split(not.operand(), worlds, frame).turned();
        case Expression.Group group -> split(group.inner(), worlds, frame);
        case Expression.Binary(_, String operator, _, _)
            when operator.equals("and") || operator.equals("or") ->
            chain((Expression.Binary) condition, worlds, frame);
        case Expression.Binary binary when COMPARING.contains(binary.operator()) ->
            comparison.split(binary, evaluate(binary, worlds, frame));
        case Expression.Binary binary -> Split.both(evaluate(binary, worlds, frame));
        case Expression.Complement complement -> Split.both(evaluate(complement, worlds, frame));
        case Call call -> calls.split(call, worlds, frame, true);
        case Variable variable -> comparison.truth(Mention.of(variable), worlds);
        case Literal.Number(long value, _) ->
            value == 0 ? new Split(Worlds.NONE, worlds) : new Split(worlds, Worlds.NONE);
        case Literal _ -> Split.both(worlds);
      };
    } finally {
      depth--;
    }
  }

  private Split chain(Expression.Binary last, Worlds worlds, Frame frame) {
    Deque<Expression> operands = new ArrayDeque<>();
    Expression first = last;
    while (first instanceof Expression.Binary binary && binary.operator().equals(last.operator())) {
      operands.push(binary.right());
      first = binary.left();
    }
    operands.push(first);
    boolean and = last.operator().equals("and");
    Worlds going = worlds;
    Worlds decided = Worlds.NONE;
    for (Expression operand : operands) {
      if (going.none()) {
        break;
      }
      Split split = split(operand, going, frame);
      going = and ? split.yes() : split.no();
      decided = decided.and(and ? split.no() : split.yes());
    }
    return and ? new Split(going, decided) : new Split(decided, going);
  }

  /** {@return the ways that part at a case of a choice} */
  Split labelled(Expression subject, Literal label, Worlds worlds) {
    Span span = subject.span().to(label.span());
    return comparison.split(new Expression.Binary(subject, "==", label, span), worlds);
  }

  static Worlds unanswered(Worlds worlds) {
    long off = Mark.bits(Mark.RC_POSITIVE, Mark.RC_NEGATIVE);
    return worlds.each(world -> world.with(0, off));
  }
}
