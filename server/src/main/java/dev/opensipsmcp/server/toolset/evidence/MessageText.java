package dev.opensipsmcp.server.toolset.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A SIP message as text for people, without its secrets: answers to digest challenges and other
 * credentials, passwords in URIs, and keys of media streams (RFC 4568, RFC 4567).
 */
public final class MessageText {
  private static final String REDACTED = "[redacted]";
  private static final int MOST = 1 << 16;
  private static final Pattern USER_PASSWORD =
      Pattern.compile("(?i)(sips?:[^\\s:@<>\"]{1,256}):[^\\s@<>\"]{1,256}@");
  private static final Pattern ANSWER =
      Pattern.compile("(?i)\\b(response|rspauth|cnonce)(\\s{0,8}=\\s{0,8})(\"[^\"]*\"?|[^,\\s]*)");

  private MessageText() {}

  /**
   * {@return the text; what is not UTF-8 is replaced, and what is beyond 65,536 bytes is left out}
   *
   * @param message the message's bytes
   */
  public static String of(byte[] message) {
    int length = Math.min(message.length, MOST);
    String text = new String(message, 0, length, StandardCharsets.UTF_8);
    StringBuilder shown = new StringBuilder(text.length());
    boolean credentials = false;
    int from = 0;
    while (from < text.length()) {
      int feed = text.indexOf('\n', from);
      int next = feed < 0 ? text.length() : feed + 1;
      String line = text.substring(from, next);
      boolean folded = line.startsWith(" ") || line.startsWith("\t");
      credentials = folded ? credentials : isCredentials(line);
      shown.append(credentials ? answer(line, folded) : line(line));
      from = next;
    }
    return shown.toString();
  }

  private static boolean isCredentials(String line) {
    int colon = line.indexOf(':');
    String name = colon < 0 ? "" : line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
    return name.equals("authorization")
        || name.equals("proxy-authorization")
        || name.equals("authentication-info")
        || name.equals("proxy-authentication-info");
  }

  /** Of a digest only the answer is secret; of anything else all of it. */
  private static String answer(String line, boolean folded) {
    String value = line.substring(folded ? 0 : line.indexOf(':') + 1).strip();
    String lower = value.toLowerCase(Locale.ROOT);
    if (folded || lower.startsWith("digest ") || lower.contains("rspauth")) {
      return ANSWER.matcher(line(line)).replaceAll("$1$2\"" + REDACTED + '"');
    }
    return line.substring(0, line.indexOf(':') + 1) + ' ' + REDACTED + end(line);
  }

  private static String line(String line) {
    if (line.startsWith("k=")) {
      return "k=" + REDACTED + end(line);
    }
    if (line.startsWith("a=crypto:")) {
      int key = line.indexOf("inline:");
      return key < 0 ? line : line.substring(0, key) + "inline:" + REDACTED + end(line);
    }
    if (line.startsWith("a=key-mgmt:")) {
      return "a=key-mgmt:" + REDACTED + end(line);
    }
    return line.indexOf('@') < 0
        ? line
        : USER_PASSWORD.matcher(line).replaceAll("$1:" + REDACTED + '@');
  }

  private static String end(String line) {
    if (line.endsWith("\r\n")) {
      return "\r\n";
    }
    return line.endsWith("\n") ? "\n" : "";
  }
}
