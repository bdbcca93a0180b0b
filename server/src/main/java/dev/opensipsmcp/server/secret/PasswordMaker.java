package dev.opensipsmcp.server.secret;

import java.security.SecureRandom;

/**
 * Makes passwords for digest authentication that a person can type into a telephone: lower case and
 * digits, none that is easily taken for another. Twenty characters of 31 are 99 bits, and fit the
 * 25 characters of OpenSIPS's password column.
 */
final class PasswordMaker {
  static final int LENGTH = 20;
  static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

  String make() {
    SecureRandom random = new SecureRandom();
    StringBuilder password = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return password.toString();
  }
}
