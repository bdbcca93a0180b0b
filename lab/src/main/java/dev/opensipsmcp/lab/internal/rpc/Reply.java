package dev.opensipsmcp.lab.internal.rpc;

/** What is sent for a request, before a transport gives it its form. */
public sealed interface Reply {

  /**
   * A JSON-RPC answer.
   *
   * @param body the whole answer
   */
  record Answer(Payload body) implements Reply {}

  /** The request was no JSON. */
  record NotJson() implements Reply {}

  /** The request was a batch. */
  record Batch() implements Reply {}

  /**
   * No body over HTTP, and nothing at all elsewhere.
   *
   * @param status the HTTP status
   */
  record Bodiless(int status) implements Reply {}

  /**
   * A page over HTTP, and nothing elsewhere.
   *
   * @param status the HTTP status
   */
  record Html(int status) implements Reply {}

  /** Nothing, on an open connection. */
  record Silence() implements Reply {}

  /** Nothing, and the connection is closed. */
  record Hangup() implements Reply {}

  /**
   * An answer that breaks off with a reset.
   *
   * @param body the whole answer
   * @param bytes how much of it arrives
   */
  record Broken(Payload body, int bytes) implements Reply {}
}
