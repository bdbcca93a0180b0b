package dev.opensipsmcp.db.schema;

import dev.opensipsmcp.facts.Version;
import java.util.List;

/**
 * A database held against an OpenSIPS version.
 *
 * @param version the version
 * @param tables how many of its tables the database has
 * @param of how many tables the version has
 * @param differences in the order of the tables
 */
public record SchemaCheck(Version version, int tables, int of, List<SchemaDifference> differences) {
  public SchemaCheck {
    differences = List.copyOf(differences);
  }

  /** {@return whether a node of that version can work with the tables that are there} */
  public boolean fits() {
    return tables > 0 && faults() == 0;
  }

  /** {@return how many differences a node would trip over} */
  public long faults() {
    return differences.stream().filter(it -> it.kind().fault()).count();
  }
}
