package dev.opensipsmcp.sip.message;

import dev.opensipsmcp.sip.internal.message.MessageReader;

/** Reads messages. Anything that comes is a message, with its defects told. */
public final class SipParser {
  private SipParser() {}

  /**
   * {@return the message}
   *
   * @param bytes a whole message; not changed afterwards by anybody
   */
  public static SipMessage parse(byte[] bytes) {
    return new MessageReader(bytes).read();
  }
}
