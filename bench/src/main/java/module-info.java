/** Benchmarks; not part of the product. */
module dev.opensipsmcp.bench {
  requires com.google.gson;
  requires dev.opensipsmcp.cfg;
  requires dev.opensipsmcp.db;
  requires dev.opensipsmcp.facts;
  requires dev.opensipsmcp.lab;
  requires dev.opensipsmcp.mcp;
  requires dev.opensipsmcp.mi;
  requires dev.opensipsmcp.server;
  requires dev.opensipsmcp.sip;
  requires java.management;
  requires java.sql;
  requires jmh.core;
  requires static org.jspecify;
}
