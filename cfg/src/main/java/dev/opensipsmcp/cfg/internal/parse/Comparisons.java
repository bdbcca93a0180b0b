package dev.opensipsmcp.cfg.internal.parse;

import dev.opensipsmcp.cfg.syntax.Expression;
import dev.opensipsmcp.cfg.syntax.Literal;
import dev.opensipsmcp.cfg.syntax.Variable;

/** What can be compared with what. */
final class Comparisons {
  private Comparisons() {}

  static void check(String operator, Expression right, Problems problems) {
    boolean match = operator.equals("=~") || operator.equals("!~");
    boolean order = operator.startsWith("<") || operator.startsWith(">");
    switch (right) {
      case Variable _ -> {}
      case Literal.Text _ -> {}
      case Literal.Number number when match ->
          problems.add(
              number.span(),
              "A pattern is a string, or a variable that holds one.",
              "Put it into quotes.");
      case Literal.Number _ -> {}
      case Literal.Null none when match || order ->
          problems.add(none.span(), "NULL can be compared with == and != only.", "Use == or !=.");
      case Literal.Null _ -> {}
      case Literal.Address address when match || order ->
          problems.add(
              address.span(), "An address can be compared with == and != only.", "Use == or !=.");
      case Literal.Address _ -> {}
      default ->
          problems.add(
              right.span(),
              "A variable can be compared with a variable, a string, a number, an address or NULL.",
              "Put the value into a variable first.");
    }
  }
}
