package dev.opensipsmcp.cfg.explain;

import dev.opensipsmcp.cfg.internal.meaning.Meaning;
import dev.opensipsmcp.cfg.syntax.Call;
import dev.opensipsmcp.cfg.syntax.Expression;
import dev.opensipsmcp.cfg.syntax.Literal;
import dev.opensipsmcp.cfg.syntax.Variable;
import java.util.Optional;

/** Says in a word or two what a condition asks. */
final class Conditions {
  /** Characters; more would reach into the neighbours of an arrow. */
  private static final int LONGEST = 26;

  private Conditions() {}

  static String label(Expression condition) {
    String label =
        switch (condition) {
          case Call call -> of(call);
          case Expression.Not(Expression operand, var _) -> "not " + label(operand);
          case Expression.Group(Expression inner, boolean _, var _) -> label(inner);
          case Expression.Binary(Expression left, String operator, Expression right, var _)
              when (operator.equals("==") || operator.equals("=~")) && method(left) ->
              text(right).orElseGet(() -> Meaning.of(condition));
          case Expression.Binary _, Expression.Complement _, Literal _, Variable _ ->
              Meaning.of(condition);
        };
    return shortened(label);
  }

  private static boolean method(Expression expression) {
    return expression instanceof Variable variable
        && variable.name().text().equals("rm")
        && variable.transformations().isEmpty();
  }

  private static String of(Call call) {
    Optional<String> first =
        call.arguments().isEmpty()
            ? Optional.empty()
            : call.arguments().getFirst().value().flatMap(Conditions::text);
    return switch (call.function().text()) {
      case "is_method" -> first.orElse("is_method");
      case "has_totag" -> "in a dialog";
      default -> call.function().text() + (first.isEmpty() ? "()" : "(" + first.get() + ")");
    };
  }

  private static Optional<String> text(Expression expression) {
    return expression instanceof Literal.Text(String text, var _, var _)
        ? Optional.of(text)
        : Optional.empty();
  }

  static String shortened(String label) {
    return shortened(label, LONGEST);
  }

  /** {@return a text of at most so many characters} */
  static String shortened(String label, int longest) {
    return label.codePointCount(0, label.length()) <= longest
        ? label
        : label.substring(0, label.offsetByCodePoints(0, longest - 1)) + "…";
  }
}
