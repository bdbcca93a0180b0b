package dev.opensipsmcp.db;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where a database is: {@code mysql://user:password@host:port/name}, {@code mariadb://…}, {@code
 * postgres://…}, {@code postgresql://…} or {@code sqlite:///path}, as OpenSIPS writes them, with or
 * without {@code jdbc:} in front and a driver's name behind a plus sign, as other programs do.
 *
 * @param dialect the kind
 * @param host the server's host; empty for a file
 * @param port 0 when the usual one is meant
 * @param name the database's name, or the file
 * @param user who logs in, if the URL says
 * @param password the password, if the URL has it
 */
public record DbUrl(
    Dialect dialect,
    String host,
    int port,
    String name,
    Optional<String> user,
    Optional<String> password) {

  private static final Map<String, Dialect> SCHEMES =
      Map.of(
          "mysql", Dialect.MARIADB,
          "mariadb", Dialect.MARIADB,
          "postgres", Dialect.POSTGRESQL,
          "postgresql", Dialect.POSTGRESQL,
          "sqlite", Dialect.SQLITE);

  /**
   * Reads a URL.
   *
   * @throws IllegalArgumentException when it is none; the message holds nothing of it but its
   *     scheme
   */
  public static DbUrl parse(String text) {
    String plain = text.strip();
    plain = plain.startsWith("jdbc:") ? plain.substring("jdbc:".length()) : plain;
    int colon = plain.indexOf(':');
    String scheme = colon < 0 ? "" : plain.substring(0, colon).toLowerCase(Locale.ROOT);
    int plus = scheme.indexOf('+');
    Dialect dialect = SCHEMES.get(plus < 0 ? scheme : scheme.substring(0, plus));
    if (dialect == null) {
      throw new IllegalArgumentException(
          "a database's URL begins with mysql:, mariadb:, postgres:, postgresql: or sqlite:");
    }
    String rest = plain.substring(colon + 1);
    return dialect == Dialect.SQLITE ? file(rest) : server(dialect, rest);
  }

  /** {@return the URL of a SQLite file} */
  public static DbUrl file(Path path) {
    return new DbUrl(Dialect.SQLITE, "", 0, path.toString(), Optional.empty(), Optional.empty());
  }

  private static DbUrl file(String rest) {
    String path = rest.startsWith("//") ? rest.substring(2) : rest;
    if (path.isBlank() || path.equals("/")) {
      throw new IllegalArgumentException("a SQLite URL names a file: sqlite:///path/to/file");
    }
    // Other programs write three strokes before a relative path and four before an absolute one.
    return file(Path.of(path.startsWith("//") ? path.substring(1) : path));
  }

  private static DbUrl server(Dialect dialect, String rest) {
    URI uri;
    try {
      uri = new URI("db:" + rest);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(
          "the URL is malformed; escape reserved characters of a password, or give it apart", e);
    }
    String path = uri.getPath() == null ? "" : uri.getPath();
    String name = path.startsWith("/") ? path.substring(1) : path;
    if (uri.getHost() == null || name.isEmpty() || name.contains("/")) {
      throw new IllegalArgumentException(
          dialect.label() + ": the URL is //user@host:port/database");
    }
    String login = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
    int colon = login.indexOf(':');
    String user = colon < 0 ? login : login.substring(0, colon);
    return new DbUrl(
        dialect,
        uri.getHost(),
        Math.max(uri.getPort(), 0),
        name,
        user.isEmpty() ? Optional.empty() : Optional.of(decoded(user)),
        colon < 0 ? Optional.empty() : Optional.of(decoded(login.substring(colon + 1))));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** {@return where it is, without user and password} */
  @Override
  public String toString() {
    String at = port == 0 ? host : host + ":" + port;
    return dialect == Dialect.SQLITE
        ? "sqlite://" + name
        : dialect.label() + "://" + at + "/" + name;
  }
}
