package dev.opensipsmcp.sip.explain;

/** What each method asks for, and what must follow it. */
final class MethodWords {
  private MethodWords() {}

  /** {@return what a request of the method asks for, the end of a sentence} */
  static String asks(String method, boolean within) {
    return switch (method) {
      case "INVITE" ->
          within ? "to change the session that runs (a re-INVITE)" : "to begin a session";
      case "ACK" -> "nothing: it confirms the final response to INVITE";
      case "BYE" -> "to end the session";
      case "CANCEL" -> "to give up a request that has no final response yet";
      case "REGISTER" -> "the registrar to bind an address to contacts";
      case "OPTIONS" -> "what the other side can do, often just to see that it is alive";
      case "SUBSCRIBE" -> "to be told of events";
      case "NOTIFY" -> "nothing: it tells a subscriber of an event";
      case "PRACK" -> "nothing: it confirms a reliable provisional response";
      case "UPDATE" -> "to change the session, even before it is answered";
      case "INFO" -> "nothing of the session: it carries application data such as DTMF";
      case "REFER" -> "the receiver to call somebody else, usually a transfer";
      case "MESSAGE" -> "to deliver a text";
      case "PUBLISH" -> "to publish the state of an event package";
      default -> "what the extension that defines this method says";
    };
  }

  /** {@return what must follow a request of the method} */
  static String follows(String method) {
    return switch (method) {
      case "INVITE" ->
          "A provisional response soon (100, then 180 or 183), then a final one; the caller confirms"
              + " every final one with ACK. Without any response it is retransmitted over UDP after"
              + " 0.5 s, 1 s, 2 s and so on, and given up after 32 s.";
      case "ACK" -> "Nothing: no response is ever sent to ACK. After a 2xx, media flows.";
      case "BYE" -> "A final response, usually 200 or 481; media ends on both sides.";
      case "CANCEL" ->
          "200 for the CANCEL itself, then 487 for the request that it ends, unless a final response"
              + " crossed it; INVITE's final response is confirmed with ACK.";
      case "REGISTER" ->
          "Usually 401 with a challenge, a REGISTER with credentials, then 200 with all bindings and"
              + " their lifetimes.";
      case "SUBSCRIBE" -> "200, and at once a NOTIFY with the present state.";
      case "REFER" -> "202 or 200, then NOTIFYs that tell how the new call goes.";
      default -> "A final response within 32 s.";
    };
  }
}
