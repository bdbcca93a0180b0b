package dev.opensipsmcp.mcp.internal;

import dev.opensipsmcp.mcp.Host;
import dev.opensipsmcp.mcp.HttpListener;
import dev.opensipsmcp.mcp.HttpSettings;
import dev.opensipsmcp.mcp.Limits;
import dev.opensipsmcp.mcp.McpServer;
import dev.opensipsmcp.mcp.StateKey;
import dev.opensipsmcp.mcp.internal.core.Core;
import dev.opensipsmcp.mcp.internal.core.ServerEvent;
import dev.opensipsmcp.mcp.internal.http.JettyListener;
import dev.opensipsmcp.mcp.internal.stdio.StdioConnection;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** One core, any number of transports. */
public final class Server implements McpServer {
  private final Core core;
  private final List<StdioConnection> connections = new CopyOnWriteArrayList<>();
  private final List<HttpListener> listeners = new CopyOnWriteArrayList<>();

  /**
   * Makes a server.
   *
   * @param host what it offers
   * @param limits its bounds
   * @param stateKey seals {@code requestState}
   */
  public Server(Host host, Limits limits, StateKey stateKey) {
    this.core = Core.of(host, limits, stateKey);
  }

  @Override
  public void serveStdio(InputStream in, OutputStream out) {
    StdioConnection connection = new StdioConnection(core, in, out);
    connections.add(connection);
    try {
      connection.run();
    } finally {
      connections.remove(connection);
    }
  }

  @Override
  public HttpListener serveHttp(HttpSettings settings) {
    HttpListener listener = JettyListener.start(core, settings);
    listeners.add(listener);
    return listener;
  }

  @Override
  public void toolsChanged() {
    core.subscriptions().publish(new ServerEvent.ToolsChanged());
  }

  @Override
  public void promptsChanged() {
    core.subscriptions().publish(new ServerEvent.PromptsChanged());
  }

  @Override
  public void resourcesChanged() {
    core.subscriptions().publish(new ServerEvent.ResourcesChanged());
  }

  @Override
  public void resourceUpdated(String uri) {
    core.subscriptions().publish(new ServerEvent.ResourceUpdated(uri));
  }

  @Override
  public void close() {
    core.subscriptions().close();
    connections.forEach(StdioConnection::cancel);
    listeners.forEach(HttpListener::close);
  }
}
