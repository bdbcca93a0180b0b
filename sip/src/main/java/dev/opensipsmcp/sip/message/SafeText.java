package dev.opensipsmcp.sip.message;

import dev.opensipsmcp.sip.sdp.SdpParser;
import java.util.Locale;
import java.util.Optional;

/**
 * Text of messages for showing: without passwords in URIs, answers to challenges, tokens, and keys
 * of media.
 */
public final class SafeText {
  private static final String MARK = "***";

  private SafeText() {}

  /** {@return the whole message; lines end with a line feed, bytes that are no text are counted} */
  public static String of(SipMessage message) {
    StringBuilder text = new StringBuilder(message.bytes().length);
    text.append(start(message.start())).append('\n');
    for (Header header : message.headers()) {
      text.append(header.name()).append(": ").append(value(header)).append('\n');
    }
    text.append('\n');
    Bodies.of(message).ifPresent(body -> text.append(body(body)));
    return text.toString();
  }

  /** {@return the first line} */
  public static String start(StartLine start) {
    return switch (start) {
      case StartLine.Request(String method, String uri) ->
          method + ' ' + withoutPasswords(uri) + " SIP/2.0";
      case StartLine.Status(int code, String reason) -> "SIP/2.0 " + code + ' ' + reason;
      case StartLine.Broken(String line) -> withoutPasswords(line);
    };
  }

  /** {@return a header's value} */
  public static String value(Header header) {
    return switch (HeaderNames.longName(header.name()).toLowerCase(Locale.ROOT)) {
      case "authorization", "proxy-authorization" -> credentials(header.value());
      default -> withoutPasswords(header.value());
    };
  }

  /** {@return a body as text} */
  public static String body(BodyPart body) {
    if (!body.parts().isEmpty()) {
      StringBuilder all = new StringBuilder();
      for (BodyPart part : body.parts()) {
        all.append('[').append(part.type()).append("]\n").append(body(part)).append('\n');
      }
      return all.toString();
    }
    for (byte c : body.content()) {
      if (c >= 0 && c < ' ' && c != '\r' && c != '\n' && c != '\t') {
        return "[" + body.content().length + " bytes that are no text]\n";
      }
    }
    String text = body.text().replace("\r\n", "\n");
    return withoutPasswords(SdpParser.withoutKeys(text));
  }

  /** Of digest credentials only what names somebody or something stays. */
  private static String credentials(String value) {
    Optional<DigestFacts> facts = DigestFacts.of(new Header("Authorization", value));
    if (facts.isEmpty() || !facts.get().scheme().equalsIgnoreCase("digest")) {
      int blank = value.indexOf(' ');
      return blank < 0 ? MARK : value.substring(0, blank) + ' ' + MARK;
    }
    DigestFacts digest = facts.get();
    return "Digest username=\""
        + digest.username()
        + "\", realm=\""
        + digest.realm()
        + "\", uri=\""
        + withoutPasswords(digest.uri())
        + "\", response="
        + MARK;
  }

  /** {@return the text with the password of every SIP URI in it replaced} */
  public static String withoutPasswords(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    int copied = 0;
    int at = 0;
    while (at < text.length()) {
      int user = userAt(text, at);
      if (user < 0) {
        at++;
        continue;
      }
      int colon = -1;
      at = user;
      while (at < text.length() && !ends(text.charAt(at)) && text.charAt(at) != '@') {
        colon = colon < 0 && text.charAt(at) == ':' ? at : colon;
        at++;
      }
      if (colon >= 0 && at < text.length() && text.charAt(at) == '@') {
        clean.append(text, copied, colon + 1).append(MARK);
        copied = at;
      }
    }
    return copied == 0 ? text : clean.append(text, copied, text.length()).toString();
  }

  /** {@return where the user part of the URI that begins here would begin, or -1} */
  private static int userAt(String text, int at) {
    if (text.regionMatches(true, at, "sip:", 0, 4)) {
      return at + 4;
    }
    return text.regionMatches(true, at, "sips:", 0, 5) ? at + 5 : -1;
  }

  private static boolean ends(char c) {
    return c <= ' ' || c == '<' || c == '>' || c == '"';
  }
}
