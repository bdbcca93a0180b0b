package dev.opensipsmcp.cfg.edit;

/** Where a statement is put in. */
public sealed interface Place {
  /**
   * Before all other statements of a route.
   *
   * @param route which
   */
  record Beginning(RouteName route) implements Place {}

  /**
   * Behind all other statements of a route.
   *
   * @param route which
   */
  record End(RouteName route) implements Place {}

  /**
   * Before the outermost statement that begins in a line.
   *
   * @param line the line, from 1
   */
  record Before(int line) implements Place {}

  /**
   * Behind the outermost statement that ends in a line.
   *
   * @param line the line, from 1
   */
  record After(int line) implements Place {}
}
