package dev.opensipsmcp.server.toolset.common;

import java.util.Locale;
import java.util.regex.Pattern;

/** The few parts of a SIP URI that tell who it names and how a phone is reached. */
public final class SipAddress {
  /** Private and shared address space (RFC 1918, RFC 6598), link-local, loopback, local IPv6. */
  private static final Pattern PRIVATE =
      Pattern.compile(
          "10\\..*|192\\.168\\..*|172\\.(1[6-9]|2[0-9]|3[01])\\..*|127\\..*|169\\.254\\..*"
              + "|100\\.(6[4-9]|[7-9][0-9]|1[01][0-9]|12[0-7])\\..*|::1|f[cd].*:.*|fe[89ab].*:.*"
              + "|.*\\.invalid");

  private SipAddress() {}

  /** {@return the host of a SIP URI, without brackets and port; empty when there is none} */
  public static String host(String uri) {
    int from = uri.indexOf(':') + 1;
    int end = from;
    while (end < uri.length() && ";?>".indexOf(uri.charAt(end)) < 0) {
      end++;
    }
    int at = uri.lastIndexOf('@', end - 1);
    String place = uri.substring(Math.max(from, at + 1), end);
    if (place.startsWith("[")) {
      int close = place.indexOf(']');
      return close < 0 ? place.substring(1) : place.substring(1, close);
    }
    int port = place.indexOf(':');
    return port < 0 ? place : place.substring(0, port);
  }

  /** {@return the user of a SIP URI; empty when there is none} */
  public static String user(String uri) {
    int from = uri.indexOf(':') + 1;
    int at = uri.indexOf('@', from);
    return at < 0 ? "" : uri.substring(from, at);
  }

  /** {@return whether nothing outside its network reaches the host of a URI} */
  public static boolean privateHost(String uri) {
    String host = host(uri);
    // Few public addresses begin so; the pattern is for the others.
    boolean candidate =
        host.startsWith("10.")
            || host.startsWith("100.")
            || host.startsWith("127.")
            || host.startsWith("169.254.")
            || host.startsWith("172.")
            || host.startsWith("192.168.")
            || host.indexOf(':') >= 0
            || host.endsWith(".invalid");
    return candidate && PRIVATE.matcher(host.toLowerCase(Locale.ROOT)).matches();
  }

  /** {@return the transport that a URI names, in lower case; {@code udp} when it names none} */
  public static String transport(String uri) {
    String lower = uri.toLowerCase(Locale.ROOT);
    int from = lower.indexOf(";transport=");
    if (from < 0) {
      return lower.startsWith("sips:") ? "tls" : "udp";
    }
    int start = from + ";transport=".length();
    int end = start;
    while (end < lower.length() && Character.isLetterOrDigit(lower.charAt(end))) {
      end++;
    }
    return lower.substring(start, end);
  }
}
