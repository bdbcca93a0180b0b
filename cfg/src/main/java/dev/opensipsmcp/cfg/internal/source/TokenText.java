package dev.opensipsmcp.cfg.internal.source;

import dev.opensipsmcp.cfg.syntax.Span;
import dev.opensipsmcp.cfg.syntax.SyntaxTree;
import dev.opensipsmcp.cfg.syntax.Token;

/** Looks at what tokens are, without taking copies. */
record TokenText(SyntaxTree tree) {
  boolean is(int index, String what) {
    if (index < 0 || index >= tree.tokens().size()) {
      return false;
    }
    Span span = tree.tokens().get(index).span();
    return span.end() - span.start() == what.length() && tree.text().startsWith(what, span.start());
  }

  /** {@return the index of the next token that is not blank; the size when there is none} */
  int after(int index) {
    int next = index + 1;
    while (next < tree.tokens().size() && tree.tokens().get(next).blank()) {
      next++;
    }
    return next;
  }

  String text(Token token) {
    return token.span().in(tree.text());
  }

  boolean starts(Token token, String with) {
    return tree.text().startsWith(with, token.span().start())
        && token.span().end() - token.span().start() >= with.length();
  }

  /** {@return whether only blanks stand before it in its line} */
  boolean startsLine(Token token) {
    int at = token.span().start();
    while (at > 0 && (tree.text().charAt(at - 1) == ' ' || tree.text().charAt(at - 1) == '\t')) {
      at--;
    }
    return at == 0 || tree.text().charAt(at - 1) == '\n';
  }

  /** {@return the offset of something within a token; -1 when it is not in it} */
  int within(Token token, String what) {
    int at = tree.text().indexOf(what, token.span().start(), token.span().end());
    return at >= 0 && at + what.length() <= token.span().end() ? at : -1;
  }
}
