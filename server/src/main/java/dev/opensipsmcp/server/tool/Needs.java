package dev.opensipsmcp.server.tool;

import java.util.List;

/**
 * What must be there for a tool to work.
 *
 * @param miCommands MI commands it sends, under their names up to 3.6; the build holds each against
 *     the facts
 * @param modules OpenSIPS modules that must be loaded
 * @param tables tables of the database, none when it needs no database; the build holds each
 *     against the facts
 * @param onDemand whether the node is asked only where a call wants it with {@code live}
 */
public record Needs(
    List<String> miCommands, List<String> modules, List<String> tables, boolean onDemand) {
  /** Needs no node. */
  public static final Needs NOTHING = new Needs(List.of(), List.of());

  /** The name that stands for whatever tables there are. */
  public static final String ANY_TABLE = "any";

  /** Needs no database. */
  public Needs(List<String> miCommands, List<String> modules) {
    this(miCommands, modules, List.of());
  }

  /** Asks the node in every call. */
  public Needs(List<String> miCommands, List<String> modules, List<String> tables) {
    this(miCommands, modules, tables, false);
  }

  /** {@return needs of commands that are only sent where a call wants it with {@code live}} */
  public static Needs onDemand(String... miCommands) {
    return new Needs(List.of(miCommands), List.of(), List.of(), true);
  }

  /** {@return needs of these tables and nothing else} */
  public static Needs database(String... tables) {
    return new Needs(List.of(), List.of(), List.of(tables));
  }

  public Needs {
    miCommands = List.copyOf(miCommands);
    modules = List.copyOf(modules);
    tables = List.copyOf(tables);
  }
}
