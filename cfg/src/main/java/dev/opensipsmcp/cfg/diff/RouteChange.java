package dev.opensipsmcp.cfg.diff;

import java.util.List;

/** What happened to a route. */
public sealed interface RouteChange {
  /** {@return the route as it is written: {@code failure_route[missed]}} */
  String route();

  /**
   * Only the new configuration has it.
   *
   * @param route the route
   * @param line where it begins, from 1
   */
  record Added(String route, int line) implements RouteChange {}

  /**
   * Only the former configuration has it.
   *
   * @param route the route
   * @param line where it began, from 1
   */
  record Removed(String route, int line) implements RouteChange {}

  /**
   * It does the same under another name.
   *
   * @param formerly its former name
   * @param route the route
   * @param line where it begins, from 1
   */
  record Renamed(String formerly, String route, int line) implements RouteChange {}

  /**
   * It does something else.
   *
   * @param route the route
   * @param statements what is different, in the order of the text
   */
  record Changed(String route, List<StatementChange> statements) implements RouteChange {
    public Changed {
      statements = List.copyOf(statements);
    }
  }
}
