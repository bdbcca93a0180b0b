package dev.opensipsmcp.bench;

import dev.opensipsmcp.db.DbUrl;
import dev.opensipsmcp.db.Dialect;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * A month of calls in table {@code acc}, made inside a database: every seventh is busy, every
 * eleventh fails, some callers and prefixes are likelier than others. Dropped when closed.
 */
final class CdrRows implements AutoCloseable {
  static final LocalDateTime START = LocalDateTime.of(2026, 10, 1, 0, 0);
  private static final int AT_ONCE = 1_000_000;

  private final Connection connection;
  private final long nanos;
  private final boolean kept;

  private CdrRows(Connection connection, long nanos, boolean kept) {
    this.connection = connection;
    this.nanos = nanos;
    this.kept = kept;
  }

  long seconds() {
    return nanos / 1_000_000_000;
  }

  /** Makes the rows; where they are to be kept, those of an earlier run are taken. */
  static CdrRows make(DbUrl url, int many, boolean covering, boolean kept) throws SQLException {
    long start = System.nanoTime();
    Connection connection = connect(url);
    if (!kept || !there(connection)) {
      try (Statement statement = connection.createStatement()) {
        for (String one : statements(url.dialect(), many, covering)) {
          statement.execute(one);
        }
      }
    }
    return new CdrRows(connection, System.nanoTime() - start, kept);
  }

  private static boolean there(Connection connection) {
    try (Statement statement = connection.createStatement()) {
      return statement.execute("SELECT id FROM acc LIMIT 1");
    } catch (SQLException _) {
      return false;
    }
  }

  private static Connection connect(DbUrl url) throws SQLException {
    Properties login = new Properties();
    url.user().ifPresent(user -> login.setProperty("user", user));
    url.password().ifPresent(password -> login.setProperty("password", password));
    String at = "://" + url.host() + ":" + url.port() + "/" + url.name();
    return DriverManager.getConnection(
        switch (url.dialect()) {
          case MARIADB -> "jdbc:mariadb" + at + "?sslMode=disable";
          case POSTGRESQL -> "jdbc:postgresql" + at;
          case SQLITE -> "jdbc:sqlite:" + url.name();
        },
        login);
  }

  private static List<String> statements(Dialect dialect, int many, boolean covering) {
    List<String> all = new ArrayList<>();
    boolean maria = dialect == Dialect.MARIADB;
    String text = maria ? "CHAR" : "VARCHAR";
    String time = maria ? "DATETIME" : "TIMESTAMP";
    all.add(
        "CREATE TABLE acc (id "
            + (maria ? "INT UNSIGNED AUTO_INCREMENT" : "INTEGER")
            + (" PRIMARY KEY NOT NULL, method @(16) NOT NULL, from_tag @(64) NOT NULL,"
                    + " to_tag @(64) NOT NULL, callid @(64) NOT NULL, sip_code @(3) NOT NULL,"
                    + " sip_reason @(32) NOT NULL,")
                .replace("@", text)
            + " time "
            + time
            + " NOT NULL, duration INTEGER NOT NULL, ms_duration INTEGER NOT NULL,"
            + " setuptime INTEGER NOT NULL, created "
            + time
            + ", src_user VARCHAR(64), dst_user VARCHAR(64), gw VARCHAR(32))");
    for (int from = 1; from <= many; from += AT_ONCE) {
      all.add(insert(dialect, from, Math.min(many, from + AT_ONCE - 1), many));
    }
    all.add("CREATE INDEX acc_callid_idx ON acc (callid)");
    all.add("CREATE INDEX acc_time_idx ON acc (time)");
    if (covering) {
      all.add(
          "CREATE INDEX acc_summary_idx ON acc"
              + " (time, method, sip_code, duration, setuptime, created)");
    }
    all.add(
        maria ? "ANALYZE TABLE acc" : dialect == Dialect.SQLITE ? "ANALYZE" : "VACUUM ANALYZE acc");
    return all;
  }

  /** The numbers are spread by multiplying with primes, so that every run makes the same rows. */
  private static String insert(Dialect dialect, int from, int to, int many) {
    String seconds = "CAST(FLOOR(n * 2592000.0 / " + many + ") AS @) + 300 - (n * 7919) % 300";
    String moment =
        switch (dialect) {
          case MARIADB -> "'2026-10-01' + INTERVAL (" + seconds.replace("@", "SIGNED") + ") SECOND";
          case POSTGRESQL ->
              "TIMESTAMP '2026-10-01' + make_interval(secs => "
                  + seconds.replace("@", "INTEGER")
                  + ")";
          case SQLITE ->
              "datetime('2026-10-01', '+' || ("
                  + seconds.replace("@", "INTEGER")
                  + ") || ' seconds')";
        };
    String series =
        switch (dialect) {
          case MARIADB -> "(SELECT seq AS n FROM seq_" + from + "_to_" + to + ") s";
          case POSTGRESQL -> "generate_series(" + from + "::bigint, " + to + ") AS n";
          case SQLITE ->
              "(WITH RECURSIVE c(n) AS (SELECT "
                  + from
                  + " UNION ALL SELECT n + 1 FROM c WHERE n < "
                  + to
                  + ") SELECT n FROM c) s";
        };
    String code = "CASE WHEN n % 7 = 0 THEN '486' WHEN n % 11 = 0 THEN '503' ELSE '200' END";
    String duration = "CASE WHEN n % 7 = 0 OR n % 11 = 0 THEN 0 ELSE 1 + (n * 104729) % 600 END";
    boolean maria = dialect == Dialect.MARIADB;
    String start = maria ? "CONCAT(" : "(";
    String join = maria ? ", " : " || ";
    return "INSERT INTO acc SELECT n, 'INVITE', "
        + (start + "'f'" + join + "n), " + start + "'t'" + join + "n), ")
        + (start + "'call-'" + join + "n" + join + "'@bench'), ")
        + code
        + ", 'reason', "
        + moment
        + ", "
        + duration
        + ", 1000 * "
        + duration
        + ", (n * 31) % 25, "
        + moment
        + ", "
        + (start + "'user'" + join + "((n * 48611) % 20000)), ")
        + (start
            + "'+4'"
            + join
            + "((n * 15485863) % 899 + 100)"
            + join
            + "((n * 7907) % 100000)), ")
        + (start + "'gw'" + join + "(n % 12))")
        + " FROM "
        + series;
  }

  @Override
  public void close() throws SQLException {
    try (connection;
        Statement statement = connection.createStatement()) {
      if (!kept) {
        statement.execute("DROP TABLE acc");
      }
    }
  }
}
