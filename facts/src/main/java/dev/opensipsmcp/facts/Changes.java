package dev.opensipsmcp.facts;

import dev.opensipsmcp.facts.internal.Comparison;

/**
 * What differs between two versions, neighbours or not. Each part is compared when asked for, and
 * then reads what it needs of both versions.
 */
public interface Changes {

  /**
   * Compares two versions.
   *
   * @param from the earlier one
   * @param to the later one; given the other way round, added and removed change places
   * @return the changes on the way from the one to the other
   */
  static Changes between(Version from, Version to) {
    return new Comparison(Facts.of(from), Facts.of(to));
  }

  /** {@return the modules that only one of the versions has} */
  Difference modules();

  /**
   * Compares a module.
   *
   * @param name a module's name
   * @return what changed in it; nothing when one of the versions does not have it
   */
  ModuleChanges module(String name);

  /** {@return what changed in the core} */
  CoreChanges core();

  /** {@return what changed in the MI commands} */
  MiChanges mi();

  /** {@return the tables that only one of the versions has} */
  Difference tables();

  /**
   * Compares the columns of a table.
   *
   * @param table a table's name
   * @return the columns that only one of the versions has; none when one does not have the table
   */
  Difference columns(String table);
}
