package dev.opensipsmcp.server.toolset.provision;

import dev.opensipsmcp.db.DbReads;
import dev.opensipsmcp.db.schema.Fit;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.mi.MiNode;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.toolset.common.ToolError;
import java.util.Optional;

/** Tells which version's facts a database is to be read with. */
final class Schemas {
  private Schemas() {}

  /** {@return the facts of the version that the database fits; the node decides between several} */
  static Parsed<Facts> facts(ReadPorts ports, DbReads reads) {
    return Parsed.of(reads.schema().fit()).then(fit -> facts(ports, fit));
  }

  private static Parsed<Facts> facts(ReadPorts ports, Fit fit) {
    Optional<Version> only = fit.facts(Optional.empty());
    Optional<Version> version = fit.fitting().size() > 1 ? fit.facts(node(ports)) : only;
    return version
        .<Parsed<Facts>>map(found -> new Parsed.Good<>(Facts.of(found)))
        .orElseGet(() ->
            new Parsed.Bad<>(
                ToolError.TARGET_UNFIT.failure(
                    "The database has none of OpenSIPS's tables.",
                    "Make them with db_schema_create, or check the database's name.")));
  }

  private static Optional<Version> node(ReadPorts ports) {
    return ports.mi().node() instanceof MiResult.Success<MiNode>(MiNode node)
        ? Optional.of(node.version())
        : Optional.empty();
  }
}
