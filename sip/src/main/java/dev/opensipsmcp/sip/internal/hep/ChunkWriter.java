package dev.opensipsmcp.sip.internal.hep;

import dev.opensipsmcp.sip.hep.Hep;
import dev.opensipsmcp.sip.hep.HepPacket;
import dev.opensipsmcp.sip.trace.Addresses;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Writes packets of version 3. */
public final class ChunkWriter {
  private final ByteArrayOutputStream chunks = new ByteArrayOutputStream();

  private ChunkWriter() {}

  /** {@return a packet's bytes} */
  public static byte[] write(HepPacket packet) {
    return new ChunkWriter().whole(packet);
  }

  private byte[] whole(HepPacket packet) {
    byte[] source = Addresses.bytes(packet.source().address());
    byte[] destination = Addresses.bytes(packet.destination().address());
    put(Chunk.FAMILY, (byte) Family.of(source));
    put(Chunk.PROTOCOL, (byte) packet.protocol());
    put(source.length == 4 ? Chunk.IPV4_SOURCE : Chunk.IPV6_SOURCE, source);
    put(destination.length == 4 ? Chunk.IPV4_DESTINATION : Chunk.IPV6_DESTINATION, destination);
    put(Chunk.SOURCE_PORT, number16(packet.source().port()));
    put(Chunk.DESTINATION_PORT, number16(packet.destination().port()));
    put(Chunk.SECONDS, number32(packet.time().getEpochSecond()));
    put(Chunk.MICROSECONDS, number32(Micros.of(packet.time())));
    put(Chunk.TYPE, (byte) packet.type().number());
    put(Chunk.AGENT, number32(packet.agent()));
    packet.node().ifPresent(node -> put(Chunk.NODE, node.getBytes(StandardCharsets.UTF_8)));
    packet
        .correlation()
        .ifPresent(id -> put(Chunk.CORRELATION, id.getBytes(StandardCharsets.UTF_8)));
    put(Chunk.PAYLOAD, packet.payload());
    int length = Hep.LENGTH_AT + chunks.size();
    if (length > Hep.LONGEST) {
      throw new IllegalArgumentException("A HEP packet has at most " + Hep.LONGEST + " bytes.");
    }
    return ByteBuffer.allocate(length)
        .put("HEP3".getBytes(StandardCharsets.US_ASCII))
        .putShort((short) length)
        .put(chunks.toByteArray())
        .array();
  }

  private void put(int chunk, byte... value) {
    if (value.length > Hep.LONGEST - Chunk.HEADER) {
      throw new IllegalArgumentException("A HEP packet has at most " + Hep.LONGEST + " bytes.");
    }
    byte[] header =
        ByteBuffer.allocate(Chunk.HEADER)
            .putShort((short) 0)
            .putShort((short) chunk)
            .putShort((short) (Chunk.HEADER + value.length))
            .array();
    chunks.write(header, 0, header.length);
    chunks.write(value, 0, value.length);
  }

  private static byte[] number16(int value) {
    return ByteBuffer.allocate(2).putShort((short) value).array();
  }

  private static byte[] number32(long value) {
    return ByteBuffer.allocate(4).putInt((int) value).array();
  }
}
