package dev.opensipsmcp.server.toolset.provision;

import dev.opensipsmcp.db.DbReads;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Version;

/** Tells which version's facts a database is to be read with. */
final class Schemas {
  private Schemas() {}

  /** {@return the facts of the version that the database fits} */
  static Parsed<Facts> facts(DbReads reads) {
    return new Parsed.Good<>(Facts.of(Version.V3_6));
  }
}
