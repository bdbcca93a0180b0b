package dev.opensipsmcp.sip.identity;

import dev.opensipsmcp.sip.message.SipUri;
import dev.opensipsmcp.sip.message.SipUris;

/** Numbers in the one form in which they are compared (RFC 8224 section 8.3). */
public final class NumberForm {
  private NumberForm() {}

  /**
   * {@return digits, stars and hashes only, without a leading plus, for a number; a URI of
   * something else in lower case as {@code user@host}}
   *
   * @param text a number, a tel URI or a SIP URI
   */
  public static String of(String text) {
    return SipUris.parse(text.strip()).map(NumberForm::of).orElseGet(() -> digits(text));
  }

  /** {@return the same of a URI} */
  public static String of(SipUri uri) {
    String user = uri.user().orElse("");
    int parameters = user.indexOf(';');
    String number = parameters < 0 ? user : user.substring(0, parameters);
    if (isNumber(number)) {
      return digits(number);
    }
    return (user + '@' + uri.host()).toLowerCase(java.util.Locale.ROOT);
  }

  /** {@return whether it is a telephone number, with or without separators} */
  public static boolean isNumber(String text) {
    int digits = 0;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c >= '0' && c <= '9') {
        digits++;
      } else if ("+-.() *#".indexOf(c) < 0 || (c == '+' && at > 0)) {
        return false;
      }
    }
    return digits >= 2;
  }

  private static String digits(String text) {
    StringBuilder digits = new StringBuilder();
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if ((c >= '0' && c <= '9') || c == '*' || c == '#') {
        digits.append(c);
      }
    }
    return digits.toString();
  }
}
