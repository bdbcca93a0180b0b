package dev.opensipsmcp.bench;

import dev.opensipsmcp.mcp.HttpListener;
import dev.opensipsmcp.mcp.ServerInfo;
import dev.opensipsmcp.server.config.Loaded;
import dev.opensipsmcp.server.config.Settings;
import dev.opensipsmcp.server.config.SettingsLoader;
import dev.opensipsmcp.server.events.EventEars;
import dev.opensipsmcp.server.policy.Role;
import dev.opensipsmcp.server.serve.Principals;
import dev.opensipsmcp.server.serve.Service;
import dev.opensipsmcp.server.tool.Nodes;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Calls per second over Streamable HTTP: 50 clients, each on a connection of its own, call {@code
 * whoami} through the whole server. Clients and server share the process and the machine.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 3, time = 5)
@Threads(50)
@Fork(1)
public class HttpThroughputBench {

  /** The server. */
  @State(Scope.Benchmark)
  public static class Served {
    private final Rig rig = new Rig();
    private final Service service =
        new Service(
            new ServerInfo("bench", "bench", "0", ""),
            rig.gate(),
            rig.toolsets(),
            settings(rig),
            new Principals(Role.ADMIN, false),
            Nodes.ONE,
            List.of("lab"),
            EventEars.none());
    private final HttpListener listener = service.serveHttp();

    private static Settings settings(Rig rig) {
      Loaded loaded =
          new SettingsLoader(
                  Map.of(
                      "OPENSIPS_MCP_TRANSPORT", "streamable-http",
                      "OPENSIPS_MCP_PORT", "0",
                      "OPENSIPS_MCP_MI_URL", rig.lab().miUrl().toString(),
                      "OPENSIPS_MCP_ROLE", "admin",
                      "OPENSIPS_MCP_TOOLSETS", "all",
                      "OPENSIPS_MCP_STATE_DIR", rig.state().toString()))
              .load();
      return switch (loaded) {
        case Loaded.Ready(Settings settings) -> settings;
        case Loaded.Wrong(var faults) -> throw new IllegalStateException(faults.toString());
      };
    }

    /** {@return where clients post} */
    URI url() {
      return listener.uri();
    }

    /** Stops server and node. */
    @TearDown(Level.Trial)
    public void stop() throws IOException {
      listener.close();
      service.close();
      rig.close();
    }
  }

  /** One client. */
  @State(Scope.Thread)
  public static class OneClient {
    private Optional<KeptConnection> connection = Optional.empty();

    /** Connects. */
    @Setup(Level.Trial)
    public void connect(Served served) throws IOException {
      connection = Optional.of(new KeptConnection(served.url(), "whoami"));
    }

    /** Hangs up. */
    @TearDown(Level.Trial)
    public void disconnect() throws IOException {
      if (connection.isPresent()) {
        connection.get().close();
      }
    }
  }

  /** {@return the length of the answer to one call} */
  @Benchmark
  public int whoami(OneClient client) throws IOException {
    return client.connection.orElseThrow().call();
  }
}
