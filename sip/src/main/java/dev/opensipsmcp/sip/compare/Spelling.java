package dev.opensipsmcp.sip.compare;

import java.util.Locale;

/** One spelling for each name, so that both messages' are found under the same. */
final class Spelling {
  private Spelling() {}

  /** {@return the name as the standards write it, as far as a rule can say} */
  static String of(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "call-id" -> "Call-ID";
      case "cseq" -> "CSeq";
      case "www-authenticate" -> "WWW-Authenticate";
      case "rack" -> "RAck";
      case "rseq" -> "RSeq";
      case "min-se" -> "Min-SE";
      case "mime-version" -> "MIME-Version";
      default -> capitals(name);
    };
  }

  private static String capitals(String name) {
    StringBuilder spelt = new StringBuilder(name.length());
    boolean first = true;
    for (int at = 0; at < name.length(); at++) {
      char c = name.charAt(at);
      spelt.append(first ? Character.toUpperCase(c) : Character.toLowerCase(c));
      first = c == '-';
    }
    return spelt.toString();
  }
}
