package dev.opensipsmcp.db.testing;

import dev.opensipsmcp.db.DbSettings;
import dev.opensipsmcp.db.DbUrl;
import dev.opensipsmcp.db.Dialect;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** A user of a test's database, on a server, who may not do everything. */
public final class TestUser implements AutoCloseable {

  /** What the user may do. */
  public enum May {
    READ,
    CHANGE_ROWS
  }

  private final TestDatabase database;
  private final DbUrl url;

  private TestUser(TestDatabase database, DbUrl url) {
    this.database = database;
    this.url = url;
  }

  /** Makes a user for the tables that are there now. */
  public static TestUser of(TestDatabase database, May may) {
    byte[] random = new byte[6];
    ThreadLocalRandom.current().nextBytes(random);
    String name = "omt_" + HexFormat.of().formatHex(random);
    DbUrl url = database.url();
    if (database.dialect() == Dialect.SQLITE) {
      throw new IllegalArgumentException("A file knows no users");
    }
    String rights = may == May.READ ? "SELECT" : "SELECT, INSERT, UPDATE, DELETE";
    String who = database.dialect() == Dialect.MARIADB ? name + "@'%'" : name;
    database.execute(
        database.dialect() == Dialect.MARIADB
            ? "CREATE USER " + who + " IDENTIFIED BY 'secret'"
            : "CREATE ROLE " + who + " LOGIN PASSWORD 'secret'");
    database.execute(
        database.dialect() == Dialect.MARIADB
            ? "GRANT " + rights + " ON " + url.name() + ".* TO " + who
            : "GRANT " + rights + " ON ALL TABLES IN SCHEMA public TO " + who);
    if (database.dialect() == Dialect.POSTGRESQL && may == May.CHANGE_ROWS) {
      database.execute("GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO " + who);
    }
    return new TestUser(
        database,
        new DbUrl(
            url.dialect(),
            url.host(),
            url.port(),
            url.name(),
            Optional.of(name),
            Optional.of("secret")));
  }

  /** {@return how the user connects} */
  public DbSettings settings() {
    return DbSettings.of(url);
  }

  @Override
  public void close() {
    switch (database.dialect()) {
      case SQLITE -> {}
      case MARIADB -> database.execute("DROP USER " + url.user().orElseThrow() + "@'%'");
      case POSTGRESQL ->
          database.execute(
              "DROP OWNED BY " + url.user().orElseThrow(), "DROP ROLE " + url.user().orElseThrow());
    }
  }
}
