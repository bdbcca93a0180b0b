package dev.opensipsmcp.sip.internal.message;

/** Holds values of Via against the grammar (RFC 3261 section 20.42). */
final class ViaCheck {
  private ViaCheck() {}

  /** {@return what is wrong with a value, a sentence; empty when nothing is} */
  static String problem(String text) {
    int end = text.length();
    int at = 0;
    while (true) {
      at = word(text, at, '/', end);
      at = at < 0 ? at : word(text, at, '/', end);
      if (at < 0) {
        return "A hop does not begin with SIP/2.0/ and a transport.";
      }
      int transport = Chars.overBlanks(text, at, end);
      int behind = Chars.over(Chars.TOKEN, text, transport, end);
      int host = Chars.overBlanks(text, behind, end);
      if (behind == transport || host == behind) {
        return "A hop has no transport followed by a blank.";
      }
      int stop = host;
      while (stop < end && text.charAt(stop) != ';' && text.charAt(stop) != ',') {
        stop++;
      }
      String problem = place(text, host, stop);
      if (!problem.isEmpty()) {
        return problem;
      }
      at = ParameterCheck.over(text, stop, end);
      if (at < 0) {
        return ParameterCheck.PROBLEM;
      }
      if (at == end) {
        return "";
      }
      if (text.charAt(at) != ',') {
        return "Behind a hop stands what is no parameter.";
      }
      at++;
    }
  }

  /** {@return behind the sign that follows a word, or -1} */
  private static int word(String text, int from, char sign, int end) {
    int start = Chars.overBlanks(text, from, end);
    int at = Chars.over(Chars.TOKEN, text, start, end);
    int mark = Chars.overBlanks(text, at, end);
    return at > start && mark < end && text.charAt(mark) == sign ? mark + 1 : -1;
  }

  /** Blanks may stand around the colon before the port. */
  private static String place(String text, int from, int to) {
    int end = to;
    while (end > from && Chars.isBlank(text.charAt(end - 1))) {
      end--;
    }
    int blank = from;
    while (blank < end && !Chars.isBlank(text.charAt(blank))) {
      blank++;
    }
    if (blank == end) {
      return UriCheck.place(text, from, end);
    }
    String close = text.substring(from, end).replace(" ", "").replace("\t", "");
    return UriCheck.place(close, 0, close.length());
  }
}
