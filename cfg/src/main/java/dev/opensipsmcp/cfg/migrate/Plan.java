package dev.opensipsmcp.cfg.migrate;

import java.util.List;

/** What a migration comes to. */
public sealed interface Plan {
  /**
   * The configuration for the other release line.
   *
   * @param text the whole of it; what no step touched is as it was
   * @param changes what was written anew, hop by hop, in the order of the text
   * @param decisions what a person must decide, in the order of the text
   * @param databaseSteps what changes in the tables of the loaded modules
   * @param miRenames what clients of the loaded modules' MI commands must call by another name
   */
  record Migrated(
      String text,
      List<Change> changes,
      List<Decision> decisions,
      List<DatabaseStep> databaseSteps,
      List<MiRename> miRenames)
      implements Plan {
    public Migrated {
      changes = List.copyOf(changes);
      decisions = List.copyOf(decisions);
      databaseSteps = List.copyOf(databaseSteps);
      miRenames = List.copyOf(miRenames);
    }
  }

  /**
   * There is no way from the one to the other.
   *
   * @param reason why, one sentence
   */
  record Refused(String reason) implements Plan {}
}
