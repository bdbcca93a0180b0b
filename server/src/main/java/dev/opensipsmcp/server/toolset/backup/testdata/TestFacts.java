package dev.opensipsmcp.server.toolset.backup.testdata;

import dev.opensipsmcp.db.DbError;
import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.server.tool.ReadPorts;
import java.util.Optional;

/** Tells which version's tables test data is made in. */
final class TestFacts {
  private TestFacts() {}

  static DbResult<Facts> of(ReadPorts ports) {
    return ports
        .db()
        .then(reads -> reads.schema().fit())
        .then(fit ->
            fit.facts(Optional.empty())
                .<DbResult<Facts>>map(version -> new DbResult.Success<>(Facts.of(version)))
                .orElseGet(() ->
                    new DbResult.Failure<>(
                        new DbError(
                            DbError.Kind.NO_SUCH_TABLE,
                            "The database has none of OpenSIPS's tables.",
                            "Make them with db_schema_create, or check the database's name."))));
  }
}
