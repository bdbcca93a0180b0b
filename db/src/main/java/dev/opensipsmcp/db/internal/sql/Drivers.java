package dev.opensipsmcp.db.internal.sql;

import dev.opensipsmcp.db.DbSettings;
import dev.opensipsmcp.db.DbSettings.Tls;
import dev.opensipsmcp.db.DbUrl;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Makes each driver's source of connections, with the settings that all of them shall have. */
final class Drivers {
  private static final int MARIADB_PORT = 3306;
  private static final int POSTGRESQL_PORT = 5432;

  private Drivers() {}

  static DataSource source(DbSettings settings) throws SQLException {
    return switch (settings.url().dialect()) {
      case MARIADB -> mariadb(settings);
      case POSTGRESQL -> postgresql(settings);
      case SQLITE -> sqlite(settings);
    };
  }

  private static DataSource mariadb(DbSettings settings) throws SQLException {
    DbUrl url = settings.url();
    int port = url.port() == 0 ? MARIADB_PORT : url.port();
    String tls =
        switch (settings.tls()) {
          case Tls.Off _ -> "&sslMode=disable";
          case Tls.Verified(Optional<Path> authorities) ->
              "&sslMode=verify-full"
                  + authorities.map(file -> "&serverSslCert=" + file.toAbsolutePath()).orElse("");
        };
    // A change that finds the value already there must count its row all the same.
    MariaDbDataSource source =
        new MariaDbDataSource(
            "jdbc:mariadb://"
                + url.host()
                + ":"
                + port
                + "/"
                + url.name()
                + "?useAffectedRows=false&allowLocalInfile=false&allowMultiQueries=false"
                + "&tinyInt1isBit=false"
                + "&connectTimeout="
                + settings.connectTimeout().toMillis()
                + tls);
    Optional<String> user = user(settings);
    if (user.isPresent()) {
      source.setUser(user.get());
    }
    Optional<String> password = password(settings);
    if (password.isPresent()) {
      source.setPassword(password.get());
    }
    return source;
  }

  private static DataSource postgresql(DbSettings settings) {
    DbUrl url = settings.url();
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {url.host()});
    source.setPortNumbers(new int[] {url.port() == 0 ? POSTGRESQL_PORT : url.port()});
    source.setDatabaseName(url.name());
    source.setApplicationName("opensips-mcp");
    int seconds = (int) Math.max(1, settings.connectTimeout().toSeconds());
    source.setConnectTimeout(seconds);
    source.setLoginTimeout(seconds);
    source.setTcpKeepAlive(true);
    user(settings).ifPresent(source::setUser);
    password(settings).ifPresent(source::setPassword);
    switch (settings.tls()) {
      case Tls.Off _ -> source.setSslMode("disable");
      case Tls.Verified(Optional<Path> authorities) -> {
        source.setSslMode("verify-full");
        if (authorities.isPresent()) {
          source.setSslRootCert(authorities.get().toAbsolutePath().toString());
        } else {
          source.setSslfactory("org.postgresql.ssl.DefaultJavaSSLFactory");
        }
      }
    }
    return source;
  }

  private static DataSource sqlite(DbSettings settings) {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout((int) settings.connectTimeout().toMillis());
    config.enableLoadExtension(false);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + Path.of(settings.url().name()).toAbsolutePath());
    return source;
  }

  private static Optional<String> user(DbSettings settings) {
    return settings.user().or(settings.url()::user);
  }

  private static Optional<String> password(DbSettings settings) {
    return settings.password().or(settings.url()::password);
  }
}
