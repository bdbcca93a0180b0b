package dev.opensipsmcp.server.redact;

import java.util.Set;

/** Knows which names are names of secrets, however they are written. */
final class SecretNames {
  private static final Set<String> WHOLE =
      Set.of(
          "ha1",
          "ha1b",
          "ha1sha256",
          "ha1sha512t256",
          "authorization",
          "proxyauthorization",
          "nonce",
          "cnonce",
          "pass",
          "passphrase",
          "cookie",
          "setcookie",
          // The session keys of an AKA vector (3GPP TS 33.203), as module auth_aka names them.
          "confidentialitykey",
          "integritykey",
          // The master key of SRTP in SDP (RFC 4568).
          "inline");

  private static final String[] ENDINGS = {
    "password",
    "passwd",
    "pwd",
    "secret",
    "token",
    "apikey",
    "privatekey",
    "secretkey",
    "credentials"
  };

  /** What the name of a secret's source ends with: {@code password_from}. */
  private static final String SOURCE = "from";

  /** No name of a secret is longer. */
  private static final int LONGEST = 64;

  private SecretNames() {}

  /** {@return whether a value of this name is secret} */
  static boolean contains(String name) {
    if (name.isEmpty() || name.length() > LONGEST) {
      return false;
    }
    String plain = plain(name);
    if (WHOLE.contains(plain)) {
      return true;
    }
    for (String ending : ENDINGS) {
      if (plain.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }

  /** {@return whether under this name a word says where a secret comes from} */
  static boolean source(String name) {
    String plain = name.length() > LONGEST ? "" : plain(name);
    return plain.endsWith(SOURCE) && contains(plain.substring(0, plain.length() - SOURCE.length()));
  }

  /** {@return whether this is the name under which digest authentication carries its answer} */
  static boolean digestAnswer(String name) {
    return name.length() == 8 && plain(name).equals("response");
  }

  /** {@return whether a module's parameter of this name holds a secret; paths of keys do not} */
  static boolean parameter(String name) {
    String plain = name.length() > LONGEST ? "" : plain(name);
    return !plain.endsWith("privatekey")
        && !plain.endsWith("cookie")
        && (contains(name)
            || plain.equals("credential")
            || plain.equals("sdkkey")
            || plain.equals("snmpcommunity"));
  }

  private static String plain(String name) {
    StringBuilder plain = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        plain.append((char) (c + 32));
      } else if (c != '_' && c != '-' && c != '.') {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
