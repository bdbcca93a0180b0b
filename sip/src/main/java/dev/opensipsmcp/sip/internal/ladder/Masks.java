package dev.opensipsmcp.sip.internal.ladder;

import java.util.Locale;
import java.util.regex.Pattern;

/** Takes secrets out of lines of messages. Nobody needs them to see what a hop did. */
public final class Masks {
  private static final int MOST = 400;

  /** What a digest proves a password with; who and where stays (RFC 7616 section 3.4). */
  private static final Pattern DIGEST =
      Pattern.compile("(?i)\\b(response|cnonce|nonce|opaque)(\\s*=\\s*)(\"[^\"]*\"|[^,\\s]+)");

  private static final Pattern PASSWORD =
      Pattern.compile("(?i)\\b(sips?:[^\\s:@<>;]{1,128}):[^\\s@<>]{1,128}@");

  private Masks() {}

  /** {@return a header's value, on one line} */
  public static String header(String name, String value) {
    String shown = Plain.line(value, MOST);
    return PASSWORD.matcher(credentials(name, shown)).replaceAll("$1:***@");
  }

  private static String credentials(String name, String value) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "authorization", "proxy-authorization" -> {
        int blank = value.indexOf(' ');
        boolean digest = value.regionMatches(true, 0, "Digest", 0, 6);
        yield digest
            ? DIGEST.matcher(value).replaceAll("$1$2***")
            : value.substring(0, Math.max(0, blank)) + " ***";
      }
      default -> value;
    };
  }

  /** {@return a line of SDP, on one line} */
  public static String sdp(String line) {
    String shown = Plain.line(line, MOST);
    String lower = shown.toLowerCase(Locale.ROOT);
    if (lower.startsWith("a=crypto:")) {
      int inline = lower.indexOf("inline:");
      return inline < 0 ? "a=crypto:***" : shown.substring(0, inline) + "inline:***";
    }
    if (lower.startsWith("a=ice-pwd:") || lower.startsWith("a=key-mgmt:")) {
      return shown.substring(0, shown.indexOf(':')) + ":***";
    }
    return lower.startsWith("k=") ? "k=***" : shown;
  }
}
