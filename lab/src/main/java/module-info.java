/**
 * Embedded stand-ins for an OpenSIPS node and for a Homer server, for the demonstration and for
 * tests.
 */
module dev.opensipsmcp.lab {
  requires transitive com.google.gson;
  requires transitive dev.opensipsmcp.facts;
  requires static transitive org.jspecify;

  exports dev.opensipsmcp.lab;
  exports dev.opensipsmcp.lab.homer;
  exports dev.opensipsmcp.lab.relay;
}
