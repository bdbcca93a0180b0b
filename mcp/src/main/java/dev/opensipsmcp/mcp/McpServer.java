package dev.opensipsmcp.mcp;

import dev.opensipsmcp.mcp.internal.Server;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Serves one {@link Host} over any number of transports. Requests run on virtual threads; what is
 * written to one client is ordered.
 */
public interface McpServer extends AutoCloseable {

  /**
   * Makes a server.
   *
   * @param host what it offers
   * @param limits its bounds
   * @param stateKey seals {@code requestState}
   * @return the server, not yet listening
   */
  static McpServer of(Host host, Limits limits, StateKey stateKey) {
    return new Server(host, limits, stateKey);
  }

  /**
   * Serves one client over a pair of streams until the input ends. Nothing but protocol is written.
   *
   * @param in the client's requests, one JSON object a line
   * @param out the answers
   */
  void serveStdio(InputStream in, OutputStream out);

  /**
   * Starts listening for HTTP.
   *
   * @param settings address and rules
   * @return the running listener
   */
  HttpListener serveHttp(HttpSettings settings);

  /** Tells every subscriber that the list of tools changed. */
  void toolsChanged();

  /** Tells every subscriber that the list of prompts changed. */
  void promptsChanged();

  /** Tells every subscriber that the list of resources changed. */
  void resourcesChanged();

  /**
   * Tells the subscribers of a resource that it changed.
   *
   * @param uri the resource
   */
  void resourceUpdated(String uri);

  /** Stops all transports; requests in progress are cancelled. */
  @Override
  void close();
}
