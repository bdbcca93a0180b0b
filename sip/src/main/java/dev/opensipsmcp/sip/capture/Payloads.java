package dev.opensipsmcp.sip.capture;

/**
 * Opens what is wrapped around messages inside of UDP datagrams and TCP streams, such as the
 * packets of a capture agent. For one thread; may keep scratch memory.
 */
public interface Payloads {
  /** Opens nothing. */
  Payloads NONE =
      new Payloads() {
        @Override
        public int length(byte[] bytes, int from, int to) {
          return 0;
        }

        @Override
        public boolean open(byte[] bytes, int from, int to, Sighting into) {
          return false;
        }
      };

  /**
   * {@return how long the packet is that begins here: 0 when none of its kind begins here, -1 when
   * more bytes are needed to tell} Asked for each datagram and at each border of a stream, so it
   * must be quick to say no.
   *
   * @param bytes where it stands
   * @param from its first byte
   * @param to the first byte that is not there
   */
  int length(byte[] bytes, int from, int to);

  /**
   * Opens a packet.
   *
   * @param bytes where it stands
   * @param from its first byte
   * @param to the first byte behind it
   * @param into hears the time, ends and bytes of the message; when the packet does not tell one of
   *     them, those of the packet itself are in it already
   * @return whether there was a SIP message inside
   */
  boolean open(byte[] bytes, int from, int to, Sighting into);
}
