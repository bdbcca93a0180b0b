/**
 * What OpenSIPS is, per version: the names and shapes that every other module is checked against.
 */
module dev.opensipsmcp.facts {
  requires static transitive org.jspecify;

  exports dev.opensipsmcp.facts;
}
