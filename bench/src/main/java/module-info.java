/** Benchmarks; not part of the product. */
module dev.opensipsmcp.bench {
  requires com.google.gson;
  requires dev.opensipsmcp.facts;
  requires dev.opensipsmcp.lab;
  requires dev.opensipsmcp.mcp;
  requires dev.opensipsmcp.mi;
  requires dev.opensipsmcp.server;
  requires jmh.core;
  requires static org.jspecify;
}
