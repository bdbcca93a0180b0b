package dev.opensipsmcp.bench;

import dev.opensipsmcp.db.DbUrl;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** Subscribers, made inside a database. Their table is dropped when closed. */
final class Subscribers implements AutoCloseable {
  private final DbUrl url;
  private final Connection connection;

  Subscribers(DbUrl url) throws SQLException {
    this.url = url;
    this.connection = connect(url);
  }

  private static Connection connect(DbUrl url) throws SQLException {
    Properties login = new Properties();
    url.user().ifPresent(user -> login.setProperty("user", user));
    url.password().ifPresent(password -> login.setProperty("password", password));
    String place = url.toString();
    return DriverManager.getConnection(
        switch (url.dialect()) {
          case SQLITE -> "jdbc:sqlite:" + url.name();
          case MARIADB -> "jdbc:" + place + "?sslMode=disable";
          case POSTGRESQL -> "jdbc:" + place;
        },
        login);
  }

  void fill(int many) throws SQLException {
    String hash =
        switch (url.dialect()) {
          case MARIADB, POSTGRESQL -> "md5(concat('u', n))";
          case SQLITE -> "lower(hex(randomblob(16)))";
        };
    String numbers =
        switch (url.dialect()) {
          case MARIADB -> "SELECT seq AS n FROM seq_1_to_" + many;
          case POSTGRESQL -> "SELECT n FROM generate_series(1, " + many + ") AS n";
          case SQLITE ->
              "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < "
                  + many
                  + ") SELECT n FROM c";
        };
    String name =
        switch (url.dialect()) {
          case MARIADB, POSTGRESQL -> "concat('user', n)";
          case SQLITE -> "'user' || n";
        };
    execute(
        "INSERT INTO subscriber (username, domain, password, ha1, ha1_sha256, ha1_sha512t256)"
            + " SELECT "
            + name
            + ", 'sip.example.org', '', "
            + hash
            + ", '', '' FROM ("
            + numbers
            + ") AS numbers");
  }

  void empty() throws SQLException {
    execute("DELETE FROM subscriber");
  }

  private void execute(String words) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(words);
    }
  }

  @Override
  public void close() throws SQLException {
    execute("DROP TABLE IF EXISTS subscriber");
    execute("DROP TABLE IF EXISTS version");
    connection.close();
  }
}
