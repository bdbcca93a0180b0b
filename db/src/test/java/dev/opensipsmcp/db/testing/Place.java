package dev.opensipsmcp.db.testing;

import dev.opensipsmcp.db.DbUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * Where a test's database is, reached past the product.
 *
 * @param url with user and password
 */
record Place(DbUrl url) {

  /** Makes an empty database. */
  static Place make(DatabaseKind kind, String name) {
    if (kind.server().isEmpty()) {
      try {
        return new Place(DbUrl.file(Files.createTempFile(name, ".db")));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    DbUrl server = kind.server().get();
    Place place =
        new Place(
            new DbUrl(
                server.dialect(),
                server.host(),
                server.port(),
                name,
                server.user(),
                server.password()));
    String more = kind == DatabaseKind.MARIADB ? " CHARACTER SET utf8mb4" : "";
    new Place(server).execute("CREATE DATABASE " + name + more);
    return place;
  }

  void drop() {
    switch (url.dialect()) {
      case SQLITE -> {
        for (String suffix : List.of("", "-journal", "-wal", "-shm")) {
          try {
            Files.deleteIfExists(Path.of(url.name() + suffix));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        }
      }
      case MARIADB -> server(DatabaseKind.MARIADB).execute("DROP DATABASE " + url.name());
      case POSTGRESQL ->
          server(DatabaseKind.POSTGRESQL).execute("DROP DATABASE " + url.name() + " WITH (FORCE)");
    }
  }

  private static Place server(DatabaseKind kind) {
    return new Place(kind.server().orElseThrow());
  }

  void execute(String... statements) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String one : statements) {
        statement.execute(one);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  List<String> query(String text) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(text)) {
      List<String> all = new ArrayList<>();
      while (rows.next()) {
        List<String> row = new ArrayList<>();
        for (int at = 1; at <= rows.getMetaData().getColumnCount(); at++) {
          String value = rows.getString(at);
          row.add(value == null ? "" : value);
        }
        all.add(String.join("|", row));
      }
      return all;
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private Connection connect() throws SQLException {
    Properties login = new Properties();
    url.user().ifPresent(user -> login.setProperty("user", user));
    url.password().ifPresent(password -> login.setProperty("password", password));
    String name = url.name();
    String at = url.host() + ":" + url.port() + "/" + name;
    String jdbc =
        switch (url.dialect()) {
          case SQLITE -> "jdbc:sqlite:" + name;
          case MARIADB -> "jdbc:mariadb://" + at + "?sslMode=disable";
          case POSTGRESQL -> "jdbc:postgresql://" + at;
        };
    return DriverManager.getConnection(jdbc, login);
  }
}
