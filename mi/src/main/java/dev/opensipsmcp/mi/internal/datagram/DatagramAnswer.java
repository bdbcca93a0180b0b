package dev.opensipsmcp.mi.internal.datagram;

import dev.opensipsmcp.mi.internal.channel.Answer;
import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** An answer that has arrived as a whole. */
record DatagramAnswer(InputStream body) implements Answer {

  static DatagramAnswer of(byte[] datagram, int length) {
    return new DatagramAnswer(new ByteArrayInputStream(datagram, 0, length));
  }

  @Override
  public void close() {
    // Its socket was closed when it arrived.
  }
}
