package dev.opensipsmcp.sip.message;

/** Names of header fields: case does not matter, and some have a compact form. */
public final class HeaderNames {
  private HeaderNames() {}

  /** {@return whether two names mean the same header field} */
  public static boolean same(String one, String other) {
    return one.equalsIgnoreCase(other) || longName(one).equalsIgnoreCase(longName(other));
  }

  /**
   * {@return the long name of a compact one (IANA registry of SIP header fields), or the name
   * itself}
   */
  public static String longName(String name) {
    if (name.length() != 1) {
      return name;
    }
    return switch (Character.toLowerCase(name.charAt(0))) {
      case 'a' -> "Accept-Contact";
      case 'b' -> "Referred-By";
      case 'c' -> "Content-Type";
      case 'd' -> "Request-Disposition";
      case 'e' -> "Content-Encoding";
      case 'f' -> "From";
      case 'i' -> "Call-ID";
      case 'j' -> "Reject-Contact";
      case 'k' -> "Supported";
      case 'l' -> "Content-Length";
      case 'm' -> "Contact";
      case 'n' -> "Identity-Info";
      case 'o' -> "Event";
      case 'r' -> "Refer-To";
      case 's' -> "Subject";
      case 't' -> "To";
      case 'u' -> "Allow-Events";
      case 'v' -> "Via";
      case 'x' -> "Session-Expires";
      case 'y' -> "Identity";
      default -> name;
    };
  }
}
