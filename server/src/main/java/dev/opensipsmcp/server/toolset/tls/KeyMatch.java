package dev.opensipsmcp.server.toolset.tls;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Tells whether a private key belongs to a certificate: what the one signs, the other must verify.
 * Nothing of the key leaves.
 */
public final class KeyMatch {
  private static final byte[] PROBE = "does this key fit".getBytes(StandardCharsets.US_ASCII);
  private static final int SEQUENCE = 0x30;
  private static final int OCTETS = 0x04;
  private static final byte[] VERSION = {0x02, 0x01, 0x00};

  private KeyMatch() {}

  /**
   * {@return {@code yes}, {@code no}, {@code no_key} when there is none, or {@code unreadable} when
   * it is encrypted or broken}
   *
   * @param text the PEM text with the key
   * @param certified the certificate's key
   */
  public static String of(String text, PublicKey certified) {
    List<Pem> blocks =
        Pem.all(text).stream().filter(block -> block.label().endsWith("PRIVATE KEY")).toList();
    if (blocks.isEmpty()) {
      return text.isBlank() ? "no_key" : "unreadable";
    }
    String label = blocks.getFirst().label();
    boolean old = label.equals("RSA PRIVATE KEY") || label.equals("EC PRIVATE KEY");
    if (old && !label.startsWith(certified.getAlgorithm() + " ")) {
      return "no";
    }
    return key(blocks.getFirst(), certified)
        .map(key -> signs(key, certified) ? "yes" : "no")
        .orElse("unreadable");
  }

  private static Optional<PrivateKey> key(Pem block, PublicKey certified) {
    byte[] der =
        switch (block.label()) {
          case "PRIVATE KEY" -> block.der();
          case "RSA PRIVATE KEY", "EC PRIVATE KEY" -> wrapped(block.der(), certified);
          default -> new byte[0];
        };
    // What fits is of the certificate's kind; what is of another is readable all the same.
    List<String> algorithms = List.of(certified.getAlgorithm(), "RSA", "EC", "Ed25519", "Ed448");
    for (String algorithm : algorithms) {
      try {
        return Optional.of(
            KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der)));
      } catch (GeneralSecurityException _) {
        // A key of another kind.
      }
    }
    return Optional.empty();
  }

  /** The old forms lack the kind of key, which is the certificate's, if they fit. */
  private static byte[] wrapped(byte[] key, PublicKey certified) {
    ByteArrayOutputStream inside = new ByteArrayOutputStream();
    inside.writeBytes(VERSION);
    inside.writeBytes(algorithm(certified.getEncoded()));
    inside.writeBytes(tagged(OCTETS, key));
    return tagged(SEQUENCE, inside.toByteArray());
  }

  /** The first part of a public key's two. */
  private static byte[] algorithm(byte[] publicKey) {
    int from = content(publicKey, 0);
    int to = content(publicKey, from) + length(publicKey, from);
    return Arrays.copyOfRange(publicKey, from, to);
  }

  private static int content(byte[] der, int at) {
    int first = der[at + 1] & 0xff;
    return at + 2 + (first < 0x80 ? 0 : first & 0x7f);
  }

  private static int length(byte[] der, int at) {
    int first = der[at + 1] & 0xff;
    if (first < 0x80) {
      return first;
    }
    int length = 0;
    for (int part = 0; part < (first & 0x7f); part++) {
      length = (length << Byte.SIZE) | (der[at + 2 + part] & 0xff);
    }
    return length;
  }

  private static byte[] tagged(int tag, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    if (content.length < 0x80) {
      out.write(content.length);
    } else {
      out.write(0x82);
      out.write(content.length >> Byte.SIZE);
      out.write(content.length);
    }
    out.writeBytes(content);
    return out.toByteArray();
  }

  private static boolean signs(PrivateKey key, PublicKey certified) {
    String algorithm =
        switch (key.getAlgorithm()) {
          case "RSA" -> "SHA256withRSA";
          case "EC" -> "SHA256withECDSA";
          default -> key.getAlgorithm();
        };
    try {
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(key);
      signature.update(PROBE);
      byte[] signed = signature.sign();
      signature.initVerify(certified);
      signature.update(PROBE);
      return signature.verify(signed);
    } catch (GeneralSecurityException _) {
      return false; // Keys of different kinds.
    }
  }
}
