package dev.opensipsmcp.server.tool;

import java.util.List;

/**
 * What must be there for a tool to work.
 *
 * @param miCommands MI commands it sends, under their names up to 3.6; the build holds each against
 *     the facts
 * @param modules OpenSIPS modules that must be loaded
 */
public record Needs(List<String> miCommands, List<String> modules) {
  /** Needs no node. */
  public static final Needs NOTHING = new Needs(List.of(), List.of());

  public Needs {
    miCommands = List.copyOf(miCommands);
    modules = List.copyOf(modules);
  }
}
