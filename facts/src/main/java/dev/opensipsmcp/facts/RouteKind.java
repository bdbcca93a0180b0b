package dev.opensipsmcp.facts;

/** A kind of route block, as far as functions are bound to it. */
public enum RouteKind {
  REQUEST,
  FAILURE,
  ONREPLY,
  BRANCH,
  ERROR,
  LOCAL,
  STARTUP,
  TIMER,
  EVENT
}
