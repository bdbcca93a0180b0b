package dev.opensipsmcp.server.toolset.backup.testdata;

import dev.opensipsmcp.db.Row;
import dev.opensipsmcp.db.Value;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Table;
import dev.opensipsmcp.server.secret.Secret;
import dev.opensipsmcp.server.secret.SecretForm;
import dev.opensipsmcp.server.secret.SecretResult;
import dev.opensipsmcp.server.secret.Secrets;
import dev.opensipsmcp.server.tool.Arguments;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Rows to be made for tests.
 *
 * @param table their table
 * @param naming the columns that name a row
 * @param rows what is set in each
 * @param passwords lines of user, domain and password; none for rows without
 */
record Batch(Table table, List<String> naming, List<Row> rows, List<String> passwords) {
  private static final List<String> ACCOUNT = List.of("username", "domain");

  /** A destination may stand in a set twice, but not with the same description of ours. */
  private static final List<String> DESTINATION = List.of("setid", "destination", "description");

  Batch {
    naming = List.copyOf(naming);
    rows = List.copyOf(rows);
    passwords = List.copyOf(passwords);
  }

  /** {@return the columns that name a row of a table that test data is made in} */
  static List<String> naming(String table) {
    return table.equals("subscriber") ? ACCOUNT : DESTINATION;
  }

  /** {@return the columns whose values were set, and that no node changes} */
  static List<String> set(Table table) {
    List<String> set = new ArrayList<>();
    for (String column :
        table.name().equals("subscriber")
            ? List.of("username", "domain", "ha1", "ha1_sha256", "ha1_sha512t256")
            : List.of("setid", "destination", "socket", "description")) {
      if (table.column(column).isPresent()) {
        set.add(column);
      }
    }
    return set;
  }

  /** {@return subscribers with passwords of their own} */
  static Batch subscribers(Facts facts, Arguments arguments, Secrets secrets) {
    Table table = facts.table("subscriber").orElseThrow();
    String domain = domain(arguments);
    List<Row> rows = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (String name : names(arguments)) {
      Secret password = password(secrets);
      Row row = account(name, domain);
      for (Map.Entry<String, Secret> hash :
          secrets.hashes(facts.version(), name, domain, password).entrySet()) {
        row = row.with(hash.getKey(), Value.of(hash.getValue().reveal()));
      }
      rows.add(row);
      lines.add(name + "," + domain + "," + password.reveal());
    }
    return new Batch(table, ACCOUNT, rows, lines);
  }

  private static Secret password(Secrets secrets) {
    return switch (secrets.take("generate", SecretForm.PASSWORD)) {
      case SecretResult.Given(Secret secret, boolean _) -> secret;
      case SecretResult.Refused refused -> throw new IllegalStateException(refused.cause());
    };
  }

  /** {@return the same by name only, for a plan} */
  static Batch accounts(Facts facts, Arguments arguments) {
    List<String> names = names(arguments);
    return new Batch(
        facts.table("subscriber").orElseThrow(),
        ACCOUNT,
        names.stream().map(name -> account(name, domain(arguments))).toList(),
        names);
  }

  private static Row account(String name, String domain) {
    return Row.of("username", Value.of(name)).with("domain", Value.of(domain));
  }

  private static String domain(Arguments arguments) {
    return arguments.text("domain").toLowerCase(Locale.ROOT);
  }

  /** {@return the names of the subscribers that are asked for: test001, test002, …} */
  static List<String> names(Arguments arguments) {
    String prefix = arguments.maybeText("username_prefix").orElse("test");
    int first = arguments.integer("first", 1);
    List<String> names = new ArrayList<>();
    for (int at = 0; at < arguments.integer("count", 10); at++) {
      names.add(prefix + String.format(Locale.ROOT, "%03d", first + at));
    }
    return names;
  }

  /** {@return a set of destinations} */
  static Batch destinations(Facts facts, Arguments arguments, String name) {
    Table table = facts.table("dispatcher").orElseThrow();
    List<Row> rows = new ArrayList<>();
    int number = 0;
    for (String destination : arguments.texts("destinations")) {
      Map<String, Value> values = new LinkedHashMap<>();
      values.put("setid", Value.of(arguments.integer("set_id", 0)));
      values.put("destination", Value.of(uri(destination)));
      values.put("socket", arguments.maybeText("socket").map(Value::of).orElse(Value.NULL));
      values.put("description", Value.of("test data " + name + " " + ++number));
      rows.add(new Row(values));
    }
    return new Batch(table, DESTINATION, rows, List.of());
  }

  private static String uri(String destination) {
    return destination.startsWith("sip") ? destination : "sip:" + destination;
  }
}
