package dev.opensipsmcp.cfg.internal.migrate;

import dev.opensipsmcp.cfg.syntax.Span;
import java.util.Optional;
import java.util.function.Consumer;

/** Finds the variables in a piece of text, those within others included. */
final class VariableScan {
  private final String text;
  private final int end;

  private VariableScan(String text, int end) {
    this.text = text;
    this.end = end;
  }

  /**
   * Reports every variable, outer ones first.
   *
   * @param text the whole text
   * @param part where to look
   * @param found what is told of each
   */
  static void each(String text, Span part, Consumer<VariableUse> found) {
    VariableScan scan = new VariableScan(text, part.end());
    int at = part.start();
    while (at < part.end()) {
      if (text.charAt(at) != '$') {
        at++;
      } else if (at + 1 < part.end() && text.charAt(at + 1) == '$') {
        at += 2;
      } else {
        scan.at(at).ifPresent(found);
        // Only past the sign and an opening bracket: what is inside is looked at as well.
        at += 1;
      }
    }
  }

  /**
   * {@return the variable that is all of a piece of text, if it is one}
   *
   * @param text the whole text
   * @param part the piece
   */
  static Optional<VariableUse> whole(String text, Span part) {
    return part.start() < part.end() && text.charAt(part.start()) == '$'
        ? new VariableScan(text, part.end()).at(part.start()).filter(u -> u.span().equals(part))
        : Optional.empty();
  }

  private Optional<VariableUse> at(int dollar) {
    int start = dollar + 1;
    boolean wrapped = start < end && text.charAt(start) == '(';
    if (wrapped) {
      start++;
    }
    if (start < end && text.charAt(start) == '<') {
      start = closing(start, '<', '>') + 1;
    }
    int name = start;
    while (name < end && inName(text.charAt(name))) {
      name++;
    }
    while (name > start && text.charAt(name - 1) == '.') {
      name--;
    }
    if (name == start) {
      return Optional.empty();
    }
    int at = name;
    Optional<String> subname = Optional.empty();
    Optional<String> index = Optional.empty();
    if (at < end && text.charAt(at) == '(') {
      int close = closing(at, '(', ')');
      if (close >= end) {
        return Optional.empty();
      }
      subname = Optional.of(text.substring(at + 1, close));
      at = close + 1;
    }
    if (wrapped && at < end && text.charAt(at) == '[') {
      int close = closing(at, '[', ']');
      if (close >= end) {
        return Optional.empty();
      }
      index = Optional.of(text.substring(at + 1, close));
      at = close + 1;
    }
    int last = wrapped ? closing(dollar + 1, '(', ')') + 1 : at;
    if (last > end) {
      return Optional.empty();
    }
    return Optional.of(
        new VariableUse(
            text.substring(start, name),
            subname,
            index,
            wrapped,
            new Span(start, at),
            new Span(dollar, last)));
  }

  /** The offset of the bracket that closes the one at {@code from}; the end when none does. */
  private int closing(int from, char open, char close) {
    int depth = 0;
    // A bracket far away belongs to something else; the limit keeps hostile input linear.
    int limit = Math.min(end, from + 300);
    for (int at = from; at < limit; at++) {
      char c = text.charAt(at);
      if (c == open) {
        depth++;
      } else if (c == close && --depth == 0) {
        return at;
      }
    }
    return end;
  }

  private static boolean inName(char c) {
    return c == '_' || c == '.' || (c < 128 && Character.isLetterOrDigit(c));
  }
}
