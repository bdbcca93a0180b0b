package dev.opensipsmcp.server.toolset.provision;

import dev.opensipsmcp.db.Row;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Work;

/**
 * Gets one row.
 *
 * @param entity what kind of thing it is
 */
record RowGet(Entity entity) implements Work.Read {
  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    Parsed<Row> row =
        Parsed.of(ports.db())
            .then(reads ->
                Schemas.facts(ports, reads)
                    .then(facts -> Given.table(entity, facts))
                    .then(table ->
                        Given.of(entity, table, arguments.json())
                            .then(given -> Rows.one(entity, table, given, reads))));
    return switch (row) {
      case Parsed.Good<Row>(Row value) -> new Outcome.Value(Rows.shown(entity, value));
      case Parsed.Bad<Row>(Outcome.Failure failure) -> failure;
    };
  }
}
