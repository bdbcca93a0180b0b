package dev.opensipsmcp.db.schema;

import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.facts.Table;
import java.util.List;

/** The tables of a database, for one who may change them. */
public interface SchemaWrites {

  /**
   * Makes tables, with table {@code version} where the database has none; refuses when another of
   * them exists.
   *
   * @param tables the tables, as the facts have them
   * @param listener learns how far it came
   * @return the steps taken
   */
  DbResult<List<Step>> create(List<Table> tables, StepListener listener);

  /**
   * Takes the steps of a plan: all or none on PostgreSQL and SQLite; one after the other on
   * MariaDB, which makes each change of a table final by itself. Steps that somebody has taken
   * meanwhile are left out; when others became necessary, nothing is done.
   *
   * @param plan the plan, as it was shown
   * @param listener learns how far it came
   * @return the steps taken
   */
  DbResult<List<Step>> apply(Plan plan, StepListener listener);
}
