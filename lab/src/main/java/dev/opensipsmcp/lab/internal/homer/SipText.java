package dev.opensipsmcp.lab.internal.homer;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads of a SIP message what Homer keeps beside it. */
public final class SipText {
  private static final Pattern USER = Pattern.compile("sips?:([^@>\\s]+)@");
  private static final Pattern TAG = Pattern.compile(";tag=([^;\\s]+)");

  private SipText() {}

  /** {@return a header's value; empty when there is none} */
  public static String header(String raw, String name) {
    String wanted = name.toLowerCase(Locale.ROOT) + ":";
    for (String line : raw.split("\r\n", -1)) {
      if (line.isEmpty()) {
        break;
      }
      if (line.toLowerCase(Locale.ROOT).startsWith(wanted)) {
        return line.substring(wanted.length()).strip();
      }
    }
    return "";
  }

  static String method(String raw) {
    String[] words = raw.split("[ \r\n]", 3);
    return raw.startsWith("SIP/2.0 ") && words.length > 1 ? words[1] : words[0];
  }

  static String user(String text) {
    Matcher matcher = USER.matcher(text);
    return matcher.find() ? matcher.group(1) : "";
  }

  static String tag(String text) {
    Matcher matcher = TAG.matcher(text);
    return matcher.find() ? matcher.group(1) : "";
  }

  static String firstLine(String raw) {
    int end = raw.indexOf("\r\n");
    return end < 0 ? raw : raw.substring(0, end);
  }
}
