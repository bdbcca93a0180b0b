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

/** Finds the variables that an expression reads, those within its strings included. */
public final class Mentions {
  private Mentions() {}

  /** {@return the variables that are read, in the order of the text} */
  public static List<Mention> in(Expression expression) {
    List<Mention> found = new ArrayList<>();
    Deque<Expression> left = new ArrayDeque<>();
    left.push(expression);
    while (!left.isEmpty()) {
      switch (left.pop()) {
        case Variable variable -> found.add(Mention.of(variable));
        case Literal.Text text -> found.addAll(in(text.value()));
        case Literal.Number _, Literal.Null _, Literal.Address _ -> {}
        case Expression.Not not -> left.push(not.operand());
        case Expression.Complement complement -> left.push(complement.operand());
        case Expression.Group group -> left.push(group.inner());
        case Expression.Binary binary -> {
          left.push(binary.right());
          left.push(binary.left());
        }
        case Call call ->
            call.arguments().reversed().stream()
                .map(Argument::value)
                .forEach(value -> value.ifPresent(left::push));
      }
    }
    return found;
  }

  /** {@return the variables in a text} */
  public static List<Mention> in(String text) {
    List<Mention> found = new ArrayList<>();
    int at = text.indexOf('$');
    while (at >= 0 && at + 1 < text.length()) {
      int end = at + 2;
      if (text.charAt(at + 1) == '(') {
        end = closing(text, at + 1);
        if (end < 0) {
          return found;
        }
        inner(text.substring(at + 2, end), found);
        end++;
      } else if (text.charAt(at + 1) != '$') {
        end = bare(text, at + 1, found);
        if (end < 0) {
          return found;
        }
      }
      at = text.indexOf('$', end);
    }
    return found;
  }

  private static int bare(String text, int start, List<Mention> found) {
    int end = name(text, start);
    String name = text.substring(start, end);
    String subname = "";
    if (end < text.length() && text.charAt(end) == '(' && !name.isEmpty()) {
      int close = closing(text, end);
      if (close < 0) {
        return -1;
      }
      subname = text.substring(end + 1, close);
      end = close + 1;
    }
    if (!name.isEmpty()) {
      found.add(new Mention(name, subname, List.of()));
    }
    return Math.max(end, start);
  }

  private static void inner(String text, List<Mention> found) {
    int start = text.startsWith("<") ? Math.max(0, text.indexOf('>') + 1) : 0;
    int end = name(text, start);
    if (end == start) {
      return;
    }
    String subname = "";
    int after = end;
    if (end < text.length() && text.charAt(end) == '(') {
      int close = closing(text, end);
      subname = text.substring(end + 1, close < 0 ? text.length() : close);
      after = close < 0 ? text.length() : close + 1;
    }
    List<String> transformations = new ArrayList<>();
    for (int at = text.indexOf('{', after); at >= 0; at = text.indexOf('{', at + 1)) {
      transformations.add(text.substring(at + 1, name(text, at + 1)));
    }
    found.add(new Mention(text.substring(start, end), subname, transformations));
  }

  private static int name(String text, int start) {
    int end = start;
    while (end < text.length()
        && (Character.isLetterOrDigit(text.charAt(end))
            || text.charAt(end) == '_'
            || (text.charAt(end) == '.'
                && end + 1 < text.length()
                && Character.isLetter(text.charAt(end + 1))))) {
      end++;
    }
    return end;
  }

  private static int closing(String text, int open) {
    int depth = 0;
    for (int at = open; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '(') {
        depth++;
      } else if (c == ')' && --depth == 0) {
        return at;
      }
    }
    return -1;
  }
}
