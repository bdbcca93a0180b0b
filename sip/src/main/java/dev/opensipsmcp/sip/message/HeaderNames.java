package dev.opensipsmcp.sip.message;

/** Names of header fields: case does not matter, and some have a compact form. */
public final class HeaderNames {
  private HeaderNames() {}

  /** {@return whether two names mean the same header field} */
  public static boolean same(String one, String other) {
    if (one.length() != 1 && other.length() != 1) {
      return one.equalsIgnoreCase(other);
    }
    return longName(one).equalsIgnoreCase(longName(other));
  }

  /**
   * {@return the long name of a compact one (IANA registry of SIP header fields), or the name
   * itself}
   */
  public static String longName(String name) {
    if (name.length() != 1) {
      return name;
    }
    return switch (name.charAt(0)) {
      case 'a', 'A' -> "Accept-Contact";
      case 'b', 'B' -> "Referred-By";
      case 'c', 'C' -> "Content-Type";
      case 'd', 'D' -> "Request-Disposition";
      case 'e', 'E' -> "Content-Encoding";
      case 'f', 'F' -> "From";
      case 'i', 'I' -> "Call-ID";
      case 'j', 'J' -> "Reject-Contact";
      case 'k', 'K' -> "Supported";
      case 'l', 'L' -> "Content-Length";
      case 'm', 'M' -> "Contact";
      case 'n', 'N' -> "Identity-Info";
      case 'o', 'O' -> "Event";
      case 'r', 'R' -> "Refer-To";
      case 's', 'S' -> "Subject";
      case 't', 'T' -> "To";
      case 'u', 'U' -> "Allow-Events";
      case 'v', 'V' -> "Via";
      case 'x', 'X' -> "Session-Expires";
      case 'y', 'Y' -> "Identity";
      default -> name;
    };
  }
}
