package dev.opensipsmcp.db.internal.schema;

import dev.opensipsmcp.db.Dialect;
import dev.opensipsmcp.db.internal.sql.Sql;
import dev.opensipsmcp.db.schema.Step;
import java.util.List;

/**
 * A step and its statements.
 *
 * @param table the table that it is about
 * @param what what it does
 * @param statements in order
 * @param creates whether it makes the table
 * @param loses whether it may lose what a row holds
 * @param dialect how they are written
 */
record SqlStep(
    String table,
    String what,
    List<Sql> statements,
    boolean creates,
    boolean loses,
    Dialect dialect)
    implements Step {

  @Override
  public List<String> sql() {
    return statements.stream().map(it -> it.shown(dialect)).toList();
  }
}
