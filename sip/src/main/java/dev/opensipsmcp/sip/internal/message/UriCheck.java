package dev.opensipsmcp.sip.internal.message;

/** Holds URIs against the grammar (RFC 3261 section 25.1, RFC 3966, RFC 3986). */
public final class UriCheck {
  private static final int MOST_PORT = 65_535;

  private UriCheck() {}

  /**
   * {@return what is wrong with the URI in a stretch of text, a sentence; empty when nothing is}
   */
  public static String problem(String text, int from, int to) {
    int colon = text.indexOf(':', from);
    if (colon < 0
        || colon >= to
        || !Chars.all(Chars.SCHEME, text, from, colon)
        || Chars.in(Chars.DIGIT, text.charAt(from))) {
      return "It has no scheme such as sip: before it.";
    }
    if (is(text, from, colon, "sip") || is(text, from, colon, "sips")) {
      return sip(text, colon + 1, to);
    }
    if (is(text, from, colon, "tel")) {
      return tel(text, colon + 1, to);
    }
    return Chars.overEscaped(Chars.URI, text, colon + 1, to) < to
        ? "It holds a character that a URI has only escaped."
        : "";
  }

  private static boolean is(String text, int from, int to, String scheme) {
    return to - from == scheme.length() && text.regionMatches(true, from, scheme, 0, to - from);
  }

  private static String sip(String text, int from, int to) {
    int at = last(text, '@', from, to);
    int place = from;
    if (at >= from) {
      int user = Chars.overEscaped(Chars.USER, text, from, at);
      if (user == from) {
        return "The user part is empty or begins with a character that it has only escaped.";
      }
      if (user < at) {
        if (text.charAt(user) != ':') {
          return "The user part holds a character that it has only escaped.";
        }
        if (Chars.overEscaped(Chars.PASSWORD, text, user + 1, at) < at) {
          return "The password holds a character that it has only escaped.";
        }
      }
      place = at + 1;
    }
    int end = place;
    while (end < to && text.charAt(end) != ';' && text.charAt(end) != '?') {
      end++;
    }
    String host = place(text, place, end);
    return host.isEmpty() ? tail(text, end, to) : host;
  }

  /** Not beyond {@code from}: a long list of addresses is looked through once. */
  private static int last(String text, char wanted, int from, int to) {
    int at = to - 1;
    while (at >= from && text.charAt(at) != wanted) {
      at--;
    }
    return at >= from ? at : -1;
  }

  /** {@return what is wrong with a host and a port, which may be missing} */
  static String place(String text, int from, int to) {
    int end;
    if (from < to && text.charAt(from) == '[') {
      end = text.indexOf(']', from) + 1;
      if (end <= 0 || end > to || !address(text, from + 1, end - 1)) {
        return "Between the brackets stands no IPv6 address.";
      }
    } else {
      end = Chars.over(Chars.HOST, text, from, to);
      String problem = host(text, from, end);
      if (!problem.isEmpty()) {
        return problem;
      }
    }
    if (end == to) {
      return "";
    }
    if (text.charAt(end) != ':') {
      return "The host holds a character that no host has.";
    }
    return Chars.number(text, end + 1, to, MOST_PORT) < 0
        ? "The port is no number from 0 to 65535."
        : "";
  }

  private static boolean address(String text, int from, int to) {
    int colons = 0;
    for (int at = from; at < to; at++) {
      char c = text.charAt(at);
      colons += c == ':' ? 1 : 0;
      if (!Chars.in(Chars.HEX, c) && c != ':' && c != '.') {
        return false;
      }
    }
    return colons >= 2 && colons <= 8 && to - from <= 45;
  }

  private static String host(String text, int from, int to) {
    if (from == to) {
      return "It has no host.";
    }
    int label = Math.max(last(text, '.', from, to - 1) + 1, from);
    if (!Chars.in(Chars.DIGIT, text.charAt(label))) {
      return "";
    }
    // The last label begins with a digit only in an address.
    int at = from;
    for (int part = 0; part < 4; part++) {
      int end = Chars.over(Chars.DIGIT, text, at, to);
      boolean dot = part < 3 ? end < to && text.charAt(end) == '.' : end == to;
      if (!dot || Chars.number(text, at, end, 255) < 0) {
        return "The host is neither a name nor an address.";
      }
      at = end + 1;
    }
    return "";
  }

  /** Parameters and headers of a SIP URI. */
  private static String tail(String text, int from, int to) {
    int at = from;
    while (at < to && text.charAt(at) == ';') {
      int name = Chars.overEscaped(Chars.PARAMETER, text, at + 1, to);
      if (name == at + 1) {
        return "A parameter has no name.";
      }
      at = name;
      if (at < to && text.charAt(at) == '=') {
        at = Chars.overEscaped(Chars.PARAMETER, text, name + 1, to);
        if (at == name + 1) {
          return "A parameter has no value behind its equals sign.";
        }
      }
    }
    if (at < to && text.charAt(at) == '?') {
      return headers(text, at + 1, to);
    }
    return at < to ? "The parameters hold a character that they have only escaped." : "";
  }

  private static String headers(String text, int from, int to) {
    int at = from;
    while (true) {
      int name = Chars.overEscaped(Chars.HEADER, text, at, to);
      if (name == at || name >= to || text.charAt(name) != '=') {
        return "What stands behind the question mark is no list of headers.";
      }
      at = Chars.overEscaped(Chars.HEADER, text, name + 1, to);
      if (at == to) {
        return "";
      }
      if (text.charAt(at) != '&') {
        return "A header in it holds a character that it has only escaped.";
      }
      at++;
    }
  }

  private static String tel(String text, int from, int to) {
    int at = from < to && text.charAt(from) == '+' ? from + 1 : from;
    int end = Chars.over(Chars.PHONE, text, at, to);
    if (end == at || (end < to && text.charAt(end) != ';')) {
      return "It holds no telephone number.";
    }
    return Chars.overEscaped(Chars.URI, text, end, to) < to
        ? "The parameters hold a character that they have only escaped."
        : "";
  }
}
