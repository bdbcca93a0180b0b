package dev.opensipsmcp.cfg.internal.parse;

import dev.opensipsmcp.cfg.syntax.Span;
import dev.opensipsmcp.cfg.syntax.Token.Kind;

/**
 * Cuts a text into tokens as OpenSIPS's lexer does, where that can be told, and without ever losing
 * a character. What OpenSIPS skips without a word, such as a stray {@code @}, is a token of kind
 * {@link Kind#UNKNOWN}, as is a string without its end.
 */
final class Lexer {
  /** From here on a string has to end in its line, so that no text is looked through for ever. */
  private static final int MOST_ENDLESS = 20;

  private final String text;
  private final Problems problems;
  private final Addresses addresses;
  private final Variables variables;
  private final Tokens tokens;
  private int at;
  private int endless;

  private Lexer(String text, int start, int end, Problems problems) {
    this.text = text;
    this.problems = problems;
    at = start;
    addresses = new Addresses(text);
    variables = new Variables(text);
    tokens = new Tokens((end - start) / 3 + 1);
  }

  /** {@return what begins between two offsets, the first of which begins a token} */
  static Tokens tokens(String text, int start, int end, Problems problems) {
    Lexer lexer = new Lexer(text, start, end, problems);
    while (lexer.at < end) {
      lexer.next();
    }
    return lexer.tokens;
  }

  private void next() {
    char c = text.charAt(at);
    int space = spaces(at);
    if (space > at) {
      add(Kind.WHITE_SPACE, space);
    } else if (c == '#') {
      add(Kind.COMMENT, Characters.lineEnd(text, at));
    } else if (c == '/' && Characters.is(text, at + 1, '*')) {
      comment();
    } else if (c == '"' || c == '\'') {
      string(c);
    } else if (c == '$') {
      add(Kind.VARIABLE, variables.end(at));
    } else if (Characters.letter(c)) {
      word();
    } else if (Characters.digit(c)) {
      number();
    } else {
      sign();
    }
  }

  private void add(Kind kind, int end) {
    tokens.append(kind, at, end);
    at = end;
  }

  private int spaces(int start) {
    int end = start;
    while (end < text.length()) {
      char c = text.charAt(end);
      if (Characters.space(c)) {
        end++;
      } else if (c == '\\' && Characters.is(text, end + 1, '\n')) {
        end += 2;
      } else {
        break;
      }
    }
    return end;
  }

  private void comment() {
    int end = Comments.end(text, at);
    if (end == 0) {
      problems.add(
          new Span(at, at + 2),
          "This comment has no end.",
          "Close it with */, once for each /* in it: comments nest.");
    }
    add(Kind.COMMENT, end == 0 ? text.length() : end);
  }

  private void string(char quote) {
    int limit = endless < MOST_ENDLESS ? text.length() : Characters.lineEnd(text, at);
    int end = Quotes.end(text, at, limit);
    if (end > 0 && !Quotes.suspicious(text, at, end)) {
      add(Kind.TEXT, end);
      return;
    }
    endless++;
    problems.add(
        new Span(at, at + 1),
        "This string has no end.",
        "Close it with " + quote + " in this line.");
    add(Kind.UNKNOWN, Characters.lineEnd(text, at));
  }

  private void word() {
    int end = at + 1;
    while (end < text.length() && Characters.word(text.charAt(end))) {
      end++;
    }
    end = Hyphens.end(text, at, end);
    if (end - at <= 4 && Characters.is(text, end, ':')) {
      end = Math.max(end, addresses.end(at));
    }
    boolean include = Includes.word(text, at, end) && Includes.startsLine(text, at);
    add(Kind.WORD, end);
    if (include) {
      include();
    }
  }

  /**
   * OpenSIPS takes an include line as a whole: what follows the file's name means nothing to it.
   */
  private void include() {
    int space = Includes.blanks(text, at);
    int path = Includes.pathEnd(text, space);
    if (path == space) {
      return;
    }
    if (space > at) {
      add(Kind.WHITE_SPACE, space);
    }
    add(Kind.TEXT, path);
    int end = Characters.lineEnd(text, at);
    if (end > at) {
      boolean blank = text.substring(at, end).isBlank();
      add(blank ? Kind.WHITE_SPACE : Kind.COMMENT, end);
    }
  }

  private void number() {
    int address = addresses.end(at);
    if (address > at) {
      add(Kind.WORD, address);
      return;
    }
    boolean hex =
        text.charAt(at) == '0'
            && Characters.is(text, at + 1, 'x')
            && at + 2 < text.length()
            && Characters.hex(text.charAt(at + 2));
    int end = hex ? at + 2 : at;
    while (end < text.length()
        && (hex ? Characters.hex(text.charAt(end)) : Characters.digit(text.charAt(end)))) {
      end++;
    }
    add(Kind.NUMBER, end);
  }

  private boolean twoCharacterSign() {
    char first = text.charAt(at);
    return switch (at + 1 < text.length() ? text.charAt(at + 1) : ' ') {
      case '=' -> "=><!:+-/*%&|^".indexOf(first) >= 0;
      case '~' -> first == '=' || first == '!';
      case '<' -> first == '<';
      case '>' -> first == '>';
      case '&' -> first == '&';
      case '|' -> first == '|';
      default -> false;
    };
  }

  private void sign() {
    int address = text.charAt(at) == ':' ? addresses.end(at) : at;
    if (address > at) {
      add(Kind.WORD, address);
    } else if (twoCharacterSign()) {
      add(Kind.SIGN, at + 2);
    } else if ("=<>!&|^~+-*%/;:,.(){}[]".indexOf(text.charAt(at)) >= 0) {
      add(Kind.SIGN, at + 1);
    } else {
      add(Kind.UNKNOWN, at + Character.charCount(text.codePointAt(at)));
    }
  }
}
