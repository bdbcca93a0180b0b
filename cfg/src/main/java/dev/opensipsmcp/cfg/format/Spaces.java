package dev.opensipsmcp.cfg.format;

import dev.opensipsmcp.cfg.syntax.Token;
import java.util.Set;

/** What stands between two tokens of a line. */
final class Spaces {
  private static final Set<String> OPERATORS =
      Set.of(
          "=", ":=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "==", "!=", "<", ">", "<=",
          ">=", "=~", "!~", "&&", "||", "+", "-", "*", "/", "%", "&", "|", "^", "<<", ">>");

  /** Words before a parenthesis that is not that of a call. */
  private static final Set<String> WORDS =
      Set.of("if", "while", "for", "switch", "and", "or", "not", "in", "case");

  private final String text;
  private final Marks marks;

  Spaces(String text, Marks marks) {
    this.text = text;
    this.marks = marks;
  }

  /**
   * {@return the space between two tokens}
   *
   * @param before the first one, no comment
   * @param after the second one, no comment
   * @param apart whether there is white space between them now
   */
  String between(Token before, Token after, boolean apart) {
    int start = before.span().start();
    int next = after.span().start();
    String kept = apart ? " " : "";
    if (Marks.within(marks.frozen, start, next)) {
      return kept;
    }
    String left = before.span().in(text);
    String right = after.span().in(text);
    if (Marks.within(marks.settings, start, next)) {
      return left.equals("=") || right.equals("=") ? "" : kept;
    }
    if (sign(after) && Set.of(";", ",", ")", "]").contains(right)) {
      return "";
    }
    boolean unary = marks.unary.contains(start);
    if (unary && marks.unary.contains(next)) {
      return kept;
    }
    if (unary || (sign(before) && Set.of("(", "[").contains(left))) {
      return "";
    }
    if ((sign(before) && left.equals(",")) || marks.joined.containsKey(next)) {
      return " ";
    }
    boolean operators =
        (sign(before) && OPERATORS.contains(left))
            || (sign(after) && OPERATORS.contains(right) && !marks.unary.contains(next));
    if (operators) {
      return " ";
    }
    boolean bracket = sign(after) && (right.equals("(") || right.equals("["));
    if (bracket && before.kind() == Token.Kind.WORD) {
      return WORDS.contains(left) ? " " : "";
    }
    return kept;
  }

  private static boolean sign(Token token) {
    return token.kind() == Token.Kind.SIGN;
  }
}
