package dev.opensipsmcp.cfg.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a file holds, with the character set in which text and bytes are the same thing. OpenSIPS
 * knows bytes only, so that what is not UTF-8 is taken for Latin-1, of which no byte is lost.
 *
 * @param value the bytes
 * @param charset how they are read
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never given away
record Bytes(byte[] value, Charset charset) {

  static Bytes read(Path file) throws IOException {
    byte[] value = Files.readAllBytes(file);
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value));
      return new Bytes(value, StandardCharsets.UTF_8);
    } catch (CharacterCodingException _) {
      return new Bytes(value, StandardCharsets.ISO_8859_1);
    }
  }

  /** {@return a text as bytes in this character set} */
  Bytes with(String text) throws CharacterCodingException {
    ByteBuffer encoded = charset.newEncoder().encode(CharBuffer.wrap(text));
    byte[] bytes = new byte[encoded.remaining()];
    encoded.get(bytes);
    return new Bytes(bytes, charset);
  }

  static Bytes none() {
    return new Bytes(new byte[0], StandardCharsets.UTF_8);
  }

  String text() {
    return new String(value, charset);
  }

  String hash() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(value));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  Stored stored(Path file) {
    return new Stored(file, text(), hash());
  }
}
