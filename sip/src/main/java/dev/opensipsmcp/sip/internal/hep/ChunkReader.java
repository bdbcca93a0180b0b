package dev.opensipsmcp.sip.internal.hep;

import dev.opensipsmcp.sip.hep.Hep;
import dev.opensipsmcp.sip.hep.HepPacket;
import dev.opensipsmcp.sip.hep.HepRead;
import dev.opensipsmcp.sip.hep.PayloadType;
import dev.opensipsmcp.sip.trace.Addresses;
import dev.opensipsmcp.sip.trace.Endpoint;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Version 3: a header, then chunks in any order. Chunks that are not known are read past. */
public final class ChunkReader {
  private static final int UNKNOWN_PROTOCOL = 0;

  private final ByteBuffer bytes;
  private final Instant received;

  private String source = "0.0.0.0";
  private String destination = "0.0.0.0";
  private int sourcePort;
  private int destinationPort;
  private int protocol = UNKNOWN_PROTOCOL;
  private long seconds = -1;
  private long micros;
  private int type = PayloadType.SIP.number();
  private long agent;
  private boolean keepAlive;
  private boolean compressed;
  private Optional<ByteBuffer> payload = Optional.empty();
  private Optional<String> node = Optional.empty();
  private Optional<String> correlation = Optional.empty();

  /**
   * Reads a packet.
   *
   * @param whole the packet
   * @param received when it came
   */
  public ChunkReader(ByteBuffer whole, Instant received) {
    this.bytes = whole.slice();
    this.received = received;
  }

  /** {@return what it says} */
  public HepRead read() {
    int length = Hep.length(bytes);
    if (length < 0 || length > bytes.remaining()) {
      return new HepRead.Damaged("It is shorter than its header says.");
    }
    bytes.limit(length).position(Hep.LENGTH_AT);
    while (bytes.hasRemaining()) {
      if (bytes.remaining() < Chunk.HEADER) {
        return new HepRead.Damaged("It ends within a chunk's header.");
      }
      int vendor = Short.toUnsignedInt(bytes.getShort());
      int chunk = Short.toUnsignedInt(bytes.getShort());
      int size = Short.toUnsignedInt(bytes.getShort()) - Chunk.HEADER;
      if (size < 0 || size > bytes.remaining()) {
        return new HepRead.Damaged("Chunk " + chunk + " has a length that can't be.");
      }
      ByteBuffer value = bytes.slice(bytes.position(), size);
      bytes.position(bytes.position() + size);
      if (vendor == 0 && !take(chunk, value)) {
        return new HepRead.Damaged("Chunk " + chunk + " has a value of the wrong length.");
      }
    }
    return packet();
  }

  /** {@return whether the value has the length that the chunk must have} */
  private boolean take(int chunk, ByteBuffer value) {
    int size = value.remaining();
    switch (chunk) {
      case Chunk.PROTOCOL -> protocol = size == 1 ? Byte.toUnsignedInt(value.get()) : -1;
      case Chunk.IPV4_SOURCE, Chunk.IPV6_SOURCE -> {
        if (size != (chunk == Chunk.IPV4_SOURCE ? 4 : 16)) {
          return false;
        }
        source = address(value);
      }
      case Chunk.IPV4_DESTINATION, Chunk.IPV6_DESTINATION -> {
        if (size != (chunk == Chunk.IPV4_DESTINATION ? 4 : 16)) {
          return false;
        }
        destination = address(value);
      }
      case Chunk.SOURCE_PORT -> sourcePort = size == 2 ? number16(value) : -1;
      case Chunk.DESTINATION_PORT -> destinationPort = size == 2 ? number16(value) : -1;
      case Chunk.SECONDS -> {
        if (size != 4) {
          return false;
        }
        seconds = number32(value);
      }
      case Chunk.MICROSECONDS -> {
        if (size != 4) {
          return false;
        }
        micros = number32(value);
      }
      case Chunk.TYPE -> type = size == 1 ? Byte.toUnsignedInt(value.get()) : -1;
      case Chunk.AGENT -> agent = size == 4 ? number32(value) : -1;
      case Chunk.KEEP_ALIVE -> keepAlive = true;
      case Chunk.PAYLOAD -> payload = Optional.of(value);
      case Chunk.COMPRESSED_PAYLOAD -> {
        payload = Optional.of(value);
        compressed = true;
      }
      case Chunk.CORRELATION -> correlation = text(value);
      case Chunk.NODE -> node = text(value);
      default -> {
        // Others, an authentication key among them, are none of a reader's business.
      }
    }
    return protocol >= 0 && sourcePort >= 0 && destinationPort >= 0 && type >= 0 && agent >= 0;
  }

  private HepRead packet() {
    if (payload.isEmpty()) {
      return keepAlive ? new HepRead.KeepAlive() : new HepRead.Damaged("It carries no payload.");
    }
    byte[] content = new byte[payload.get().remaining()];
    payload.get().get(content);
    if (compressed) {
      Optional<byte[]> inflated = inflated(content);
      if (inflated.isEmpty()) {
        return new HepRead.Damaged("Its compressed payload can't be read.");
      }
      content = inflated.get();
    }
    return new HepRead.Packet(
        new HepPacket(
            3,
            protocol,
            new Endpoint(source, sourcePort),
            new Endpoint(destination, destinationPort),
            seconds < 0 ? received : Instant.ofEpochSecond(seconds, micros * 1_000),
            new PayloadType(type),
            content,
            agent,
            node,
            correlation));
  }

  /** A message has at most 65,535 bytes on the wire, so nothing longer is believed. */
  private static Optional<byte[]> inflated(byte[] deflated) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(deflated);
      byte[] room = new byte[Hep.LONGEST];
      int length = inflater.inflate(room);
      return inflater.finished() ? Optional.of(Arrays.copyOf(room, length)) : Optional.empty();
    } catch (DataFormatException e) {
      return Optional.empty();
    } finally {
      inflater.end();
    }
  }

  private static String address(ByteBuffer value) {
    byte[] address = new byte[value.remaining()];
    value.get(address);
    return Addresses.text(address);
  }

  private static int number16(ByteBuffer value) {
    return Short.toUnsignedInt(value.getShort());
  }

  private static long number32(ByteBuffer value) {
    return Integer.toUnsignedLong(value.getInt());
  }

  private static Optional<String> text(ByteBuffer value) {
    String text = StandardCharsets.UTF_8.decode(value).toString();
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
