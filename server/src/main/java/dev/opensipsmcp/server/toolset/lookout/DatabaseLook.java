package dev.opensipsmcp.server.toolset.lookout;

import dev.opensipsmcp.cfg.lint.Surroundings;
import dev.opensipsmcp.cfg.lint.Surroundings.TrustedAddress;
import dev.opensipsmcp.db.DbError;
import dev.opensipsmcp.db.DbReads;
import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.db.Row;
import dev.opensipsmcp.db.Value;
import dev.opensipsmcp.db.row.Condition;
import dev.opensipsmcp.db.row.Select;
import dev.opensipsmcp.db.schema.ActualColumn;
import dev.opensipsmcp.db.schema.ActualSchema;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Table;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.toolset.common.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks at the database that a node's tables are in. No password leaves: accounts are counted. */
final class DatabaseLook {
  private static final int ROWS = 10_000;

  /** What scanners try first. */
  private static final List<String> GUESSES =
      List.of("1234", "12345", "123456", "password", "secret", "changeme", "admin", "test");

  private final DbReads database;
  private final Facts facts;
  private final List<String> not = new ArrayList<>();

  private DatabaseLook(DbReads database, Facts facts) {
    this.database = database;
    this.facts = facts;
  }

  static Optional<Surroundings.Database> look(
      DbResult<DbReads> database, Optional<NodeLook> node, List<Looked> looked) {
    Version version = node.map(it -> it.live().version()).orElse(Version.V3_6);
    return switch (database.then(
        reads ->
            reads
                .schema()
                .actual()
                .map(schema -> new DatabaseLook(reads, Facts.of(version)).look(schema, looked)))) {
      case DbResult.Success<Surroundings.Database>(Surroundings.Database seen) -> Optional.of(seen);
      case DbResult.Failure<Surroundings.Database>(DbError error) -> {
        looked.add(new Looked("database", false, error.cause()));
        yield Optional.empty();
      }
    };
  }

  private Surroundings.Database look(ActualSchema schema, List<Looked> looked) {
    String where = database.where();
    Map<String, Set<String>> columns = new HashMap<>();
    schema
        .tables()
        .forEach((name, table) ->
            columns.put(
                name,
                table.columns().stream().map(ActualColumn::name).collect(Collectors.toSet())));
    Surroundings.Database seen =
        new Surroundings.Database(
            where.substring(where.lastIndexOf('/') + 1),
            trusted(columns.keySet()),
            schema.versions(),
            columns,
            empty(columns.keySet()),
            guessable(columns.keySet()));
    looked.add(
        new Looked(
            "database",
            true,
            where
                + ", "
                + columns.size()
                + " tables"
                + (not.isEmpty() ? "" : "; not read: " + String.join(", ", not))));
    return seen;
  }

  private Optional<Table> table(String name, Set<String> there) {
    return there.contains(name) ? facts.table(name) : Optional.empty();
  }

  private List<TrustedAddress> trusted(Set<String> there) {
    return table("address", there)
        .flatMap(table -> {
          List<TrustedAddress> rows = new ArrayList<>();
          return taken(
                  "address",
                  database
                      .rows()
                      .each(
                          Select.first(table, List.of(), ROWS),
                          row -> {
                            rows.add(address(row));
                            return rows.size() < ROWS;
                          }))
              .map(_ -> rows);
        })
        .orElse(new ArrayList<>());
  }

  private static TrustedAddress address(Row row) {
    return new TrustedAddress(
        (int) Json.number(row.text("grp"), 0),
        row.text("ip"),
        (int) Json.number(row.text("mask"), 32),
        (int) Json.number(row.text("port"), 0),
        row.text("proto"));
  }

  private Set<String> empty(Set<String> there) {
    Set<String> empty = new HashSet<>();
    for (String name : Surroundings.Database.WORK.values()) {
      table(name, there)
          .flatMap(table -> taken(name, database.rows().list(Select.first(table, List.of(), 1))))
          .filter(List::isEmpty)
          .ifPresent(_ -> empty.add(name));
    }
    return empty;
  }

  private Optional<Long> guessable(Set<String> there) {
    Optional<Table> table = table("subscriber", there);
    if (table.flatMap(it -> it.column("password")).isEmpty()) {
      return Optional.empty();
    }
    long accounts = 0;
    for (String guess : GUESSES) {
      Condition same =
          new Condition.Equal(table.get().column("password").orElseThrow(), Value.of(guess));
      Optional<Long> count =
          taken("subscriber", database.rows().count(Select.first(table.get(), List.of(same), 1)));
      if (count.isEmpty()) {
        return count;
      }
      accounts += count.get();
    }
    return Optional.of(accounts);
  }

  private <T> Optional<T> taken(String table, DbResult<T> result) {
    return switch (result) {
      case DbResult.Success<T>(T value) -> Optional.of(value);
      case DbResult.Failure<T>(DbError error) -> {
        not.add(table + " (" + error.cause() + ")");
        yield Optional.empty();
      }
    };
  }
}
