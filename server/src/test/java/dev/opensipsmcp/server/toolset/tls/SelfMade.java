package dev.opensipsmcp.server.toolset.tls;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A certificate that signs itself, made with nothing but the JDK.
 *
 * @param keys its keys
 * @param pem it, in PEM
 */
public record SelfMade(KeyPair keys, String pem) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final String ALTERNATIVE_NAMES = "0603551d11";

  /** The algorithms' identifiers, as they stand in a certificate. */
  private enum Kind {
    RSA("SHA256withRSA", 2048, "300d06092a864886f70d01010b0500"),
    EC("SHA256withECDSA", 256, "300a06082a8648ce3d040302");

    private final String signature;
    private final int bits;
    private final String identifier;

    Kind(String signature, int bits, String identifier) {
      this.signature = signature;
      this.bits = bits;
      this.identifier = identifier;
    }
  }

  static SelfMade rsa(String name, Instant from, Instant until) {
    return make(Kind.RSA, name, from, until);
  }

  /** {@return a certificate with a key on an elliptic curve} */
  public static SelfMade ec(String name, Instant from, Instant until) {
    return make(Kind.EC, name, from, until);
  }

  private static SelfMade make(Kind kind, String name, Instant from, Instant until) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(kind.name());
      generator.initialize(kind.bits);
      KeyPair keys = generator.generateKeyPair();
      byte[] algorithm = hex(kind.identifier);
      byte[] who = name(name);
      byte[] body =
          der(
              0x30,
              der(0xa0, hex("020102")),
              der(0x02, BigInteger.valueOf(from.getEpochSecond()).toByteArray()),
              algorithm,
              who,
              der(0x30, time(from), time(until)),
              who,
              keys.getPublic().getEncoded(),
              der(0xa3, der(0x30, alternative(name))));
      Signature signature = Signature.getInstance(kind.signature);
      signature.initSign(keys.getPrivate());
      signature.update(body);
      byte[] whole = der(0x30, body, algorithm, der(0x03, new byte[] {0}, signature.sign()));
      return new SelfMade(keys, pem("CERTIFICATE", whole));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** {@return the private key as PKCS #8, what most tools write} */
  public String key() {
    return pem("PRIVATE KEY", keys.getPrivate().getEncoded());
  }

  /** {@return the private key in the old form of its kind: what PKCS #8 wraps} */
  String oldKey() {
    byte[] der = keys.getPrivate().getEncoded();
    int algorithm = after(der, 0, true) + 3;
    int octets = after(der, algorithm, false);
    byte[] inside = Arrays.copyOfRange(der, after(der, octets, true), after(der, octets, false));
    return pem(keys.getPrivate().getAlgorithm() + " PRIVATE KEY", inside);
  }

  /** Where a value's content begins, or where the value ends. */
  private static int after(byte[] der, int at, boolean tagOnly) {
    int first = der[at + 1] & 0xff;
    int wide = first < 0x80 ? 0 : first & 0x7f;
    int length = first < 0x80 ? first : new BigInteger(1, der, at + 2, wide).intValue();
    return at + 2 + wide + (tagOnly ? 0 : length);
  }

  static String pem(String label, byte[] der) {
    return "-----BEGIN "
        + label
        + "-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
        + "\n-----END "
        + label
        + "-----\n";
  }

  private static byte[] name(String name) {
    byte[] text = der(0x0c, name.getBytes(StandardCharsets.UTF_8));
    return der(0x30, der(0x31, der(0x30, hex("0603550403"), text)));
  }

  private static byte[] alternative(String name) {
    byte[] names = der(0x30, der(0x82, name.getBytes(StandardCharsets.US_ASCII)));
    return der(0x30, hex(ALTERNATIVE_NAMES), der(0x04, names));
  }

  private static byte[] time(Instant instant) {
    return der(0x18, TIME.format(instant).getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }

  private static byte[] der(int tag, byte[]... parts) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      content.writeBytes(part);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    int size = content.size();
    if (size < 0x80) {
      out.write(size);
    } else if (size < 0x100) {
      out.write(0x81); // DER takes the shortest form, and signatures are over it.
      out.write(size);
    } else {
      out.write(0x82);
      out.write(size >> 8);
      out.write(size);
    }
    out.writeBytes(content.toByteArray());
    return out.toByteArray();
  }
}
