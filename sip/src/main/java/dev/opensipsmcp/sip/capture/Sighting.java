package dev.opensipsmcp.sip.capture;

import dev.opensipsmcp.sip.message.SipMessage;
import dev.opensipsmcp.sip.message.SipParser;
import dev.opensipsmcp.sip.trace.Addresses;
import dev.opensipsmcp.sip.trace.CapturedMessage;
import dev.opensipsmcp.sip.trace.Endpoint;
import dev.opensipsmcp.sip.trace.Transport;
import java.time.Instant;
import java.util.Arrays;

/**
 * A SIP message where it lies in a reader's memory. One object serves for all messages of a file:
 * what it says holds until the listener returns, and {@link #message} makes a copy that stays. For
 * one thread.
 */
public final class Sighting {
  private static final byte[] NONE = new byte[0];

  private long time;
  private Transport transport = Transport.UNKNOWN;
  private byte[] addresses = NONE;
  private int sourceAt;
  private int destinationAt;
  private int addressLength;
  private int sourcePort;
  private int destinationPort;
  private byte[] bytes = NONE;
  private int from;
  private int to;

  /** Sees nothing yet. */
  public Sighting() {}

  /**
   * Says when and how it was seen.
   *
   * @param nanos nanoseconds since 1970-01-01T00:00:00Z
   * @param way how the message travelled
   */
  public Sighting at(long nanos, Transport way) {
    this.time = nanos;
    this.transport = way;
    return this;
  }

  /**
   * Says between which ends.
   *
   * @param array where both addresses stand, in network order
   * @param source where the source begins
   * @param destination where the destination begins
   * @param length 4 or 16
   * @param fromPort 0 to 65535
   * @param toPort 0 to 65535
   */
  public Sighting between(
      byte[] array, int source, int destination, int length, int fromPort, int toPort) {
    this.addresses = array;
    this.sourceAt = source;
    this.destinationAt = destination;
    this.addressLength = length;
    this.sourcePort = fromPort;
    this.destinationPort = toPort;
    return this;
  }

  /**
   * Says what the message is.
   *
   * @param array where it stands
   * @param begin its first byte
   * @param end the first byte behind it
   */
  public Sighting saying(byte[] array, int begin, int end) {
    this.bytes = array;
    this.from = begin;
    this.to = end;
    return this;
  }

  /** {@return when it was seen, in nanoseconds since 1970-01-01T00:00:00Z} */
  public long nanos() {
    return time;
  }

  /** {@return when it was seen} */
  public Instant time() {
    return instant(time);
  }

  /** {@return nanoseconds since 1970 as an instant} */
  public static Instant instant(long nanos) {
    return Instant.ofEpochSecond(
        Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
  }

  /** {@return how it travelled} */
  public Transport transport() {
    return transport;
  }

  /** {@return where it came from} */
  public Endpoint source() {
    return new Endpoint(Addresses.text(sourceAddress()), sourcePort);
  }

  /** {@return where it went} */
  public Endpoint destination() {
    return new Endpoint(Addresses.text(destinationAddress()), destinationPort);
  }

  /** {@return a copy of the source's address, 4 or 16 bytes} */
  public byte[] sourceAddress() {
    return Arrays.copyOfRange(addresses, sourceAt, sourceAt + addressLength);
  }

  /** {@return a copy of the destination's address, 4 or 16 bytes} */
  public byte[] destinationAddress() {
    return Arrays.copyOfRange(addresses, destinationAt, destinationAt + addressLength);
  }

  /** {@return whether either end has this address, of 4 or 16 bytes} */
  public boolean touches(byte[] address) {
    return address.length == addressLength
        && (Arrays.equals(address, 0, addressLength, addresses, sourceAt, sourceAt + addressLength)
            || Arrays.equals(
                address,
                0,
                addressLength,
                addresses,
                destinationAt,
                destinationAt + addressLength));
  }

  /** {@return the source's port} */
  public int sourcePort() {
    return sourcePort;
  }

  /** {@return the destination's port} */
  public int destinationPort() {
    return destinationPort;
  }

  /** {@return the array in which the message stands; not to be changed} */
  public byte[] bytes() {
    return bytes;
  }

  /** {@return where in {@link #bytes} the message begins} */
  public int from() {
    return from;
  }

  /** {@return where in {@link #bytes} the message has ended} */
  public int to() {
    return to;
  }

  /** {@return the message, parsed, in memory of its own} */
  public SipMessage message() {
    return SipParser.parse(Arrays.copyOfRange(bytes, from, to));
  }

  /**
   * {@return all of it, in memory of its own}
   *
   * @param origin who saw it
   */
  public CapturedMessage captured(String origin) {
    return new CapturedMessage(time(), transport, source(), destination(), message(), origin);
  }
}
