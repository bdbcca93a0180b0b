package dev.opensipsmcp.sip.internal.message;

/** Holds values of Warning against the grammar (RFC 3261 section 20.43). */
final class WarningCheck {
  private WarningCheck() {}

  /** {@return what is wrong with a value, a sentence; empty when nothing is} */
  static String problem(String value) {
    int end = value.length();
    int at = 0;
    while (true) {
      at = Chars.overBlanks(value, at, end);
      int digits = Chars.over(Chars.DIGIT, value, at, end);
      if (digits - at != 3) {
        return "It does not begin with a code of three digits.";
      }
      int agent = Chars.overBlanks(value, digits, end);
      int quote = agent;
      while (quote < end && !Chars.isBlank(value.charAt(quote))) {
        quote++;
      }
      quote = Chars.overBlanks(value, quote, end);
      at =
          agent > digits && quote < end && value.charAt(quote) == '"'
              ? Chars.overQuoted(value, quote, end)
              : -1;
      if (at < 0) {
        return "Behind the code stand no agent and quoted text.";
      }
      at = Chars.overBlanks(value, at, end);
      if (at == end) {
        return "";
      }
      if (value.charAt(at) != ',') {
        return "Behind a warning stands what belongs to none.";
      }
      at++;
    }
  }
}
