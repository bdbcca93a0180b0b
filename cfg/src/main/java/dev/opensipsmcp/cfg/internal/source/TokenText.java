package dev.opensipsmcp.cfg.internal.source;

import dev.opensipsmcp.cfg.internal.parse.Tokens;
import dev.opensipsmcp.cfg.syntax.Span;
import dev.opensipsmcp.cfg.syntax.SyntaxTree;
import dev.opensipsmcp.cfg.syntax.Token.Kind;

/** Looks at what tokens are, by their index, without taking copies. */
record TokenText(String text, Tokens tokens) {
  TokenText(SyntaxTree tree) {
    this(tree.text(), Tokens.of(tree.tokens()));
  }

  boolean is(int index, String what) {
    return index < tokens.size()
        && tokens.end(index) - tokens.start(index) == what.length()
        && text.startsWith(what, tokens.start(index));
  }

  boolean is(int index, Kind kind) {
    return index < tokens.size() && tokens.kind(index) == kind;
  }

  /** {@return the index of the next token that is not blank; the size when there is none} */
  int after(int index) {
    int next = index + 1;
    while (is(next, Kind.WHITE_SPACE) || is(next, Kind.COMMENT)) {
      next++;
    }
    return next;
  }

  String text(int index) {
    return text.substring(tokens.start(index), tokens.end(index));
  }

  Span span(int index) {
    return new Span(tokens.start(index), tokens.end(index));
  }

  boolean starts(int index, String with) {
    return text.startsWith(with, tokens.start(index))
        && tokens.end(index) - tokens.start(index) >= with.length();
  }

  /** {@return whether only blanks stand before it in its line} */
  boolean startsLine(int index) {
    int at = tokens.start(index);
    while (at > 0 && (text.charAt(at - 1) == ' ' || text.charAt(at - 1) == '\t')) {
      at--;
    }
    return at == 0 || text.charAt(at - 1) == '\n';
  }

  /** {@return whether something stands within a token} */
  boolean holds(int index, String what) {
    return text.indexOf(what, tokens.start(index), tokens.end(index)) >= 0;
  }
}
