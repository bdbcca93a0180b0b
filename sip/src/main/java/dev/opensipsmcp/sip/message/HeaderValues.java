package dev.opensipsmcp.sip.message;

import dev.opensipsmcp.sip.internal.message.Ascii;
import dev.opensipsmcp.sip.internal.message.Cursor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads values of header fields. What can't be read is left out, never an exception. */
public final class HeaderValues {
  private HeaderValues() {}

  /** {@return a CSeq value} */
  public static Optional<CSeq> cseq(String value) {
    String text = Ascii.strip(value);
    int blank = 0;
    while (blank < text.length() && text.charAt(blank) >= '0' && text.charAt(blank) <= '9') {
      blank++;
    }
    String method = Ascii.word(Ascii.strip(text.substring(blank)));
    long number = number(text.substring(0, blank));
    return number < 0 || method.isEmpty()
        ? Optional.empty()
        : Optional.of(new CSeq(number, method));
  }

  /** {@return a whole number; -1 when the value is none, or too large for 63 bits} */
  public static long number(String value) {
    if (value.isEmpty()) {
      return -1;
    }
    long number = 0;
    for (int at = 0; at < value.length(); at++) {
      char c = value.charAt(at);
      if (c < '0' || c > '9' || number > (Long.MAX_VALUE - 9) / 10) {
        return -1;
      }
      number = 10 * number + c - '0';
    }
    return number;
  }

  /** {@return the parameters of a text that begins with a semicolon, by name in lower case} */
  public static Map<String, String> parameters(String text) {
    return parameters(new Cursor(text));
  }

  /** {@return the first address of a From, To, Contact, Route or like value} */
  public static Optional<NameAddr> nameAddr(String value) {
    return NameAddrs.read(new Cursor(value));
  }

  /** {@return the addresses of such values, each of which may hold several} */
  public static List<NameAddr> nameAddrs(List<String> values) {
    List<NameAddr> all = new ArrayList<>();
    for (String value : values) {
      for (String part : split(value)) {
        nameAddr(part).ifPresent(all::add);
      }
    }
    return all;
  }

  /** {@return the hops of Via values, each of which may hold several} */
  public static List<Via> vias(List<String> values) {
    List<Via> all = new ArrayList<>();
    for (String value : values) {
      for (String part : split(value)) {
        via(part).ifPresent(all::add);
      }
    }
    return all;
  }

  /** {@return one hop of a Via value} */
  public static Optional<Via> via(String value) {
    Cursor cursor = new Cursor(value);
    String protocol = Ascii.strip(cursor.until("/"));
    cursor.skip(1);
    String version = Ascii.strip(cursor.until("/"));
    cursor.skip(1);
    String transport = cursor.token();
    cursor.blanks();
    String sentBy = Ascii.strip(cursor.until(";"));
    if (!protocol.equalsIgnoreCase("SIP") || version.isEmpty() || sentBy.isEmpty()) {
      return Optional.empty();
    }
    return SipUris.hostAndPort(sentBy)
        .map(place ->
            new Via(
                transport.toUpperCase(Locale.ROOT),
                place.host(),
                place.port(),
                parameters(cursor)));
  }

  /** {@return the parameters that begin with a semicolon here, by name in lower case} */
  static Map<String, String> parameters(Cursor cursor) {
    Map<String, String> parameters = new LinkedHashMap<>();
    while (cursor.blanks().next() == ';') {
      cursor.skip(1).blanks();
      String name = Ascii.strip(cursor.until("=;,")).toLowerCase(Locale.ROOT);
      String value = "";
      if (cursor.next() == '=') {
        cursor.skip(1).blanks();
        value = cursor.next() == '"' ? cursor.quoted() : Ascii.strip(cursor.until(";,"));
      }
      if (!name.isEmpty()) {
        parameters.putIfAbsent(name, value);
      }
    }
    return parameters;
  }

  /** {@return a value's parts between commas that stand in neither quotes nor angle brackets} */
  public static List<String> split(String value) {
    List<String> parts = new ArrayList<>();
    boolean quoted = false;
    int angle = 0;
    int from = 0;
    for (int at = 0; at < value.length(); at++) {
      char c = value.charAt(at);
      if (quoted && c == '\\') {
        at++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && c == '<') {
        angle++;
      } else if (!quoted && c == '>') {
        angle--;
      } else if (!quoted && angle <= 0 && c == ',') {
        parts.add(Ascii.strip(value.substring(from, at)));
        from = at + 1;
      }
    }
    parts.add(Ascii.strip(value.substring(from)));
    return parts;
  }
}
