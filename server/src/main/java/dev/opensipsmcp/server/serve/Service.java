package dev.opensipsmcp.server.serve;

import dev.opensipsmcp.mcp.Host;
import dev.opensipsmcp.mcp.HttpListener;
import dev.opensipsmcp.mcp.HttpSettings;
import dev.opensipsmcp.mcp.Limits;
import dev.opensipsmcp.mcp.McpServer;
import dev.opensipsmcp.mcp.ServerInfo;
import dev.opensipsmcp.mcp.StateKey;
import dev.opensipsmcp.server.config.Settings;
import dev.opensipsmcp.server.config.Settings.Transport;
import dev.opensipsmcp.server.events.EventEars;
import dev.opensipsmcp.server.gate.Gate;
import dev.opensipsmcp.server.metrics.Metrics;
import dev.opensipsmcp.server.tool.Nodes;
import dev.opensipsmcp.server.toolset.Toolset;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Serves the gate to MCP clients, as the settings say. */
public final class Service implements AutoCloseable {
  /** A client that listens to events hears of them five times a second at most. */
  private static final Duration BETWEEN_UPDATES = Duration.ofMillis(200);

  private final McpServer server;
  private final Settings settings;
  private final Metrics metrics;

  /**
   * Makes a service that logs no operation, and counts calls of listed tools by their names.
   *
   * @param info who the server says it is
   * @param gate takes every call
   * @param listed the toolsets that are listed
   * @param settings what the operator set
   * @param principals gives callers their rights
   * @param nodes how many nodes there are to choose from
   * @param names the names of the nodes
   * @param ears receive the nodes' events
   */
  public Service(
      ServerInfo info,
      Gate gate,
      List<Toolset> listed,
      Settings settings,
      Principals principals,
      Nodes nodes,
      List<String> names,
      EventEars ears) {
    this(
        info,
        gate,
        listed,
        settings,
        principals,
        nodes,
        names,
        ears,
        name ->
            listed.stream()
                .flatMap(toolset -> toolset.tools().stream())
                .anyMatch(tool -> tool.name().equals(name)),
        (_, _, _, _, _) -> {});
  }

  /**
   * Makes a service, not yet serving.
   *
   * @param info who the server says it is
   * @param gate takes every call
   * @param listed the toolsets that are listed
   * @param settings what the operator set
   * @param principals gives callers their rights
   * @param nodes how many nodes there are to choose from
   * @param names the names of the nodes
   * @param ears receive the nodes' events
   * @param known whether there is a tool of a name
   * @param log hears of every operation
   */
  public Service(
      ServerInfo info,
      Gate gate,
      List<Toolset> listed,
      Settings settings,
      Principals principals,
      Nodes nodes,
      List<String> names,
      EventEars ears,
      Predicate<String> known,
      CallLog log) {
    this.settings = settings;
    this.metrics = new Metrics(info.version());
    Measuring measuring = new Measuring(metrics, log, known);
    this.server =
        McpServer.of(
            new Host(
                info,
                measuring.of(new GateTools(gate, listed, principals, nodes)),
                measuring.of(
                    new ServerResources(
                        new ToolResources(gate, principals, names),
                        new EventResources(gate, principals, names))),
                measuring.of(new ServerPrompts()),
                new ServerCompletions(names)),
            Limits.defaults(),
            StateKey.random());
    ears.onArrival(new UpdateTicker(new Updates(server), BETWEEN_UPDATES));
  }

  /** Tells that a node's events changed; a class, since a lambda costs every start milliseconds. */
  private record Updates(McpServer server) implements Consumer<String> {
    @Override
    public void accept(String node) {
      server.resourceUpdated(EventResources.uri(node));
    }
  }

  /** Has more counted on the page of metrics. */
  public void alsoCount(Metrics.More counts) {
    metrics.also(counts);
  }

  /** Serves one client over a pair of streams until the input ends. */
  public void serveStdio(InputStream in, OutputStream out) {
    server.serveStdio(in, out);
  }

  /**
   * Starts listening for HTTP.
   *
   * @return the listener
   * @throws IllegalArgumentException when others could reach the address and no token is configured
   */
  public HttpListener serveHttp() {
    Settings.HttpOptions http = settings.http();
    if (settings.tokens().isEmpty() && !isLoopback(http.host())) {
      throw new IllegalArgumentException(
          "http.host is "
              + http.host()
              + ", which others can reach, and no token is configured. Set OPENSIPS_MCP_API_KEY or"
              + " http.tokens, or bind 127.0.0.1.");
    }
    return server.serveHttp(
        new HttpSettings(
            http.host(),
            http.port(),
            http.path(),
            Set.copyOf(http.allowedHosts()),
            Set.copyOf(http.allowedOrigins()),
            Set.of(Narrowing.TOOLSETS_HEADER, Narrowing.READ_ONLY_HEADER),
            new Bearer(settings.tokens(), settings.role()),
            settings.transport() == Transport.SSE,
            new Pages(metrics, settings.stateDirectory()).all()));
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
