package dev.opensipsmcp.sip.sdp;

import dev.opensipsmcp.sip.internal.sdp.SessionReader;

/** Reads session descriptions. Any text is one, with its defects told. */
public final class SdpParser {
  private SdpParser() {}

  /** {@return the description; keys of {@code a=crypto} and {@code k=} are not kept} */
  public static Session parse(String text) {
    return new SessionReader(text).read();
  }

  /** {@return the text with every key replaced by {@code ***}, for showing} */
  public static String withoutKeys(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      int end = text.indexOf('\n', at);
      end = end < 0 ? text.length() : end + 1;
      clean.append(SessionReader.withoutKey(text.substring(at, end)));
      at = end;
    }
    return clean.toString();
  }
}
