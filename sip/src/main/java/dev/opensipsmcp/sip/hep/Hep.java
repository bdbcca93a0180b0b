package dev.opensipsmcp.sip.hep;

import dev.opensipsmcp.sip.internal.hep.ChunkReader;
import dev.opensipsmcp.sip.internal.hep.ChunkWriter;
import dev.opensipsmcp.sip.internal.hep.FixedHeader;
import java.nio.ByteBuffer;
import java.time.Instant;

/** Reads and writes packets of HEP. */
public final class Hep {
  /** How many bytes tell a version 3 packet's length. */
  public static final int LENGTH_AT = 6;

  /** The longest packet of version 3, whose length has 16 bits. */
  public static final int LONGEST = 65_535;

  private Hep() {}

  /** {@return whether bytes begin like a HEP packet of any version} */
  public static boolean begins(ByteBuffer bytes) {
    int at = bytes.position();
    if (bytes.remaining() < 16) {
      return false;
    }
    if (isVersion3(bytes)) {
      return true;
    }
    int version = bytes.get(at);
    int family = bytes.get(at + 2);
    return (version == 1 || version == 2) && (family == 2 || family == 10);
  }

  private static boolean isVersion3(ByteBuffer bytes) {
    int at = bytes.position();
    return bytes.remaining() >= LENGTH_AT
        && bytes.get(at) == 'H'
        && bytes.get(at + 1) == 'E'
        && bytes.get(at + 2) == 'P'
        && bytes.get(at + 3) == '3';
  }

  /**
   * {@return the length of the version 3 packet that begins here, its header included; 0 when too
   * little is there to tell, -1 when none begins here}
   */
  public static int length(ByteBuffer bytes) {
    if (bytes.remaining() < LENGTH_AT) {
      return 0;
    }
    int length = Short.toUnsignedInt(bytes.getShort(bytes.position() + 4));
    return isVersion3(bytes) && length >= LENGTH_AT ? length : -1;
  }

  /**
   * {@return what one whole packet says}
   *
   * @param bytes the packet, nothing after it; big-endian
   * @param received when it came
   */
  public static HepRead read(ByteBuffer bytes, Instant received) {
    return isVersion3(bytes)
        ? new ChunkReader(bytes, received).read()
        : FixedHeader.read(bytes, received);
  }

  /**
   * {@return a packet's bytes in the version that it names}
   *
   * @throws IllegalArgumentException when it is too long for its version, or its addresses are no
   *     addresses
   */
  public static byte[] write(HepPacket packet) {
    return packet.version() == 3 ? ChunkWriter.write(packet) : FixedHeader.write(packet);
  }
}
