package dev.opensipsmcp.server.tool;

/**
 * What one call asks of its caller.
 *
 * @param scope the right it needs
 * @param risk the harm it can do
 */
public record Demand(Scope scope, Risk risk) {
  /** Reading over MI. */
  public static final Demand MI_READ = new Demand(Scope.MI_READ, Risk.READ);
}
