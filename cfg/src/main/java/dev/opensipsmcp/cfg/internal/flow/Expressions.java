package dev.opensipsmcp.cfg.internal.flow;

import dev.opensipsmcp.cfg.syntax.Argument;
import dev.opensipsmcp.cfg.syntax.Call;
import dev.opensipsmcp.cfg.syntax.Expression;
import dev.opensipsmcp.cfg.syntax.Literal;
import dev.opensipsmcp.cfg.syntax.Variable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Small questions about expressions. */
public final class Expressions {
  private Expressions() {}

  /** {@return an argument of a call, by its position from 0, where it is given} */
  public static Optional<Expression> argument(Call call, int position) {
    return position < call.arguments().size()
        ? call.arguments().get(position).value()
        : Optional.empty();
  }

  /** {@return the text or number that an argument is written as, where it is a constant} */
  public static Optional<String> constant(Call call, int position) {
    return argument(call, position).flatMap(Expressions::constant);
  }

  /** {@return the text or number that an expression is written as, where it is a constant} */
  public static Optional<String> constant(Expression expression) {
    return switch (bare(expression)) {
      case Literal.Text text -> Optional.of(text.value());
      case Literal.Number number -> Optional.of(Long.toString(number.value()));
      case Literal.Address address -> Optional.of(address.text());
      case Literal.Null _ -> Optional.of("");
      case Variable _,
          Call _,
          Expression.Not _,
          Expression.Binary _,
          Expression.Group _,
          Expression.Complement _ ->
          Optional.empty();
    };
  }

  /** {@return the one variable that an expression is, alone or alone in a string} */
  public static Optional<Mention> variable(Expression expression) {
    return switch (bare(expression)) {
      case Variable variable -> Optional.of(Mention.of(variable));
      case Literal.Text text when text.value().startsWith("$") -> {
        List<Mention> mentions = Mentions.in(text.value());
        yield mentions.size() == 1 && text.value().indexOf(' ') < 0
            ? Optional.of(mentions.getFirst())
            : Optional.empty();
      }
      case Expression _ -> Optional.empty();
    };
  }

  /** {@return an expression without the parentheses around it} */
  public static Expression bare(Expression expression) {
    Expression inner = expression;
    while (inner instanceof Expression.Group group) {
      inner = group.inner();
    }
    return inner;
  }

  /** {@return every call in an expression, the outermost first} */
  public static List<Call> calls(Expression expression) {
    List<Call> found = new ArrayList<>();
    Deque<Expression> left = new ArrayDeque<>();
    left.push(expression);
    while (!left.isEmpty()) {
      switch (left.pop()) {
        case Call call -> {
          found.add(call);
          call.arguments().stream()
              .map(Argument::value)
              .forEach(value -> value.ifPresent(left::push));
        }
        case Expression.Not not -> left.push(not.operand());
        case Expression.Complement complement -> left.push(complement.operand());
        case Expression.Group group -> left.push(group.inner());
        case Expression.Binary binary -> {
          left.push(binary.right());
          left.push(binary.left());
        }
        case Literal _, Variable _ -> {}
      }
    }
    return found;
  }
}
