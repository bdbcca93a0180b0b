package dev.opensipsmcp.server.toolset.database;

import dev.opensipsmcp.db.DbError;
import dev.opensipsmcp.db.DbReads;
import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.db.schema.Fit;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Table;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiNode;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.toolset.common.ToolError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which version's tables a call is about, and which of them. */
final class Versions {
  static final Schema VERSION =
      Schema.text("OpenSIPS version").oneOf("3.2", "3.3", "3.4", "3.5", "3.6", "4.0");
  static final Schema GROUPS =
      Schema.texts("Sets of tables, as db_table_list names them, such as dispatcher").most(60);

  private Versions() {}

  /** {@return the version that is given, or the node's own if it answers} */
  static Optional<Version> of(Arguments arguments, ReadPorts ports) {
    if (arguments.has("version")) {
      return Version.parse(arguments.text("version"));
    }
    return switch (ports.mi().node()) {
      case MiResult.Success<MiNode>(MiNode node) -> Optional.of(node.version());
      case MiResult.Failure<MiNode>(MiError _) -> Optional.empty();
    };
  }

  /** {@return the same; where neither is known, the version that the database is most like} */
  static DbResult<Optional<Version>> of(Arguments arguments, ReadPorts ports, DbReads database) {
    Optional<Version> known = of(arguments, ports);
    return known.isPresent()
        ? new DbResult.Success<>(known)
        : database.schema().fit().map(Fit::best);
  }

  /** {@return the first of these groups that the version does not have} */
  static Optional<Outcome.Failure> unknown(List<String> groups, Version version) {
    Set<String> known = new TreeSet<>();
    Facts.of(version).tables().forEach(table -> known.addAll(table.groups()));
    return groups.stream()
        .filter(group -> !known.contains(group))
        .findFirst()
        .map(group ->
            ToolError.ARGUMENTS_WRONG.failure(
                "OpenSIPS " + version.label() + " has no set of tables " + group + ".",
                "Take one of: " + String.join(", ", known) + "."));
  }

  /** {@return the tables of these groups, with table {@code version}; all when none is named} */
  static List<Table> tables(List<String> groups, Version version) {
    List<Table> tables = new ArrayList<>();
    for (Table table : Facts.of(version).tables()) {
      if (groups.isEmpty()
          || table.name().equals("version")
          || table.groups().stream().anyMatch(groups::contains)) {
        tables.add(table);
      }
    }
    return tables;
  }

  static Outcome.Failure failure(DbError error) {
    return new Outcome.Failure(error.code(), error.cause(), error.nextStep(), error.mayHaveRun());
  }

  static Outcome.Failure nobodyKnows() {
    return ToolError.ARGUMENTS_INCOMPLETE.failure(
        "The node does not answer, and the database has no table of OpenSIPS: its version is not"
            + " known.",
        "Give version.");
  }
}
