package dev.opensipsmcp.sip.message;

/** The first line of a message (RFC 3261 section 7). */
public sealed interface StartLine {
  /**
   * The first line of a request.
   *
   * @param method the method as written; case matters
   * @param uri the Request-URI as written
   */
  record Request(String method, String uri) implements StartLine {}

  /**
   * The first line of a response.
   *
   * @param code the status code, 100 to 699
   * @param reason the reason phrase; may be empty
   */
  record Status(int code, String reason) implements StartLine {}

  /**
   * A first line that is neither.
   *
   * @param text the line as it came, cut at 256 characters
   */
  record Broken(String text) implements StartLine {}
}
