package dev.opensipsmcp.sip.internal.message;

/** A place in a text that moves forward only. */
public final class Cursor {
  /** What {@link #next} answers at the end. */
  public static final char END = '\0';

  private final String text;
  private int at;

  /** Stands at the beginning of a text. */
  public Cursor(String text) {
    this.text = text;
  }

  /** {@return the character here, or {@link #END}} */
  public char next() {
    return at < text.length() ? text.charAt(at) : END;
  }

  /** Goes past so many characters, at most to the end. */
  public Cursor skip(int count) {
    at = Math.min(text.length(), at + count);
    return this;
  }

  /** Goes past blanks. */
  public Cursor blanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return this;
  }

  /** {@return what stands before the first of these characters, or all; goes past it} */
  public String until(String stops) {
    int from = at;
    while (at < text.length() && stops.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(from, at);
  }

  /** {@return what stands before the next blank; goes past it} */
  public String token() {
    blanks();
    int from = at;
    while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return text.substring(from, at);
  }

  /** {@return what a quoted string that begins here holds, unescaped; goes past it} */
  public String quoted() {
    StringBuilder value = new StringBuilder();
    at++;
    while (at < text.length() && text.charAt(at) != '"') {
      if (text.charAt(at) == '\\' && at + 1 < text.length()) {
        at++;
      }
      value.append(text.charAt(at));
      at++;
    }
    skip(1);
    return value.toString();
  }

  /** {@return whether one character comes, and before the other if that comes at all} */
  public boolean comesBefore(char wanted, char other) {
    int found = at;
    while (found < text.length() && text.charAt(found) != wanted && text.charAt(found) != other) {
      found++;
    }
    return found < text.length() && text.charAt(found) == wanted;
  }

  /** {@return all that is left} */
  public String rest() {
    return text.substring(at);
  }
}
