package dev.opensipsmcp.db.query;

import dev.opensipsmcp.db.testing.TestDatabase;
import dev.opensipsmcp.facts.Version;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The statements of the corpus, and the rows that they are about. */
public final class Corpus {
  /** What stands in the columns that nobody may see. */
  public static final String CANARY = "CANARYsecret";

  private Corpus() {}

  /** {@return the lines of a file of the corpus, without its comments} */
  public static List<String> lines(String file) {
    try (InputStream in = Corpus.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.replace("\\n", "\n").replace("\\\\", "\u0001"))
          .map(Corpus::unicode)
          .map(line -> line.replace("\u0001", "\\"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String unicode(String line) {
    StringBuilder text = new StringBuilder();
    int at = 0;
    while (at < line.length()) {
      if (line.startsWith("\\u", at)) {
        text.append((char) Integer.parseInt(line.substring(at + 2, at + 6), 16));
        at += 6;
      } else {
        text.append(line.charAt(at));
        at++;
      }
    }
    return text.toString();
  }

  /** Makes the tables and their rows. */
  public static TestDatabase fill(TestDatabase db) {
    db.withGroups(
        Version.V3_6,
        "acc",
        "auth_db",
        "dispatcher",
        "domain",
        "drouting",
        "registrant",
        "tls_mgm");
    for (String row :
        List.of(
            "'INVITE', 'call-1', '200', '2026-11-20 08:00:00', 0",
            "'INVITE', 'call-2', '486', '2026-11-20 08:30:00', 0",
            "'INVITE', 'call-3', '503', '2026-11-20 09:00:00', 0",
            "'BYE', 'call-1', '200', '2026-11-20 09:30:00', 30",
            "'INVITE', 'call-4', '200', '2026-11-20 10:00:00', 0",
            "'BYE', 'call-4', '200', '2026-11-20 10:30:00', 60")) {
      db.execute("INSERT INTO acc (method, callid, sip_code, time, duration) VALUES (" + row + ")");
    }
    db.execute(
        "INSERT INTO dispatcher (setid, destination, description)"
            + " VALUES (1, 'sip:10.0.0.1:5060', 'east')",
        "INSERT INTO dispatcher (setid, destination, description)"
            + " VALUES (1, 'sip:10.0.0.2:5060', 'west')",
        "INSERT INTO dispatcher (setid, destination, description)"
            + " VALUES (2, 'sip:10.0.0.3:5060', 'east')",
        "INSERT INTO domain (domain) VALUES ('example.com')",
        subscriber("alice"),
        subscriber("bob"),
        "CREATE VIEW acc_view AS SELECT ha1 AS leak FROM subscriber");
    return db;
  }

  private static String subscriber(String name) {
    return "INSERT INTO subscriber (username, domain, password, ha1, ha1_sha256, ha1_sha512t256)"
        + (" VALUES ('" + name + "', 'example.com', 'C', 'C', 'C', 'C')")
            .replace("'C'", "'" + CANARY + "'");
  }
}
