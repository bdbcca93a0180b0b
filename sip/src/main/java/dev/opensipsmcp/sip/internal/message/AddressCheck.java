package dev.opensipsmcp.sip.internal.message;

/** Holds addresses with names and parameters against the grammar (RFC 3261 section 25.1). */
final class AddressCheck {
  /** How many addresses a value may hold. */
  enum Count {
    ONE,
    SEVERAL
  }

  private final String text;
  private final int end;
  private int at;

  private AddressCheck(String text) {
    this.text = text;
    this.end = text.length();
  }

  /** {@return what is wrong with a value, a sentence; empty when nothing is} */
  static String problem(String value, Count count) {
    if (value.equals("*") && count == Count.SEVERAL) {
      return "";
    }
    return new AddressCheck(value).all(count);
  }

  private String all(Count count) {
    while (true) {
      String problem = address();
      if (problem.isEmpty()) {
        at = Chars.overBlanks(text, at, end);
        problem = parameters();
      }
      if (!problem.isEmpty() || at == end) {
        return problem;
      }
      if (text.charAt(at) != ',') {
        return "Behind the address stands what is no parameter.";
      }
      if (count == Count.ONE) {
        return "It holds more than one value.";
      }
      at++;
    }
  }

  private String address() {
    at = Chars.overBlanks(text, at, end);
    if (at < end && text.charAt(at) == '"') {
      at = Chars.overQuoted(text, at, end);
      if (at < 0) {
        return "A quoted name has no closing quote.";
      }
      at = Chars.overBlanks(text, at, end);
      return at < end && text.charAt(at) == '<'
          ? bracketed()
          : "Behind the quoted name stands no address in angle brackets.";
    }
    int word = at;
    while (word < end
        && (Chars.in(Chars.TOKEN, text.charAt(word)) || Chars.isBlank(text.charAt(word)))) {
      word++;
    }
    if (word < end && text.charAt(word) == '<') {
      at = word;
      return bracketed();
    }
    if (word < end && text.charAt(word) == ':') {
      return plain();
    }
    return text.indexOf('<', word) >= 0
        ? "The name holds a character that it has only within quotes."
        : "It holds no address.";
  }

  private String bracketed() {
    int close = text.indexOf('>', at);
    if (close < 0) {
      return "An angle bracket has no closing one.";
    }
    String problem = UriCheck.problem(text, at + 1, close);
    at = close + 1;
    return problem;
  }

  private String plain() {
    int stop = at;
    while (stop < end
        && text.charAt(stop) != ';'
        && text.charAt(stop) != ','
        && !Chars.isBlank(text.charAt(stop))) {
      if (text.charAt(stop) == '?') {
        return "A URI with a question mark needs angle brackets around it.";
      }
      stop++;
    }
    String problem = UriCheck.problem(text, at, stop);
    at = stop;
    return problem;
  }

  private String parameters() {
    int stop = ParameterCheck.over(text, at, end);
    if (stop < 0) {
      return ParameterCheck.PROBLEM;
    }
    at = stop;
    return "";
  }
}
