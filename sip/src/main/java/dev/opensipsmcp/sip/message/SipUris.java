package dev.opensipsmcp.sip.message;

import dev.opensipsmcp.sip.internal.message.Ascii;
import dev.opensipsmcp.sip.internal.message.Cursor;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads URIs. */
public final class SipUris {
  private SipUris() {}

  /**
   * A host, and a port where one is given.
   *
   * @param host in lower case, IPv6 without brackets
   * @param port 1 to 65535, or 0 when not given
   */
  public record Place(String host, int port) {}

  /** {@return a URI, if it can be read} */
  public static Optional<SipUri> parse(String text) {
    int colon = text.indexOf(':');
    if (colon <= 0 || !isScheme(text, colon)) {
      return Optional.empty();
    }
    String scheme = text.substring(0, colon).toLowerCase(Locale.ROOT);
    return switch (scheme) {
      case "sip", "sips" -> sip(scheme, text, colon + 1);
      case "tel" -> tel(text, colon + 1);
      default -> Optional.of(new SipUri(scheme, Optional.empty(), "", 0, Map.of(), text));
    };
  }

  private static boolean isScheme(String text, int end) {
    for (int at = 0; at < end; at++) {
      char c = text.charAt(at);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!letter && (at == 0 || !((c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.'))) {
        return false;
      }
    }
    return true;
  }

  private static Optional<SipUri> sip(String scheme, String text, int from) {
    // A user part may hold ';' and '?', so the last '@' before any header decides.
    int at = text.lastIndexOf('@');
    Optional<String> user = Optional.empty();
    String shown = text;
    if (at > from) {
      String info = text.substring(from, at);
      int colon = info.indexOf(':');
      user = Optional.of(unescaped(colon < 0 ? info : info.substring(0, colon)));
      if (colon >= 0) {
        shown = text.substring(0, from + colon + 1) + "***" + text.substring(at);
      }
    }
    Cursor cursor = new Cursor(text.substring(at < from ? from : at + 1));
    Optional<String> who = user;
    String whole = shown;
    return hostAndPort(Ascii.strip(cursor.until(";?")))
        .map(place ->
            new SipUri(
                scheme,
                who,
                place.host(),
                place.port(),
                HeaderValues.parameters(new Cursor(cursor.until("?"))),
                whole));
  }

  private static Optional<SipUri> tel(String text, int from) {
    Cursor cursor = new Cursor(text.substring(from));
    String number = Ascii.strip(cursor.until(";"));
    return number.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new SipUri("tel", Optional.of(number), "", 0, HeaderValues.parameters(cursor), text));
  }

  /** {@return a host with or without a port, if it can be read} */
  public static Optional<Place> hostAndPort(String text) {
    int end = text.startsWith("[") ? text.indexOf(']') : -1;
    int colon = text.indexOf(':', Math.max(end, 0));
    String host = end > 0 ? text.substring(1, end) : colon < 0 ? text : text.substring(0, colon);
    host = Ascii.strip(host);
    if (host.isEmpty() || host.indexOf(' ') >= 0) {
      return Optional.empty();
    }
    if (colon < 0) {
      return Optional.of(new Place(Ascii.strip(host).toLowerCase(Locale.ROOT), 0));
    }
    String port = Ascii.strip(text.substring(colon + 1));
    boolean number =
        !port.isEmpty() && port.length() <= 5 && port.chars().allMatch(c -> c >= '0' && c <= '9');
    int value = number ? Integer.parseInt(port) : -1;
    return value < 0 || value > 65_535
        ? Optional.empty()
        : Optional.of(new Place(Ascii.strip(host).toLowerCase(Locale.ROOT), value));
  }

  static String unescaped(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    byte[] in = text.getBytes(StandardCharsets.UTF_8);
    byte[] out = new byte[in.length];
    int length = 0;
    for (int at = 0; at < in.length; at++) {
      int high = in[at] == '%' && at + 2 < in.length ? Character.digit(in[at + 1], 16) : -1;
      int low = high < 0 ? -1 : Character.digit(in[at + 2], 16);
      if (low >= 0) {
        out[length++] = (byte) (high << 4 | low);
        at += 2;
      } else {
        out[length++] = in[at];
      }
    }
    return new String(out, 0, length, StandardCharsets.UTF_8);
  }
}
