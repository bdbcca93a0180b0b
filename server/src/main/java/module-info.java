/** Tools, the gate that every call passes, and the command line. */
module dev.opensipsmcp.server {
  requires com.google.gson;
  requires json.schema;
  requires dev.opensipsmcp.cfg;
  requires dev.opensipsmcp.db;
  requires dev.opensipsmcp.facts;
  requires dev.opensipsmcp.lab;
  requires dev.opensipsmcp.mcp;
  requires dev.opensipsmcp.mi;
  requires dev.opensipsmcp.sip;
  requires info.picocli;
  requires static transitive org.jspecify;
  requires org.snakeyaml.engine;
}
