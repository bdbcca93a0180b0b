package dev.opensipsmcp.server.secret;

import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Table;
import dev.opensipsmcp.facts.Version;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The hashes of a password from which a server checks digest authentication (RFC 7616, RFC 8760),
 * in the form that modules auth and auth_db read: lower-case hex of the hash over {@code
 * user:realm:password}. Each lets its holder log in, so it is a secret like the password.
 */
public final class Ha1 {
  private static final HexFormat HEX = HexFormat.of();

  private Ha1() {}

  /** A hash that digest authentication knows. */
  public enum Algorithm {
    MD5("MD5", "ha1"),
    SHA_256("SHA-256", "ha1_sha256"),
    SHA_512_256("SHA-512/256", "ha1_sha512t256");

    private final String java;
    private final String column;

    Algorithm(String java, String column) {
      this.java = java;
      this.column = column;
    }

    /** {@return the column of table {@code subscriber} that holds it} */
    public String column() {
      return column;
    }
  }

  /** {@return the hash} */
  public static String of(Algorithm algorithm, String user, String realm, Secret password) {
    return hex(algorithm, user + ":" + realm + ":" + password.reveal());
  }

  /**
   * {@return the hash that some clients need that send {@code user@domain} as the user's name; up
   * to OpenSIPS 3.1 a column of its own held it}
   */
  public static String withDomain(String user, String domain, Secret password) {
    return hex(Algorithm.MD5, user + "@" + domain + ":" + domain + ":" + password.reveal());
  }

  /**
   * {@return the hashes that the version's table {@code subscriber} has columns for, by column}
   *
   * @param version the node's version
   * @param user the subscriber's name
   * @param realm the realm that the node asks for, usually the subscriber's domain
   */
  public static Map<String, String> columns(
      Version version, String user, String realm, Secret password) {
    Optional<Table> subscriber = Facts.of(version).table("subscriber");
    Map<String, String> values = new LinkedHashMap<>();
    for (Algorithm algorithm : Algorithm.values()) {
      if (subscriber.flatMap(table -> table.column(algorithm.column())).isPresent()) {
        values.put(algorithm.column(), of(algorithm, user, realm, password));
      }
    }
    return values;
  }

  private static String hex(Algorithm algorithm, String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance(algorithm.java);
      return HEX.formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(algorithm.java, e);
    }
  }
}
