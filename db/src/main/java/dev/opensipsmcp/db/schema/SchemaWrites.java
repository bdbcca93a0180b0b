package dev.opensipsmcp.db.schema;

import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.facts.Table;
import java.util.List;

/** The tables of a database, for one who may change them. */
public interface SchemaWrites {

  /**
   * Makes tables, with table {@code version} where the database has none; refuses when one of them
   * exists.
   *
   * @param tables the tables, as the facts have them
   * @param listener learns how far it came
   * @return the steps taken
   */
  DbResult<List<Step>> create(List<Table> tables, StepListener listener);
}
