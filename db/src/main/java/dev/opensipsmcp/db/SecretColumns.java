package dev.opensipsmcp.db;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which columns hold secrets: the one list that every reader of rows goes by, so that none shows a
 * password because it has not heard of it. Immutable.
 */
public final class SecretColumns {

  /** How much of a column's value is secret. */
  public enum Kind {
    /** All of it. */
    WHOLE,
    /** It is a URL that may hold a password. */
    URL
  }

  private static final Map<String, Map<String, Kind>> TABLES =
      Map.of(
          "subscriber",
          Map.of(
              "password", Kind.WHOLE,
              "ha1", Kind.WHOLE,
              "ha1_sha256", Kind.WHOLE,
              "ha1_sha512t256", Kind.WHOLE),
          "registrant",
          Map.of("password", Kind.WHOLE),
          "tls_mgm",
          Map.of("private_key", Kind.WHOLE),
          "smpp",
          Map.of("password", Kind.WHOLE),
          "jwt_secrets",
          Map.of("secret", Kind.WHOLE),
          "freeswitch",
          Map.of("password", Kind.WHOLE),
          "dr_partitions",
          Map.of("db_url", Kind.URL),
          "trie_partitions",
          Map.of("db_url", Kind.URL));

  /** Parts of names by which a column that OpenSIPS's schema doesn't have gives itself away. */
  private static final List<String> TELLING =
      List.of("password", "passwd", "ha1", "secret", "private_key", "api_key", "credential");

  private SecretColumns() {}

  /** {@return the tables of OpenSIPS that have such columns} */
  public static Set<String> tables() {
    return TABLES.keySet();
  }

  /**
   * {@return the columns of a table of OpenSIPS that hold secrets, with how much of each is one}
   */
  public static Map<String, Kind> of(String table) {
    return TABLES.getOrDefault(table.toLowerCase(Locale.ROOT), Map.of());
  }

  /**
   * {@return whether the column's value must not be shown} So is a column of somebody's own, or a
   * table's, whose name says that it holds a password or the like.
   */
  public static boolean hides(String table, String column) {
    String name = column.toLowerCase(Locale.ROOT);
    return of(table).containsKey(name) || TELLING.stream().anyMatch(name::contains);
  }
}
