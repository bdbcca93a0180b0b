package dev.opensipsmcp.server.cli;

import dev.opensipsmcp.server.config.Loaded;
import dev.opensipsmcp.server.config.Settings;
import dev.opensipsmcp.server.config.SettingsLoader;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;

/** Puts the program together from the environment. */
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
    // A test and a cast: the first switch over types of a process costs every start milliseconds.
    Loaded loaded = new SettingsLoader(variables).load();
    if (loaded instanceof Loaded.Wrong wrong) {
      throw new SettingsException(wrong.faults());
    }
    Settings settings = ((Loaded.Ready) loaded).settings();
    return new App(
        settings,
        demo,
        environment.getOrDefault("USER", "local"),
        new Log(err, settings.logLevel()));
  }
}
