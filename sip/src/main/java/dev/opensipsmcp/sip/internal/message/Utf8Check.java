package dev.opensipsmcp.sip.internal.message;

import dev.opensipsmcp.sip.message.Defect.Kind;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Holds the lines above the body against UTF-8 (RFC 3261 section 7). */
final class Utf8Check {
  private Utf8Check() {}

  static void of(byte[] bytes, int from, int to, Defects defects) {
    int sign = 0;
    for (int at = from; at < to; at++) {
      sign |= bytes[at];
    }
    if (sign >= 0) {
      return;
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from));
    } catch (CharacterCodingException _) {
      defects.add(
          Kind.NOT_UTF8, "lines", "The lines above the body hold bytes that are not UTF-8.");
    }
  }
}
