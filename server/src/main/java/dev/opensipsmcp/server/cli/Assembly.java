package dev.opensipsmcp.server.cli;

import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.lab.LabNode;
import dev.opensipsmcp.mi.MiClient;
import dev.opensipsmcp.mi.MiEndpoint;
import dev.opensipsmcp.mi.MiSettings;
import dev.opensipsmcp.server.config.Fault;
import dev.opensipsmcp.server.config.Loaded;
import dev.opensipsmcp.server.config.Settings;
import dev.opensipsmcp.server.config.Settings.NodeEntry;
import dev.opensipsmcp.server.config.SettingsLoader;
import dev.opensipsmcp.server.instance.Instance;
import dev.opensipsmcp.server.instance.Instances;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts the program together from the environment. The one place where everything is wired. */
public final class Assembly {
  private static final String TRANSPORT = "OPENSIPS_MCP_TRANSPORT";
  private static final String ROLE = "OPENSIPS_MCP_ROLE";
  private final Map<String, String> environment;

  /**
   * Makes an assembly.
   *
   * @param environment the process's environment variables
   */
  public Assembly(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /**
   * Reads the settings and wires the program. Nothing is sent or bound yet.
   *
   * @param demo whether the embedded stand-in node takes the configured nodes' place
   * @param transport overrides the configured transport; empty for none
   * @param err where logs go
   * @return the program
   * @throws SettingsException when the settings are wrong
   */
  App assemble(boolean demo, String transport, PrintStream err) {
    Map<String, String> variables = new HashMap<>(environment);
    if (!transport.isEmpty()) {
      variables.put(TRANSPORT, transport);
    }
    if (demo) {
      // Nothing real is behind the stand-in node, so everything may be tried.
      variables.putIfAbsent(ROLE, "admin");
    }
    Settings settings =
        switch (new SettingsLoader(variables).load()) {
          case Loaded.Ready(Settings ready) -> ready;
          case Loaded.Wrong(List<Fault> faults) -> throw new SettingsException(faults);
        };
    Optional<LabNode> lab = demo ? Optional.of(LabNode.start(Version.V3_6)) : Optional.empty();
    List<Instance> instances = new ArrayList<>();
    if (lab.isPresent()) {
      MiEndpoint endpoint = MiEndpoint.parse(lab.get().miUrl().toString());
      instances.add(new Instance("lab", MiClient.of(endpoint, MiSettings.defaults())));
    } else {
      settings.instances().forEach(node -> instances.add(instance(node)));
    }
    return new App(
        settings,
        new Instances(instances),
        lab,
        environment.getOrDefault("USER", "local"),
        new Log(err, settings.logLevel()));
  }

  private static Instance instance(NodeEntry node) {
    MiSettings defaults = MiSettings.defaults();
    MiSettings settings =
        new MiSettings(
            Duration.ofMillis(node.connectTimeoutMs()),
            Duration.ofMillis(node.readTimeoutMs()),
            defaults.queueLimit(),
            node.version().flatMap(Version::parse));
    return new Instance(node.name(), MiClient.of(endpoint(node), settings));
  }

  private static MiEndpoint endpoint(NodeEntry node) {
    MiEndpoint endpoint = MiEndpoint.parse(node.miUrl());
    if (!(endpoint instanceof MiEndpoint.Http http)) {
      return endpoint;
    }
    Optional<MiEndpoint.Credentials> credentials =
        node.user()
            .map(user -> new MiEndpoint.Credentials(user, node.password().orElse("")))
            .or(http::credentials);
    return new MiEndpoint.Http(http.url(), credentials, node.certificates());
  }
}
