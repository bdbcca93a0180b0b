package dev.opensipsmcp.mcp.conformance;

import com.google.gson.JsonObject;
import dev.opensipsmcp.mcp.Caller;
import dev.opensipsmcp.mcp.Completions;
import dev.opensipsmcp.mcp.Host;
import dev.opensipsmcp.mcp.Limits;
import dev.opensipsmcp.mcp.McpServer;
import dev.opensipsmcp.mcp.ServerInfo;
import dev.opensipsmcp.mcp.StateKey;
import dev.opensipsmcp.mcp.Tools;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Makes a server of all that the suite asks for. */
public final class Fixture {
  private Fixture() {}

  /**
   * {@return a new server, not yet listening}
   *
   * @param limits its bounds
   */
  public static McpServer server(Limits limits) {
    AtomicReference<Optional<McpServer>> self = new AtomicReference<>(Optional.empty());
    Host host =
        host(
            new FixtureTools(
                () -> tell(self, McpServer::toolsChanged),
                () -> tell(self, McpServer::promptsChanged)));
    McpServer server = McpServer.of(host, limits, StateKey.of(new byte[32]));
    self.set(Optional.of(server));
    return server;
  }

  /**
   * {@return a host with the fixture's resources and prompts, and other tools}
   *
   * @param tools the tools
   */
  public static Host host(Tools tools) {
    return new Host(
        new ServerInfo("conformance-fixture", "Conformance fixture", "1.0.0", "For testing."),
        tools,
        new FixtureResources(),
        new FixturePrompts(),
        new FixtureCompletions());
  }

  private static void tell(
      AtomicReference<Optional<McpServer>> server, Consumer<McpServer> message) {
    server.get().ifPresent(message);
  }

  private static final class FixtureCompletions implements Completions {
    @Override
    public List<String> complete(
        JsonObject reference, String argument, String typed, Caller caller) {
      return List.of(typed + "-one", typed + "-two");
    }
  }
}
