package dev.opensipsmcp.cfg.migrate;

import dev.opensipsmcp.cfg.internal.migrate.Migrator;
import dev.opensipsmcp.cfg.source.Program;
import dev.opensipsmcp.facts.Version;

/**
 * Moves a configuration to another release line, hop by hop. What needs no change stays as it is,
 * byte for byte; what has no certain rewrite becomes a decision. Migrating to the line that a file
 * is written for changes nothing.
 */
public final class Migration {
  private Migration() {}

  /**
   * Plans the migration of one file. Files that it includes are not looked at; each becomes a
   * decision.
   *
   * @param text the file
   * @param from what it is written for
   * @param to what it shall be written for: 3.4 or later
   */
  public static Plan plan(String text, Release from, Version to) {
    return plan(Program.of("opensips.cfg", text), from, to);
  }

  /**
   * Plans the migration of a file with all that it includes put in place. The result is one text.
   *
   * @param program the configuration
   * @param from what it is written for
   * @param to what it shall be written for: 3.4 or later
   */
  public static Plan plan(Program program, Release from, Version to) {
    if (!to.operable()) {
      return new Plan.Refused("Configurations are migrated to 3.4 and later.");
    }
    if (from.compareTo(Release.of(to)) > 0) {
      return new Plan.Refused(
          "There is no way back from " + from.label() + " to " + to.label() + ".");
    }
    return Migrator.plan(program, from, Release.of(to));
  }
}
