package dev.opensipsmcp.db.internal.schema;

import dev.opensipsmcp.db.DbError;
import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.db.Dialect;
import dev.opensipsmcp.db.internal.sql.Pool;
import dev.opensipsmcp.db.internal.sql.Sql;
import dev.opensipsmcp.db.schema.Step;
import dev.opensipsmcp.db.schema.StepListener;
import java.time.Duration;
import java.util.List;

/** Runs steps: all or none where a database can, else one after the other. */
final class Steps {
  /** Copying a large table is nothing that may be cut short after a statement's usual time. */
  private static final Duration LONG = Duration.ofHours(2);

  private Steps() {}

  static DbResult<List<Step>> run(Pool pool, List<SqlStep> steps, StepListener listener) {
    return pool.dialect() == Dialect.MARIADB
        ? oneByOne(pool, steps, listener)
        : atOnce(pool, steps, listener);
  }

  private static DbResult<List<Step>> atOnce(
      Pool pool, List<SqlStep> steps, StepListener listener) {
    return pool.change(
        LONG,
        session -> {
          for (int at = 0; at < steps.size(); at++) {
            listener.begins(at + 1, steps.size(), steps.get(at));
            for (Sql sql : steps.get(at).statements()) {
              session.update(sql);
            }
          }
          return new DbResult.Success<>(List.copyOf(steps));
        });
  }

  /** MariaDB makes every change of a table final by itself. */
  private static DbResult<List<Step>> oneByOne(
      Pool pool, List<SqlStep> steps, StepListener listener) {
    for (int at = 0; at < steps.size(); at++) {
      SqlStep step = steps.get(at);
      listener.begins(at + 1, steps.size(), step);
      DbResult<Boolean> ran =
          pool.change(
              LONG,
              session -> {
                for (Sql sql : step.statements()) {
                  session.update(sql);
                }
                return new DbResult.Success<>(true);
              });
      if (ran instanceof DbResult.Failure<Boolean>(DbError error)) {
        return new DbResult.Failure<>(stopped(error, step, at, steps.size()));
      }
    }
    return new DbResult.Success<>(List.copyOf(steps));
  }

  private static DbError stopped(DbError error, SqlStep step, int done, int of) {
    return new DbError(
        error.kind(),
        error.cause()
            + " It was at: "
            + step.what()
            + "; "
            + done
            + " of "
            + of
            + " steps are done and stay.",
        error.nextStep() + " Then call again: steps that are done are left out.",
        done > 0 || error.mayHaveRun());
  }
}
