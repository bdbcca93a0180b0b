package dev.opensipsmcp.cfg.internal.parse;

import dev.opensipsmcp.cfg.syntax.Literal;
import dev.opensipsmcp.cfg.syntax.Span;
import dev.opensipsmcp.cfg.syntax.Token;
import dev.opensipsmcp.cfg.syntax.Token.Kind;
import dev.opensipsmcp.cfg.syntax.Variable;
import dev.opensipsmcp.cfg.syntax.Word;
import java.util.Optional;
import java.util.Set;

/** Reads what is written out: strings, numbers, words, addresses; and variables. */
final class Values {
  /** OpenSIPS's lexer makes 1 and 0 of these words, wherever they stand. */
  private static final Set<String> YES = Set.of("yes", "true", "on", "enable");

  private static final Set<String> NO = Set.of("no", "false", "off", "disable");

  private final Cursor cursor;

  Values(Cursor cursor) {
    this.cursor = cursor;
  }

  /** {@return whether a string is next, closed or not} */
  boolean isText() {
    return cursor.is(Kind.TEXT) || (cursor.is(Kind.UNKNOWN) && !cursor.atEnd());
  }

  /** {@return the string that is next} */
  Literal.Text text() {
    Span span = cursor.next().span();
    return new Literal.Text(Escapes.value(cursor.text, span), true, span);
  }

  /** {@return the strings that are next, joined} */
  Literal.Text joinedText() {
    Span span = cursor.next().span();
    while (cursor.is(Kind.TEXT)) {
      span = span.to(cursor.next().span());
    }
    return new Literal.Text(Escapes.value(cursor.text, span), true, span);
  }

  /** {@return the string that is next, with a fault if others follow it} */
  Literal.Text singleText() {
    Literal.Text first = text();
    if (!cursor.is(Kind.TEXT)) {
      return first;
    }
    Span second = cursor.peek().span();
    while (cursor.is(Kind.TEXT)) {
      cursor.next();
    }
    cursor.problems.add(
        second,
        "Strings are joined only in modparam and in log texts.",
        "Make one string of them, or join them with + in brackets or an assignment.");
    Span all = cursor.since(first.span().start());
    return new Literal.Text(Escapes.value(cursor.text, all), true, all);
  }

  /** {@return the number that is next, with its sign} */
  Optional<Literal.Number> number() {
    Token first = cursor.peek();
    boolean sign = cursor.is("-") || cursor.is("+");
    Token digits = cursor.peek(sign ? 1 : 0);
    Optional<Long> value = value(digits);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (sign) {
      cursor.next();
    }
    cursor.next();
    long signed =
        sign && cursor.text.charAt(first.span().start()) == '-' ? -value.get() : value.get();
    return Optional.of(new Literal.Number(signed, first.span().to(digits.span())));
  }

  private Optional<Long> value(Token token) {
    String text =
        token.kind() == Kind.NUMBER || token.kind() == Kind.WORD ? cursor.text(token) : "";
    if (token.kind() == Kind.WORD) {
      return YES.contains(text)
          ? Optional.of(1L)
          : NO.contains(text) ? Optional.of(0L) : Optional.empty();
    }
    return token.kind() == Kind.NUMBER ? Optional.of(Numbers.value(text)) : Optional.empty();
  }

  /** {@return the variable that is next} */
  Variable variable() {
    Span span = cursor.next().span();
    Chars chars = cursor.chars(span);
    return new VariableReader(chars, span.start(), cursor.problems).variable();
  }

  /** {@return the address or network that is next} */
  Optional<Literal.Address> address() {
    int start = cursor.start();
    boolean brackets = cursor.is("[") && isAddress(1) && cursor.is(2, "]");
    if (!brackets && !isAddress(0)) {
      return Optional.empty();
    }
    for (int count = brackets ? 3 : 1; count > 0; count--) {
      cursor.next();
    }
    Span span = cursor.since(start);
    return Optional.of(new Literal.Address(span.in(cursor.text), span));
  }

  boolean isAddress(int ahead) {
    Token token = cursor.peek(ahead);
    if (token.kind() != Kind.WORD) {
      return false;
    }
    for (int at = token.span().start(); at < token.span().end(); at++) {
      char c = cursor.text.charAt(at);
      if (c == ':' || c == '.') {
        return true;
      }
    }
    return false;
  }

  boolean isNull() {
    return cursor.is("NULL") || cursor.is("null");
  }

  /** {@return the word that is next} */
  Word word() {
    Span span = cursor.next().span();
    return new Word(cursor.text(span), span);
  }

  /** {@return nothing, where a value should be} */
  Literal missing(String what) {
    if (!cursor.swallowed()) {
      cursor.problems.add(
          cursor.atEnd() || cursor.startsLine() ? cursor.gap() : cursor.peek().span(), what);
    }
    return new Literal.Text("", false, cursor.gap());
  }
}
