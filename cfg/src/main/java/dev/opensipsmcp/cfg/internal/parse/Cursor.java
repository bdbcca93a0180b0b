package dev.opensipsmcp.cfg.internal.parse;

import dev.opensipsmcp.cfg.syntax.Span;
import dev.opensipsmcp.cfg.syntax.Token;
import dev.opensipsmcp.cfg.syntax.Token.Kind;
import java.util.List;
import java.util.Optional;

/** Walks over the tokens that mean something, and collects faults. */
final class Cursor {
  /** How deep things may nest; OpenSIPS's own parser has a limit too, and so has Java's stack. */
  static final int DEEPEST = 200;

  final String text;
  final Problems problems;

  /** Those that mean something, and the end of the text. */
  private final Tokens tokens;

  private final int last;
  private final Spellings spellings;
  private final Optional<Integer> lastComment;
  private int at;
  private int operatorAt = -1;
  private Operator operator = Operator.NONE;
  private int depth;

  Cursor(String text, Tokens all, Problems problems) {
    this.text = text;
    this.problems = problems;
    int end = all.isEmpty() ? 0 : all.end(all.size() - 1);
    spellings = Spellings.of(all.isEmpty() ? 0 : end - all.start(0));
    tokens = new Tokens(all.size() * 2 / 3 + 1);
    for (int index = 0; index < all.size(); index++) {
      if (means(text, all.kind(index), all.start(index))) {
        tokens.append(all.kind(index), all.start(index), all.end(index));
      }
    }
    last = tokens.size();
    tokens.append(Kind.UNKNOWN, end, end);
    int comment = all.isEmpty() ? 0 : all.start(all.size() - 1);
    lastComment = text.startsWith("/*", comment) ? Optional.of(comment) : Optional.empty();
  }

  /** OpenSIPS skips characters that begin nothing; a string without its end is a string to us. */
  private static boolean means(String text, Kind kind, int start) {
    return switch (kind) {
      case WHITE_SPACE, COMMENT -> false;
      case UNKNOWN -> text.charAt(start) == '"' || text.charAt(start) == '\'';
      case WORD, NUMBER, TEXT, VARIABLE, SIGN -> true;
    };
  }

  Token peek() {
    return peek(0);
  }

  Token peek(int ahead) {
    return tokens.get(index(ahead));
  }

  private int index(int ahead) {
    return Math.min(at + ahead, last);
  }

  /** {@return the offset where the next token begins} */
  int start() {
    return tokens.start(at);
  }

  Token next() {
    Token token = peek();
    at = index(1);
    return token;
  }

  boolean atEnd() {
    return at == last;
  }

  int position() {
    return at;
  }

  /** {@return the tokens that were taken since a position} */
  List<Token> taken(int since) {
    return List.copyOf(tokens.subList(since, at));
  }

  /** {@return the offset behind the last token that was taken} */
  int behind() {
    return at == 0 ? 0 : tokens.end(at - 1);
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
    return text(token.span());
  }

  /** {@return the characters of a token} */
  Chars chars(Span span) {
    return Chars.of(text, span, spellings);
  }

  /** {@return what is written there, where that is a word or sign} */
  String text(Span span) {
    return spellings.word(text, span.start(), span.end());
  }

  /** {@return the text of the next token} */
  String text() {
    return spellings.word(text, tokens.start(at), tokens.end(at));
  }

  /** {@return what is written there, cut for a message} */
  String brief(Span span) {
    int most = 40;
    return span.end() - span.start() <= most
        ? span.in(text)
        : text.substring(span.start(), span.start() + most) + "...";
  }

  /** {@return what the sign or word that is next does} */
  Operator operator() {
    if (operatorAt != at) {
      operatorAt = at;
      operator = is(Kind.SIGN) || is("and") || is("or") ? Operator.of(text()) : Operator.NONE;
    }
    return operator;
  }

  boolean is(Kind kind) {
    return tokens.kind(at) == kind;
  }

  boolean is(int ahead, Kind kind) {
    return tokens.kind(index(ahead)) == kind;
  }

  boolean is(String word) {
    return is(0, word);
  }

  boolean is(int ahead, String word) {
    int index = index(ahead);
    int start = tokens.start(index);
    return tokens.end(index) - start == word.length()
        && text.startsWith(word, start)
        && (tokens.kind(index) == Kind.WORD || tokens.kind(index) == Kind.SIGN);
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
    int end = start();
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

  /** {@return whether all was taken, and that sign last} */
  boolean ended(String sign) {
    return atEnd()
        && at > 0
        && text.startsWith(sign, tokens.start(at - 1))
        && behind() - tokens.start(at - 1) == sign.length();
  }

  /** {@return whether what was taken last is a string that swallowed the rest of its line} */
  boolean swallowed() {
    return at > 0 && tokens.kind(at - 1) == Kind.UNKNOWN;
  }

  /** {@return whether that sign was taken, or was swallowed by what stands before it} */
  boolean expect(String sign, String what) {
    if (take(sign)) {
      return true;
    }
    if (swallowed()) {
      return true;
    }
    if (at > 0 && tokens.kind(at - 1) == Kind.VARIABLE) {
      String variable = brief(tokens.get(at - 1).span());
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
