package dev.opensipsmcp.db.internal.schema;

import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.db.internal.sql.Pool;
import dev.opensipsmcp.db.schema.SchemaWrites;
import dev.opensipsmcp.db.schema.Step;
import dev.opensipsmcp.db.schema.StepListener;
import dev.opensipsmcp.facts.Table;
import java.util.List;

/**
 * The tables of one database.
 *
 * @param pool its connections
 */
public record Schema(Pool pool) implements SchemaWrites {

  @Override
  public DbResult<List<Step>> create(List<Table> tables, StepListener listener) {
    List<SqlStep> steps =
        tables.stream()
            .sorted((a, b) -> Boolean.compare(a.version() > 0, b.version() > 0))
            .map(table ->
                new SqlStep(
                    table.name(),
                    "create table " + table.name(),
                    TableDdl.all(table, pool.dialect()),
                    false,
                    pool.dialect()))
            .toList();
    return Steps.run(pool, steps, listener);
  }
}
