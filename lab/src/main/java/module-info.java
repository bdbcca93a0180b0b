/** An embedded stand-in for an OpenSIPS node, for the demonstration and for tests. */
module dev.opensipsmcp.lab {
  requires transitive com.google.gson;
  requires transitive dev.opensipsmcp.facts;
  requires static transitive org.jspecify;

  exports dev.opensipsmcp.lab;
}
