package dev.opensipsmcp.sip.internal.probe;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The first message of TLS up to 1.2 (RFC 5246 section 7.4.1), and the version of its answer. */
public final class OldHello {
  /** It refused. */
  public static final int ALERT = -1;

  /** It speaks something else. */
  public static final int NO_TLS = -2;

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int HANDSHAKE_RECORD = 22;
  private static final int ALERT_RECORD = 21;
  private static final int SERVER_HELLO = 2;

  /** Suites that any server has some of: ECDHE and RSA, GCM and CBC. */
  private static final String SUITES = "c02bc02cc02fc030c009c00ac013c014009c009d002f0035000a";

  /** Curves, point formats, and the signatures that 1.2 wants to be told. */
  private static final String EXTENSIONS =
      "000a00080006001d00170018"
          + "000b00020100"
          + "000d0018001604030503060308040805080604010501060102030201";

  private OldHello() {}

  /**
   * {@return the message}
   *
   * @param minor 1 for TLS 1.0, 2 for 1.1, 3 for 1.2
   */
  public static byte[] of(int minor) {
    byte[] suites = HexFormat.of().parseHex(SUITES);
    byte[] extensions = HexFormat.of().parseHex(EXTENSIONS);
    byte[] random = new byte[32];
    RANDOM.nextBytes(random);
    int body = 2 + 32 + 1 + 2 + suites.length + 2 + 2 + extensions.length;
    ByteBuffer out = ByteBuffer.allocate(5 + 4 + body);
    out.put((byte) HANDSHAKE_RECORD).put((byte) 3).put((byte) 1).putShort((short) (4 + body));
    out.put((byte) 1).put((byte) 0).putShort((short) body);
    out.put((byte) 3).put((byte) minor).put(random).put((byte) 0);
    out.putShort((short) suites.length).put(suites).put((byte) 1).put((byte) 0);
    out.putShort((short) extensions.length).put(extensions);
    return out.array();
  }

  /**
   * {@return the second number of the version that the server chose, {@link #ALERT} or {@link
   * #NO_TLS}}
   *
   * @throws IOException when it ends too early
   */
  public static int answer(InputStream stream) throws IOException {
    DataInputStream in = new DataInputStream(stream);
    int record = in.readUnsignedByte();
    if (record == ALERT_RECORD) {
      return ALERT;
    }
    in.skipNBytes(4);
    if (record != HANDSHAKE_RECORD || in.readUnsignedByte() != SERVER_HELLO) {
      return NO_TLS;
    }
    in.skipNBytes(3);
    return in.readUnsignedByte() == 3 ? in.readUnsignedByte() : NO_TLS;
  }
}
