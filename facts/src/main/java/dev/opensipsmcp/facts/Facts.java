package dev.opensipsmcp.facts;

import dev.opensipsmcp.facts.internal.Library;
import java.util.List;
import java.util.Optional;

/**
 * The facts of one OpenSIPS version. Immutable and safe to share; each part is read when asked for.
 */
public interface Facts {

  /**
   * Gives the facts of a version. Reads nothing yet.
   *
   * @param version the release line
   * @return the facts, the same object on every call
   */
  static Facts of(Version version) {
    return Library.shared().of(version);
  }

  /** {@return the release line that these facts are about} */
  Version version();

  /** {@return the MI commands} */
  MiCatalogue mi();

  /** {@return every module, sorted by name} */
  List<ModuleFacts> modules();

  /**
   * Finds a module.
   *
   * @param name its name without {@code .so}
   * @return the module, or nothing when this version has none of that name
   */
  Optional<ModuleFacts> module(String name);

  /** {@return what this version knows without any module} */
  CoreFacts core();

  /** {@return every table, sorted by name} */
  List<Table> tables();

  /**
   * Finds a table.
   *
   * @param name its default name
   * @return the table, or nothing when this version has none of that name
   */
  Optional<Table> table(String name);

  /**
   * {@return every statistic of the core and the modules, sorted by group and name} For 3.4 and
   * later with those that were only seen on running nodes.
   */
  List<Statistic> statistics();

  /** {@return every event of the core and the modules, sorted by name} */
  List<Event> events();

  /**
   * Finds an event.
   *
   * @param name its name, which begins with {@code E_}
   * @return the event, or nothing when this version has none of that name
   */
  Optional<Event> event(String name);
}
