package dev.opensipsmcp.server.toolset.abuse;

import dev.opensipsmcp.sip.net.IpAddress;

/** Takes the host out of addresses as they are configured and stored. */
final class SipHost {
  private SipHost() {}

  /** {@return the host of a URL such as of MI, a relay or Homer; empty when it has none} */
  static String ofUrl(String url) {
    int colon = url.indexOf(':');
    String scheme = colon < 0 ? "" : url.substring(0, colon);
    if (scheme.equals("unix") || scheme.equals("fifo") || url.startsWith("/")) {
      return "";
    }
    String rest = url.substring(colon + 1);
    while (rest.startsWith("/")) {
      rest = rest.substring(1);
    }
    return host(rest);
  }

  /** {@return the host of a SIP URI, or of what stands in its place without scheme} */
  static String ofUri(String uri) {
    String lower = uri.strip();
    for (String scheme : new String[] {"sips:", "sip:"}) {
      if (lower.regionMatches(true, 0, scheme, 0, scheme.length())) {
        return host(lower.substring(scheme.length()));
      }
    }
    return host(lower);
  }

  private static String host(String text) {
    String rest = text.substring(text.lastIndexOf('@') + 1);
    if (rest.startsWith("[")) {
      int end = rest.indexOf(']');
      return end < 0 ? "" : rest.substring(1, end);
    }
    int end = 0;
    while (end < rest.length() && ":;/?,> \t".indexOf(rest.charAt(end)) < 0) {
      end++;
    }
    // IPv6 without brackets has more than one colon, and no port.
    boolean bare = rest.indexOf(':') >= 0 && rest.indexOf(':') != rest.lastIndexOf(':');
    return bare && IpAddress.of(rest).isPresent() ? rest : rest.substring(0, end);
  }
}
