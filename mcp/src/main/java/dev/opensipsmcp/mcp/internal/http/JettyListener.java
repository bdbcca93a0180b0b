package dev.opensipsmcp.mcp.internal.http;

import dev.opensipsmcp.mcp.HttpListener;
import dev.opensipsmcp.mcp.HttpSettings;
import dev.opensipsmcp.mcp.internal.core.Core;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Jetty, wired for one endpoint: few threads that watch connections, and virtual ones that serve.
 */
public final class JettyListener implements HttpListener {
  private static final int MOST_THREADS = 16;
  private static final int BACKLOG = 1_024;

  /** Held, because java.util.logging forgets the level of a logger that nobody holds. */
  private static final Logger JETTY_LOG = Logger.getLogger("org.eclipse.jetty");

  private final Server server;
  private final ServerConnector connector;
  private final Router router;
  private final HttpSettings settings;
  private final Timing timing;
  private int port;

  private JettyListener(Core core, HttpSettings settings, Timing timing) {
    this.settings = settings;
    this.timing = timing;
    QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS);
    threads.setName("mcp-http");
    threads.setDaemon(true);
    threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server = new Server(threads);
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendXPoweredBy(false);
    connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost(settings.host());
    connector.setPort(settings.port());
    connector.setIdleTimeout(timing.stalled().toMillis());
    connector.setAcceptQueueSize(BACKLOG);
    server.addConnector(connector);
    router = new Router(core, settings, timing);
    server.setHandler(router);
  }

  /**
   * Starts listening.
   *
   * @param core what is served
   * @param settings where and for whom
   * @return the running listener
   * @throws UncheckedIOException when the address can't be bound
   */
  public static JettyListener start(Core core, HttpSettings settings) {
    return start(core, settings, Timing.defaults());
  }

  static JettyListener start(Core core, HttpSettings settings, Timing timing) {
    if (JETTY_LOG.getLevel() == null) {
      // Jetty greets at each start; only what goes wrong is worth a line.
      JETTY_LOG.setLevel(Level.WARNING);
    }
    JettyListener listener = new JettyListener(core, settings, timing);
    try {
      listener.server.start();
      listener.port = listener.connector.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "HTTP can't be served at "
              + settings.host()
              + ':'
              + settings.port()
              + ": "
              + e.getMessage(),
          e);
    } catch (Exception e) {
      throw new IllegalStateException("HTTP can't be served: " + e.getMessage(), e);
    }
    return listener;
  }

  @Override
  public URI uri() {
    String host = settings.host();
    String name = host.indexOf(':') >= 0 && !host.startsWith("[") ? '[' + host + ']' : host;
    return URI.create("http://" + name + ':' + port + settings.path());
  }

  @Override
  public void join() throws InterruptedException {
    server.join();
  }

  /** New connections are refused, streams end, and requests in progress have a moment to finish. */
  @Override
  public void close() {
    var _ = connector.shutdown();
    router.endListening();
    long deadline = System.nanoTime() + timing.stop().toNanos();
    try {
      while (router.working() > 0 && System.nanoTime() < deadline) {
        Thread.sleep(10);
      }
      router.end();
      server.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      throw new IllegalStateException("HTTP did not stop in order: " + e.getMessage(), e);
    }
  }
}
