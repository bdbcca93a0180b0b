package dev.opensipsmcp.db.testing;

import dev.opensipsmcp.db.Database;
import dev.opensipsmcp.db.DbError;
import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.db.DbSettings;
import dev.opensipsmcp.db.DbUrl;
import dev.opensipsmcp.db.Dialect;
import dev.opensipsmcp.db.schema.StepListener;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Table;
import dev.opensipsmcp.facts.Version;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A database that one test has for itself. Made when first needed, dropped when closed. Used by one
 * thread; what it gives may be used by many.
 */
public final class TestDatabase implements AutoCloseable {
  private final DatabaseKind kind;
  private final Place place;
  private final Database database;

  private TestDatabase(DatabaseKind kind) {
    this.kind = kind;
    byte[] random = new byte[8];
    ThreadLocalRandom.current().nextBytes(random);
    this.place = Place.make(kind, "omt_" + HexFormat.of().formatHex(random));
    this.database = new Database(settings());
  }

  /** {@return an empty database of a kind} */
  public static TestDatabase of(DatabaseKind kind) {
    return new TestDatabase(kind);
  }

  /** Makes all tables of an OpenSIPS version. */
  public TestDatabase withSchema(Version version) {
    return withTables(Facts.of(version).tables());
  }

  /** Makes table {@code version} and the tables of some groups, for example {@code dispatcher}. */
  public TestDatabase withGroups(Version version, String... groups) {
    List<String> wanted = List.of(groups);
    return withTables(
        Facts.of(version).tables().stream()
            .filter(table ->
                table.name().equals("version") || !Collections.disjoint(table.groups(), wanted))
            .toList());
  }

  private TestDatabase withTables(List<Table> tables) {
    require(database.writes().schema().create(tables, StepListener.NONE));
    return this;
  }

  /** {@return the value of a success} */
  public static <T> T require(DbResult<T> result) {
    return switch (result) {
      case DbResult.Success<T>(T value) -> value;
      case DbResult.Failure<T>(DbError error) -> throw new AssertionError(error.toString());
    };
  }

  /** Runs statements as they stand, to arrange what the product itself would not make. */
  public void execute(String... statements) {
    place.execute(statements);
  }

  /** {@return every row of a query, its values as texts with bars between; NULL as nothing} */
  public List<String> query(String statement) {
    return place.query(statement);
  }

  /** {@return the kind of database} */
  public DatabaseKind kind() {
    return kind;
  }

  /** {@return how it is spoken to} */
  public Dialect dialect() {
    return kind.dialect();
  }

  /** {@return how to connect} */
  public DbSettings settings() {
    return DbSettings.of(place.url());
  }

  /** {@return where it is, with user and password} */
  public DbUrl url() {
    return place.url();
  }

  /** {@return the product's own view of it} */
  public Database database() {
    return database;
  }

  @Override
  public void close() {
    database.close();
    place.drop();
  }

  @Override
  public String toString() {
    return dialect().label();
  }
}
