/** An embedded stand-in for an OpenSIPS node, for the demonstration and for tests. */
module dev.opensipsmcp.lab {
  requires com.google.gson;
  requires dev.opensipsmcp.facts;
  requires jdk.httpserver;
  requires static transitive org.jspecify;

  exports dev.opensipsmcp.lab;
}
