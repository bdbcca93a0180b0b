package dev.opensipsmcp.sip.internal.message;

/** Goes over the parameters of a header. */
final class ParameterCheck {
  static final String PROBLEM = "A parameter is empty, or its value is no word and not quoted.";

  private ParameterCheck() {}

  /**
   * {@return behind the parameters that begin here, none of which is fine too; -1 if one is bad}
   */
  static int over(String text, int from, int end) {
    int at = Chars.overBlanks(text, from, end);
    while (at < end && text.charAt(at) == ';') {
      int name = Chars.overBlanks(text, at + 1, end);
      at = Chars.over(Chars.TOKEN, text, name, end);
      if (at == name) {
        return -1;
      }
      at = Chars.overBlanks(text, at, end);
      if (at < end && text.charAt(at) == '=') {
        int value = Chars.overBlanks(text, at + 1, end);
        boolean quoted = value < end && text.charAt(value) == '"';
        at =
            quoted ? Chars.overQuoted(text, value, end) : Chars.over(Chars.VALUE, text, value, end);
        if (at <= value) {
          return -1;
        }
        at = Chars.overBlanks(text, at, end);
      }
    }
    return at;
  }
}
