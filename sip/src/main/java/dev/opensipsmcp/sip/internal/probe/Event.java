package dev.opensipsmcp.sip.internal.probe;

import dev.opensipsmcp.sip.probe.ProbeFailure;

/** What happened on a wire. */
public sealed interface Event {
  /** The wire can be written to. */
  record Ready() implements Event {}

  /**
   * A message came.
   *
   * @param bytes the whole message
   * @param nanos when, by {@link System#nanoTime}
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Came(byte[] bytes, long nanos) implements Event {}

  /**
   * The wire is of no use any more.
   *
   * @param failure why
   */
  record Broken(ProbeFailure failure) implements Event {}
}
