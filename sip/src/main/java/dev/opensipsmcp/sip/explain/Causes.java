package dev.opensipsmcp.sip.explain;

import java.util.Optional;

/** Numbers that stand beside a response code: in Warning, and in Reason. */
public final class Causes {
  private Causes() {}

  /** {@return what a code of Warning means (RFC 3261 section 20.43), if it is registered} */
  public static Optional<String> warning(int code) {
    return text(
        switch (code) {
          case 300 -> "A network protocol in the session description is not available.";
          case 301 -> "A network address format in the session description is not available.";
          case 302 -> "A transport protocol in the session description is not available.";
          case 303 -> "A bandwidth unit in the session description was not understood.";
          case 304 -> "A media type in the session description is not available.";
          case 305 -> "None of the media formats (codecs) offered is available.";
          case 306 -> "A media attribute in the session description is not supported.";
          case 307 -> "Another parameter of the session description was not understood.";
          case 330 -> "The place of the user does not support multicast.";
          case 331 -> "The place of the user does not support unicast.";
          case 370 -> "The bandwidth asked for exceeds what is known to be available.";
          case 380 -> "SIPS is not allowed here.";
          case 381 -> "SIPS is required here.";
          case 399 -> "Another warning, said in its text.";
          default -> "";
        });
  }

  /** {@return what a cause of Q.850, as Reason carries it (RFC 3326), means, if it is known} */
  public static Optional<String> q850(int cause) {
    return text(
        switch (cause) {
          case 1 -> "Unallocated number: nobody has it.";
          case 2 -> "No route to the transit network.";
          case 3 -> "No route to the destination.";
          case 16 -> "Normal clearing: somebody hung up.";
          case 17 -> "User busy.";
          case 18 -> "No user responding: the phone gave no sign at all.";
          case 19 -> "No answer: it rang and nobody took the call.";
          case 20 -> "Subscriber absent, for example a mobile phone that is off.";
          case 21 -> "Call rejected.";
          case 22 -> "Number changed.";
          case 27 -> "Destination out of order.";
          case 28 -> "Invalid number format, or the number is incomplete.";
          case 29 -> "Facility rejected.";
          case 31 -> "Normal, unspecified.";
          case 34 -> "No circuit or channel available.";
          case 38 -> "Network out of order.";
          case 41 -> "Temporary failure.";
          case 42 -> "Switching equipment congestion.";
          case 44 -> "The channel asked for is not available.";
          case 47 -> "Resource unavailable, unspecified.";
          case 50 -> "The facility asked for is not subscribed to.";
          case 55 -> "Incoming calls are barred.";
          case 57 -> "Bearer capability not authorized.";
          case 58 -> "Bearer capability not available now.";
          case 63 -> "Service or option not available.";
          case 65 -> "Bearer capability not implemented.";
          case 69 -> "The facility asked for is not implemented.";
          case 70 -> "Only restricted digital information is available.";
          case 79 -> "Service or option not implemented.";
          case 87 -> "User is not a member of the closed user group.";
          case 88 -> "Incompatible destination.";
          case 95 -> "Invalid message, unspecified.";
          case 96 -> "A mandatory element is missing.";
          case 97 -> "The message type does not exist or is not implemented.";
          case 102 -> "A timer expired: the network beyond did not respond in time.";
          case 111 -> "Protocol error, unspecified.";
          case 127 -> "Interworking: the network beyond gave no cause.";
          default -> "";
        });
  }

  private static Optional<String> text(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
