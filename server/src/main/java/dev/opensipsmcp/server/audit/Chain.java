package dev.opensipsmcp.server.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * How lines are chained: the hash of a line is SHA-256 over the hash of the line before, a line
 * feed, and the line itself as it is without its own hash.
 */
final class Chain {
  /** What stands for the line before the first. */
  static final String START = "0".repeat(64);

  private static final String HASH = ",\"hash\":\"";
  private static final String PREV = ",\"prev\":\"";
  private static final String END = "\"}";
  private static final int SEAL_LENGTH = HASH.length() + START.length() + END.length();

  private Chain() {}

  /**
   * {@return the line with its place in the chain}
   *
   * @param json an object of at least one member, in JSON
   */
  static Sealed seal(String json, String prev) {
    String body = json.substring(0, json.length() - 1) + PREV + prev + END;
    String hash = hash(prev, body);
    return new Sealed(body.substring(0, body.length() - 1) + HASH + hash + END, hash);
  }

  /** A chained line and its hash. */
  record Sealed(String line, String hash) {}

  /** {@return the hash that the line claims; empty when it claims none} */
  static String claimed(String line) {
    int at = line.length() - SEAL_LENGTH;
    return at > 0 && line.startsWith(HASH, at) && line.endsWith(END)
        ? line.substring(at + HASH.length(), line.length() - END.length())
        : "";
  }

  /**
   * {@return whether the line, whose claimed hash is given, follows the line of hash {@code prev}}
   */
  static boolean follows(String line, String claimed, String prev) {
    String body = line.substring(0, line.length() - SEAL_LENGTH) + "}";
    return body.endsWith(PREV + prev + END) && hash(prev, body).equals(claimed);
  }

  private static String hash(String prev, String body) {
    MessageDigest sha = sha256();
    sha.update(prev.getBytes(StandardCharsets.US_ASCII));
    sha.update((byte) '\n');
    return HexFormat.of().formatHex(sha.digest(body.getBytes(StandardCharsets.UTF_8)));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
