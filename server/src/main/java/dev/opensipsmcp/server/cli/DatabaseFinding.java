package dev.opensipsmcp.server.cli;

import dev.opensipsmcp.db.Database;
import dev.opensipsmcp.db.DbError;
import dev.opensipsmcp.db.DbReads;
import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.db.schema.Access;
import dev.opensipsmcp.db.schema.Fit;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.instance.Instance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a look at a database found. */
sealed interface DatabaseFinding {

  /** It can be worked with. */
  record Good(String found) implements DatabaseFinding {}

  /** It can be reached, but its tables are not as any version wants them. */
  record Odd(String found) implements DatabaseFinding {}

  /** It can't be used. */
  record Bad(String why) implements DatabaseFinding {}

  /** {@return what each database is like, by the nodes that share it} */
  static Map<String, DatabaseFinding> each(List<Instance> instances) {
    Map<Database, List<String>> users = new LinkedHashMap<>();
    for (Instance instance : instances) {
      instance
          .database()
          .ifPresent(database ->
              users.computeIfAbsent(database, _ -> new ArrayList<>()).add(instance.name()));
    }
    Map<String, DatabaseFinding> findings = new LinkedHashMap<>();
    users.forEach((database, nodes) -> findings.put(String.join(", ", nodes), of(database)));
    return findings;
  }

  /** Looks at a database. */
  static DatabaseFinding of(Database database) {
    DbReads reads = database.reads();
    long start = System.nanoTime();
    DbResult<DatabaseFinding> finding =
        reads
            .schema()
            .fit()
            .then(fit ->
                reads
                    .schema()
                    .access()
                    .map(access -> of(reads.where(), fit, access, millisSince(start))));
    return switch (finding) {
      case DbResult.Success<DatabaseFinding>(DatabaseFinding found) -> found;
      case DbResult.Failure<DatabaseFinding>(DbError error) ->
          new Bad(reads.where() + ": " + error.cause() + " Next: " + error.nextStep());
    };
  }

  private static DatabaseFinding of(String where, Fit fit, Access access, long millis) {
    String found = where + ", " + fit.server() + ", " + access.shown() + ", " + millis + " ms; ";
    if (fit.best().isEmpty()) {
      return new Odd(found + "it has no table of OpenSIPS: db_schema_create makes them");
    }
    if (fit.fitting().isEmpty()) {
      return new Odd(
          found
              + "its tables fit no OpenSIPS version, "
              + fit.best().get().label()
              + " best: see db_schema_check");
    }
    return new Good(
        found
            + "its tables fit OpenSIPS "
            + String.join(", ", fit.fitting().stream().map(Version::label).toList()));
  }

  private static long millisSince(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }
}
