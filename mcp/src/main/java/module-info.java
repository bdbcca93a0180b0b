/**
 * The Model Context Protocol: both eras, over stdio and Streamable HTTP. Knows nothing of OpenSIPS.
 */
module dev.opensipsmcp.mcp {
  requires transitive com.google.gson;
  requires static transitive org.jspecify;
  requires java.logging;
  requires org.eclipse.jetty.server;

  exports dev.opensipsmcp.mcp;
}
