package dev.opensipsmcp.db.internal.schema;

import dev.opensipsmcp.db.DbError;
import dev.opensipsmcp.db.DbError.Kind;
import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.db.internal.sql.Pool;
import dev.opensipsmcp.db.schema.Access;
import dev.opensipsmcp.db.schema.ActualSchema;
import dev.opensipsmcp.db.schema.Fit;
import dev.opensipsmcp.db.schema.Plan;
import dev.opensipsmcp.db.schema.SchemaCheck;
import dev.opensipsmcp.db.schema.SchemaReads;
import dev.opensipsmcp.db.schema.SchemaWrites;
import dev.opensipsmcp.db.schema.Step;
import dev.opensipsmcp.db.schema.StepListener;
import dev.opensipsmcp.db.schema.TableSize;
import dev.opensipsmcp.db.schema.Target;
import dev.opensipsmcp.facts.Table;
import dev.opensipsmcp.facts.Version;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** The tables of one database. Safe for many threads. */
public final class Schema implements SchemaReads, SchemaWrites {
  private static final long REMEMBERED = Duration.ofSeconds(30).toNanos();

  private final Pool pool;
  private final AtomicReference<Optional<Remembered>> fit = new AtomicReference<>(Optional.empty());

  private record Remembered(long at, Fit fit) {}

  /**
   * Makes a view of the tables.
   *
   * @param pool the database's connections
   */
  public Schema(Pool pool) {
    this.pool = pool;
  }

  @Override
  public DbResult<ActualSchema> actual() {
    return pool.read(session -> new DbResult.Success<>(Catalogue.read(session)));
  }

  @Override
  public DbResult<Fit> fit() {
    Optional<Remembered> last = fit.get();
    if (last.isPresent() && System.nanoTime() - last.get().at() < REMEMBERED) {
      return new DbResult.Success<>(last.get().fit());
    }
    return actual()
        .map(actual -> {
          Fit now = AllVersions.fit(actual);
          fit.set(Optional.of(new Remembered(System.nanoTime(), now)));
          return now;
        });
  }

  @Override
  public DbResult<SchemaCheck> check(Version version) {
    return actual().map(actual -> Comparison.of(actual, version));
  }

  @Override
  public DbResult<Plan> plan(Target target) {
    return pool.read(session -> {
      Migration.Found found = Migration.of(session, Catalogue.read(session), target);
      return new DbResult.Success<>(new Plan(target, List.copyOf(found.steps()), found.left()));
    });
  }

  @Override
  public List<Step> creation(List<Table> tables) {
    return tables.stream().<Step>map(it -> Migration.create(it, pool.dialect())).toList();
  }

  @Override
  public DbResult<Access> access() {
    return pool.read(session -> new DbResult.Success<>(Allowed.of(session, pool.file())));
  }

  @Override
  public DbResult<List<TableSize>> sizes(List<String> tables) {
    return pool.read(session -> new DbResult.Success<>(Sizes.of(session, tables)));
  }

  @Override
  public DbResult<List<Step>> create(List<Table> tables, StepListener listener) {
    return actual()
        .then(actual -> {
          List<SqlStep> steps = new ArrayList<>();
          for (Table table : tables) {
            if (actual.table(table.name()).isEmpty()) {
              steps.add(Migration.create(table, pool.dialect()));
            } else if (!Wanted.ofVersions(table)) {
              return new DbResult.Failure<>(exists(table));
            }
          }
          steps.sort((a, b) -> Boolean.compare(!first(a), !first(b)));
          return run(steps, listener);
        });
  }

  private static boolean first(SqlStep step) {
    return step.table().equals("version");
  }

  private static DbError exists(Table table) {
    return new DbError(
        Kind.TABLE_EXISTS,
        "The database has a table " + table.name() + " already.",
        "See with db_schema_check what it lacks; db_schema_update completes it.");
  }

  @Override
  public DbResult<List<Step>> apply(Plan plan, StepListener listener) {
    return pool.<List<SqlStep>>read(session ->
            new DbResult.Success<>(
                Migration.of(session, Catalogue.read(session), plan.target()).steps()))
        .then(steps -> {
          Set<List<String>> shown = new HashSet<>();
          plan.steps().forEach(step -> shown.add(step.sql()));
          return steps.stream().allMatch(step -> shown.contains(step.sql()))
              ? run(steps, listener)
              : new DbResult.Failure<>(moved());
        });
  }

  private static DbError moved() {
    return new DbError(
        Kind.SCHEMA_MOVED,
        "The tables are no longer what the plan showed.",
        "Look at the plan again, then repeat the change if it still makes sense.");
  }

  private DbResult<List<Step>> run(List<SqlStep> steps, StepListener listener) {
    try {
      return Steps.run(pool, steps, listener);
    } finally {
      fit.set(Optional.empty());
    }
  }
}
