package dev.opensipsmcp.server.approval;

import java.security.SecureRandom;
import java.util.Locale;

/** Names of approvals: 40 random bits in letters and digits that are hard to mix up. */
final class ApprovalIds {
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz023456789";
  private static final int LENGTH = 8;

  private ApprovalIds() {}

  static String next() {
    SecureRandom random = new SecureRandom();
    StringBuilder id = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return id.toString();
  }

  /** {@return the id as it was made, whatever case and blanks it was typed with} */
  static String plain(String typed) {
    return typed.strip().toLowerCase(Locale.ROOT);
  }
}
