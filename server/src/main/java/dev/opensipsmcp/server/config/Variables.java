package dev.opensipsmcp.server.config;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The environment variables that are this program's, by their names without the prefix. */
final class Variables extends Source {
  static final String PREFIX = "OPENSIPS_MCP_";
  private final Map<String, String> environment;

  Variables(Map<String, String> environment, Faults faults) {
    super(faults);
    this.environment = environment;
  }

  @Override
  Optional<Entry> entry(String key) {
    String name = PREFIX + key.toUpperCase(Locale.ROOT);
    String value = environment.getOrDefault(name, "");
    return value.isEmpty() ? Optional.empty() : Optional.of(new Entry(value, name));
  }
}
