package dev.opensipsmcp.sip.internal.message;

/** Holds values of headers against the rules of their names. */
final class ValueCheck {
  private static final long MOST_SECONDS = 0xffff_ffffL;
  private static final long MOST_CSEQ = 0x7fff_ffffL;

  private ValueCheck() {}

  /** {@return what is wrong with a value, a sentence; empty when nothing is} */
  static String problem(Known known, String value) {
    return switch (known.form()) {
      case VIA -> ViaCheck.problem(value);
      case ADDRESS -> AddressCheck.problem(value, AddressCheck.Count.ONE);
      case ADDRESSES -> AddressCheck.problem(value, AddressCheck.Count.SEVERAL);
      case CONTACT -> contact(value);
      case CALL_ID -> callId(value);
      case CSEQ -> cseq(value);
      case RACK -> rack(value);
      case BYTE -> number(value, 255, "It is no number from 0 to 255.");
      case LENGTH -> number(value, Integer.MAX_VALUE, "It is not a whole number.");
      case SECONDS -> number(value, MOST_SECONDS, "It is no number from 0 to 2^32 - 1.");
      case SECONDS_FIRST -> secondsFirst(value);
      case WARNING -> WarningCheck.problem(value);
      case DATE -> DateCheck.problem(value);
      case MEDIA_TYPE -> mediaType(value);
      case ANY -> "";
    };
  }

  private static String number(String value, long most, String problem) {
    return Chars.number(value, 0, value.length(), most) < 0 ? problem : "";
  }

  private static String contact(String value) {
    String problem = AddressCheck.problem(value, AddressCheck.Count.SEVERAL);
    int at = problem.isEmpty() ? value.indexOf("expires") : -1;
    while (at >= 0) {
      int sign = Chars.overBlanks(value, at + 7, value.length());
      if (at > 0 && ";\t ".indexOf(value.charAt(at - 1)) >= 0 && starts(value, sign, '=')) {
        int from = Chars.overBlanks(value, sign + 1, value.length());
        int to = Chars.over(Chars.DIGIT, value, from, value.length());
        if (Chars.number(value, from, to, MOST_SECONDS) < 0) {
          return "The parameter expires is no number from 0 to 2^32 - 1.";
        }
      }
      at = value.indexOf("expires", at + 7);
    }
    return problem;
  }

  private static boolean starts(String value, int at, char c) {
    return at < value.length() && value.charAt(at) == c;
  }

  private static String callId(String value) {
    int end = value.length();
    int at = Chars.over(Chars.WORD, value, 0, end);
    if (at > 0 && at < end && value.charAt(at) == '@') {
      int host = Chars.over(Chars.WORD, value, at + 1, end);
      at = host > at + 1 ? host : at;
    }
    return at == end && end > 0 ? "" : "It is not one word, or two around an at sign.";
  }

  private static String cseq(String value) {
    int end = value.length();
    int digits = Chars.over(Chars.DIGIT, value, 0, end);
    if (Chars.number(value, 0, digits, MOST_CSEQ) < 0) {
      return "It does not begin with a number below 2^31.";
    }
    int method = Chars.overBlanks(value, digits, end);
    return method > digits && Chars.all(Chars.TOKEN, value, method, end)
        ? ""
        : "Behind the number stands no method.";
  }

  private static String rack(String value) {
    int digits = Chars.over(Chars.DIGIT, value, 0, value.length());
    int next = Chars.overBlanks(value, digits, value.length());
    return digits > 0 && next > digits && Chars.number(value, 0, digits, MOST_SECONDS) >= 0
        ? cseq(value.substring(next))
        : "It does not begin with two numbers.";
  }

  /** Seconds, behind which a comment and parameters may stand. */
  private static String secondsFirst(String value) {
    int end = value.length();
    int digits = Chars.over(Chars.DIGIT, value, 0, end);
    if (Chars.number(value, 0, digits, MOST_SECONDS) < 0) {
      return "It does not begin with a number of seconds below 2^32.";
    }
    int at = Chars.overBlanks(value, digits, end);
    if (at < end && value.charAt(at) == '(') {
      at = value.lastIndexOf(')') + 1;
      if (at == 0) {
        return "A comment has no closing bracket.";
      }
    }
    return ParameterCheck.over(value, at, end) == end ? "" : ParameterCheck.PROBLEM;
  }

  private static String mediaType(String value) {
    int end = value.length();
    int slash = Chars.over(Chars.TOKEN, value, 0, end);
    int mark = Chars.overBlanks(value, slash, end);
    if (slash == 0 || !starts(value, mark, '/')) {
      return "It is no type and subtype with a slash between.";
    }
    int sub = Chars.overBlanks(value, mark + 1, end);
    int at = Chars.over(Chars.TOKEN, value, sub, end);
    return at > sub && ParameterCheck.over(value, at, end) == end
        ? ""
        : "Behind the slash stands no subtype with parameters.";
  }
}
