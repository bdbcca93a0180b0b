package dev.opensipsmcp.sip.probe;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Words that nobody else has, for tags, branches and names of users that can't exist. */
public final class RandomWords {
  private static final SecureRandom RANDOM = new SecureRandom();

  private RandomWords() {}

  /** {@return 16 hex digits} */
  public static String word() {
    byte[] bytes = new byte[8];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
