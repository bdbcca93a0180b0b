package dev.opensipsmcp.db.testing;

import dev.opensipsmcp.db.DbUrl;
import dev.opensipsmcp.db.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A kind of database to test on. SQLite is always there; the servers are where an environment
 * variable names one, with a user who may make databases: {@code
 * mariadb://user:password@127.0.0.1:3306/mysql}, {@code
 * postgresql://user:password@127.0.0.1:5432/postgres}.
 */
public enum DatabaseKind {
  SQLITE(Dialect.SQLITE, ""),
  MARIADB(Dialect.MARIADB, "OPENSIPS_MCP_TEST_MARIADB"),
  POSTGRESQL(Dialect.POSTGRESQL, "OPENSIPS_MCP_TEST_POSTGRESQL");

  /** Told and decided once, however many tests ask. */
  private static final List<DatabaseKind> AVAILABLE = find();

  private final Dialect dialect;
  private final String variable;

  DatabaseKind(Dialect dialect, String variable) {
    this.dialect = dialect;
    this.variable = variable;
  }

  /** {@return its dialect} */
  public Dialect dialect() {
    return dialect;
  }

  /** {@return the kinds that this machine has; with {@code CI=true} it must have all} */
  public static List<DatabaseKind> available() {
    for (DatabaseKind kind : values()) {
      if (!AVAILABLE.contains(kind) && "true".equals(System.getenv("CI"))) {
        throw new IllegalStateException(
            "With CI=true the tests need every database, but " + kind.variable + " is not set");
      }
    }
    return AVAILABLE;
  }

  /** {@return where the server is; empty for SQLite} */
  Optional<DbUrl> server() {
    return variable.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(System.getenv(variable)).map(DbUrl::parse);
  }

  private static List<DatabaseKind> find() {
    List<DatabaseKind> found = new ArrayList<>();
    for (DatabaseKind kind : values()) {
      if (kind.variable.isEmpty() || System.getenv(kind.variable) != null) {
        found.add(kind);
      } else {
        System.out.println(
            "Left out: tests on " + kind.dialect.label() + ", " + kind.variable + " is not set");
      }
    }
    return List.copyOf(found);
  }
}
