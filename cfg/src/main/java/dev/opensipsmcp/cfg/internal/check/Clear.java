package dev.opensipsmcp.cfg.internal.check;

import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.Span;
import dev.opensipsmcp.cfg.syntax.Token;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the text of a definition with a small syntax of its own, comments left out, step by step.
 */
final class Clear {
  private static final Pattern BLANK = Pattern.compile("\\s*+");

  private final int start;
  private final Matcher matcher;
  private int position;
  private MatchResult taken;

  /**
   * Makes the reader of what stands behind the equals sign.
   *
   * @param item the definition
   * @param text the whole file
   */
  Clear(Item.Special item, String text) {
    start = item.span().start();
    int equals = item.tokens().get(1).span().end();
    StringBuilder clear = new StringBuilder(" ".repeat(item.span().end() - start));
    for (Token token : item.tokens()) {
      int from = token.span().start() - start;
      if (token.span().start() >= equals && token.span().end() <= item.span().end()) {
        clear.replace(from, token.span().end() - start, token.span().in(text));
      }
    }
    matcher = BLANK.matcher(clear);
    position = equals - start;
    taken = matcher.toMatchResult();
  }

  /** Takes what is next if it looks so, blanks before it aside, and tells whether it did. */
  boolean take(Pattern what) {
    skip();
    if (at(what)) {
      position = matcher.end();
      taken = matcher.toMatchResult();
      return true;
    }
    return false;
  }

  /** {@return a group of what was taken last; empty where it took no part} */
  String group(int number) {
    String group = taken.group(number);
    return group == null ? "" : group;
  }

  /** {@return whether nothing is left} */
  boolean atEnd() {
    skip();
    return position >= matcher.regionEnd();
  }

  /** {@return where it is, up to the next blank at most} */
  Span here() {
    int at = start + position;
    return new Span(at, Math.min(at + 1, start + matcher.regionEnd()));
  }

  private void skip() {
    if (at(BLANK)) {
      position = matcher.end();
    }
  }

  private boolean at(Pattern what) {
    matcher.usePattern(what);
    matcher.region(position, matcher.regionEnd());
    return matcher.lookingAt();
  }
}
