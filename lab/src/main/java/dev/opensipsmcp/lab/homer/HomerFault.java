package dev.opensipsmcp.lab.homer;

/** A way in which a Homer server, or what stands before it, misbehaves. */
public sealed interface HomerFault {

  /** Never answers, and keeps the connection open until the server is closed. */
  record Silence() implements HomerFault {}

  /** Sends the head of an answer and then nothing more. */
  record Stall() implements HomerFault {}

  /** Closes the connection without an answer. */
  record Drop() implements HomerFault {}

  /**
   * Announces the whole answer and closes after a part of it.
   *
   * @param bytes how much of the body arrives
   */
  record Cut(int bytes) implements HomerFault {}

  /**
   * Answers with something else.
   *
   * @param status the HTTP status
   * @param type the content type
   * @param body the body
   */
  record Instead(int status, String type, String body) implements HomerFault {}

  /** Answers with blanks that never end. */
  record Endless() implements HomerFault {}

  /**
   * Sends the client elsewhere.
   *
   * @param location where to
   */
  record Redirect(String location) implements HomerFault {}

  /** Forgets all tokens before it answers, as a restarted or long-running server does. */
  record ForgetTokens() implements HomerFault {}
}
