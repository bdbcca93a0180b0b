package dev.opensipsmcp.sip.internal.message;

import java.util.List;

/** Holds dates against the one form that SIP knows (RFC 3261 section 20.17). */
final class DateCheck {
  private static final List<String> DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
  private static final String SHAPE = "Aaa, 00 Aaa 0000 00:00:00 GMT";

  private DateCheck() {}

  /** {@return what is wrong with a date, a sentence; empty when nothing is} */
  static String problem(String value) {
    if (!value.endsWith(" GMT")) {
      return "The time zone is not GMT.";
    }
    boolean shaped = value.length() == SHAPE.length();
    for (int i = 0; shaped && i < SHAPE.length(); i++) {
      char c = SHAPE.charAt(i);
      char there = value.charAt(i);
      shaped =
          switch (c) {
            case '0' -> Chars.in(Chars.DIGIT, there);
            case 'A', 'a' -> Character.isLetter(there);
            default -> there == c;
          };
    }
    return shaped && DAYS.contains(value.substring(0, 3)) && MONTHS.contains(value.substring(8, 11))
        ? ""
        : "It is not written like Sat, 13 Nov 2010 23:29:00 GMT.";
  }
}
