package dev.opensipsmcp.cfg.internal.parse;

import dev.opensipsmcp.cfg.syntax.Span;
import dev.opensipsmcp.cfg.syntax.Token;
import dev.opensipsmcp.cfg.syntax.Token.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Walks over the tokens that mean something, and collects faults. */
final class Cursor {
  /** How deep things may nest; OpenSIPS's own parser has a limit too, and so has Java's stack. */
  static final int DEEPEST = 200;

  final String text;
  final Problems problems;
  private final Token[] tokens;
  private final Token end;
  private final Optional<Integer> lastComment;
  private int at;
  private int operatorAt = -1;
  private String operator = "";
  private int depth;

  Cursor(String text, List<Token> all, Problems problems) {
    this.text = text;
    this.problems = problems;
    List<Token> meant = new ArrayList<>(all.size());
    for (Token token : all) {
      if (means(text, token)) {
        meant.add(token);
      }
    }
    tokens = meant.toArray(Token[]::new);
    Token last = all.isEmpty() ? new Token(Kind.WORD, new Span(0, 0)) : all.getLast();
    lastComment =
        text.startsWith("/*", last.span().start())
            ? Optional.of(last.span().start())
            : Optional.empty();
    end = new Token(Kind.UNKNOWN, new Span(text.length(), text.length()));
  }

  /** OpenSIPS skips characters that begin nothing; a string without its end is a string to us. */
  private static boolean means(String text, Token token) {
    char first = text.charAt(token.span().start());
    return !token.blank() && (token.kind() != Kind.UNKNOWN || first == '"' || first == '\'');
  }

  Token peek() {
    return peek(0);
  }

  Token peek(int ahead) {
    return at + ahead < tokens.length ? tokens[at + ahead] : end;
  }

  Token next() {
    Token token = peek();
    at = Math.min(at + 1, tokens.length);
    return token;
  }

  boolean atEnd() {
    return at >= tokens.length;
  }

  int position() {
    return at;
  }

  /** {@return the tokens that were taken since a position} */
  List<Token> taken(int since) {
    return List.of(Arrays.copyOfRange(tokens, since, at));
  }

  /** {@return the offset behind the last token that was taken} */
  int behind() {
    return at == 0 ? 0 : tokens[at - 1].span().end();
  }

  /** {@return from an offset to the last token that was taken} */
  Span since(int start) {
    return new Span(start, Math.max(start, behind()));
  }

  /** {@return the place behind the last token that was taken} */
  Span gap() {
    return new Span(behind(), behind());
  }

  String text(Token token) {
    return token.span().in(text);
  }

  /** {@return what is written there, cut for a message} */
  String brief(Span span) {
    int most = 40;
    return span.end() - span.start() <= most
        ? span.in(text)
        : text.substring(span.start(), span.start() + most) + "...";
  }

  /** {@return the sign, or the word {@code and} or {@code or}, that is next; empty when none is} */
  String operator() {
    if (operatorAt != at) {
      operatorAt = at;
      operator = is(Kind.SIGN) || is("and") || is("or") ? text(peek()) : "";
    }
    return operator;
  }

  boolean is(Kind kind) {
    return peek().kind() == kind;
  }

  boolean is(int ahead, Kind kind) {
    return peek(ahead).kind() == kind;
  }

  boolean is(String word) {
    return is(0, word);
  }

  boolean is(int ahead, String word) {
    Token token = peek(ahead);
    Span span = token.span();
    return (token.kind() == Kind.WORD || token.kind() == Kind.SIGN)
        && span.end() - span.start() == word.length()
        && text.startsWith(word, span.start());
  }

  boolean take(String word) {
    boolean there = is(word);
    if (there) {
      at++;
    }
    return there;
  }

  /** {@return whether the next token is the first of its line} */
  boolean startsLine() {
    int end = Math.min(peek().span().start(), text.length());
    for (int from = behind(); from < end; from++) {
      if (text.charAt(from) == '\n') {
        return true;
      }
    }
    return at == 0;
  }

  /** {@return whether a comment without its end swallowed the rest} */
  boolean commented() {
    return atEnd() && lastComment.isPresent() && Comments.end(text, lastComment.get()) == 0;
  }

  /** {@return whether what was taken last is a string that swallowed the rest of its line} */
  boolean swallowed() {
    return at > 0 && tokens[at - 1].kind() == Kind.UNKNOWN;
  }

  /** {@return whether that sign was taken, or was swallowed by what stands before it} */
  boolean expect(String sign, String what) {
    if (take(sign)) {
      return true;
    }
    if (swallowed()) {
      return true;
    }
    if (at > 0 && tokens[at - 1].kind() == Kind.VARIABLE) {
      String variable = brief(tokens[at - 1].span());
      if (variable.endsWith(sign) && !sign.equals(")")) {
        problems.add(
            new Span(behind() - 1, behind()),
            "OpenSIPS takes " + variable + " as one variable.",
            "Put a blank before " + sign + " .");
        return true;
      }
    }
    problems.add(atEnd() || startsLine() ? gap() : peek().span(), what);
    return false;
  }

  /** {@return whether something may nest one level deeper; if so, {@link #leave()} when done} */
  boolean enter() {
    if (depth < DEEPEST) {
      depth++;
      return true;
    }
    problems.add(peek().span(), "This nests deeper than " + DEEPEST + " levels.");
    return false;
  }

  void leave() {
    depth--;
  }

  /** Skips to the bracket that closes what was opened before, and takes it. */
  void skipNested(String open, String close) {
    int level = 1;
    while (level > 0 && !atEnd()) {
      level += is(open) ? 1 : is(close) ? -1 : 0;
      at++;
    }
  }
}
