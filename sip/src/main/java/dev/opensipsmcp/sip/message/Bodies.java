package dev.opensipsmcp.sip.message;

import dev.opensipsmcp.sip.internal.message.BodyReader;
import dev.opensipsmcp.sip.internal.message.Defects;
import java.util.List;
import java.util.Optional;

/** Reads bodies of messages. */
public final class Bodies {
  private Bodies() {}

  /**
   * {@return the body, with its parts when it is a multipart; empty when the message has none. What
   * comes behind the bytes that Content-Length counts is left out.}
   */
  public static Optional<BodyPart> of(SipMessage message) {
    int from = message.bodyAt();
    int end = message.bytes().length;
    long said =
        message.header("Content-Length").map(HeaderValues::number).orElse((long) end - from);
    if (said >= 0 && said < end - from) {
      end = from + (int) said;
    }
    if (end <= from) {
      return Optional.empty();
    }
    return Optional.of(
        new BodyReader(message.bytes(), new Defects()).read(message.headers(), from, end));
  }

  /** {@return the body's parts that hold no further ones; empty when the message has no body} */
  public static List<BodyPart> leaves(SipMessage message) {
    return of(message).map(BodyPart::leaves).orElse(List.of());
  }

  /**
   * {@return the session description, if there is one; the first of several. A body of no type that
   * begins as one is taken for it.}
   */
  public static Optional<String> sdp(SipMessage message) {
    for (BodyPart part : leaves(message)) {
      if (part.type().equals("application/sdp")
          || (part.type().isEmpty() && part.text().startsWith("v=0"))) {
        return Optional.of(part.text());
      }
    }
    return Optional.empty();
  }
}
