package dev.opensipsmcp.server.config;

import dev.opensipsmcp.server.config.Settings.HttpOptions;
import dev.opensipsmcp.server.config.Settings.NodeEntry;
import dev.opensipsmcp.server.config.Settings.PolicyEntry;
import dev.opensipsmcp.server.config.Settings.TokenEntry;
import dev.opensipsmcp.server.config.Settings.Transport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the settings: an environment variable wins over the YAML file, the file over the default.
 * All that is wrong is told at once.
 */
public final class SettingsLoader {
  static final String PREFIX = "OPENSIPS_MCP_";
  private static final Set<String> TOP =
      Set.of(
          "transport",
          "http",
          "role",
          "read_only",
          "instances",
          "toolsets",
          "policy",
          "state_dir",
          "result_chars",
          "log_level",
          "version");
  private static final Set<String> HTTP =
      Set.of("host", "port", "path", "allowed_hosts", "allowed_origins", "tokens");

  /** Settings of the earlier server whose subject this version of the product does not serve. */
  private static final List<String> NOT_USED_YET =
      List.of("DB_URL", "OPENSIPS_BIN", "OUT_DIR_ROOT", "CAPTURE_ROOTS");

  private final Map<String, String> environment;
  private final Faults faults = new Faults();

  /**
   * Makes a loader.
   *
   * @param environment the process's environment variables
   */
  public SettingsLoader(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /** {@return the settings, or everything that is wrong with them} */
  public Loaded load() {
    Source variables = new Source(this::variable, faults);
    Optional<YamlTable> file =
        variables.text("config").flatMap(path -> YamlFile.read(Path.of(path), TOP, faults));
    Optional<YamlTable> httpTable = file.flatMap(table -> table.table("http", HTTP));
    Source top = file.map(table -> variables.orElse(table.source())).orElse(variables);
    Source http = httpTable.map(table -> variables.orElse(table.source())).orElse(variables);

    Settings settings =
        new Settings(
            transport(top),
            new HttpOptions(
                http.text("host", "127.0.0.1"),
                http.integer("port", 8080, 0, 65535),
                http.text("path", "/mcp"),
                list("allowed_hosts", httpTable),
                list("allowed_origins", httpTable)),
            top.word("role", "viewer", Roles.ROLES),
            top.flag("read_only", false),
            tokens(top, httpTable),
            instances(variables, file),
            top.text("version", "3.6"),
            top.text("toolsets", "default"),
            policy(file),
            Path.of(top.text("state_dir", defaultStateDirectory())),
            top.integer("result_chars", 20_000, 1_000, 1_000_000),
            logLevel(top),
            NOT_USED_YET.stream()
                .map(name -> PREFIX + name)
                .filter(environment::containsKey)
                .toList());
    List<Fault> found = faults.found();
    return found.isEmpty() ? new Loaded.Ready(settings) : new Loaded.Wrong(found);
  }

  private Optional<Source.Entry> variable(String key) {
    String name = PREFIX + key.toUpperCase(Locale.ROOT);
    String value = environment.getOrDefault(name, "");
    return value.isEmpty() ? Optional.empty() : Optional.of(new Source.Entry(value, name));
  }

  private static Transport transport(Source source) {
    return switch (source.word(
        "transport", "stdio", Set.of("stdio", "http", "streamable-http", "sse"))) {
      case "sse" -> Transport.SSE;
      case "http", "streamable-http" -> Transport.HTTP;
      default -> Transport.STDIO;
    };
  }

  private List<String> list(String key, Optional<YamlTable> table) {
    String variable = environment.getOrDefault(PREFIX + key.toUpperCase(Locale.ROOT), "");
    if (!variable.isEmpty()) {
      return List.of(variable.split(",", -1)).stream().map(String::strip).toList();
    }
    return table.map(found -> found.texts(key)).orElse(List.of());
  }

  private List<TokenEntry> tokens(Source top, Optional<YamlTable> http) {
    List<TokenEntry> tokens = new ArrayList<>();
    Secrets secrets = new Secrets(environment);
    secrets
        .read(new Source(this::variable, faults), "api_key")
        .ifPresent(key -> tokens.add(new TokenEntry("api-key", key, top.text("role", "viewer"))));
    Set<String> known = Set.of("name", "token", "token_file", "token_env", "role");
    for (YamlTable table : http.map(t -> t.tables("tokens", known)).orElse(List.of())) {
      Source source = table.source();
      Optional<String> secret = secrets.read(source, "token");
      if (secret.isEmpty()) {
        faults.add(table.where(), "a token needs token_file, token_env or token");
      } else {
        tokens.add(
            new TokenEntry(
                source.text("name", "token-" + (tokens.size() + 1)),
                secret.get(),
                source.word("role", "viewer", Roles.ROLES)));
      }
    }
    return tokens;
  }

  private List<NodeEntry> instances(Source variables, Optional<YamlTable> file) {
    NodeReader reader = new NodeReader(new Secrets(environment), faults);
    List<NodeEntry> nodes =
        file.map(table -> reader.fromFile(table.tables("instances", NodeReader.KEYS)))
            .orElse(List.of());
    if (nodes.isEmpty() || variables.entry("mi_url").isPresent()) {
      NodeEntry node = reader.fromEnvironment(variables);
      List<NodeEntry> all = new ArrayList<>();
      all.add(node);
      nodes.stream().filter(other -> !other.name().equals(node.name())).forEach(all::add);
      return all;
    }
    return nodes;
  }

  private static List<PolicyEntry> policy(Optional<YamlTable> file) {
    List<PolicyEntry> rules = new ArrayList<>();
    Set<String> known = Set.of("role", "tier", "toolset", "tool", "decision");
    for (YamlTable table : file.map(t -> t.tables("policy", known)).orElse(List.of())) {
      Source source = table.source();
      rules.add(
          new PolicyEntry(
              maybeWord(source, "role", Roles.ROLES),
              maybeWord(source, "tier", Roles.TIERS),
              source.text("toolset"),
              source.text("tool"),
              source.word("decision", "deny", Roles.DECISIONS)));
    }
    return rules;
  }

  private static Optional<String> maybeWord(Source source, String key, Set<String> allowed) {
    return source.entry(key).isEmpty()
        ? Optional.empty()
        : Optional.of(source.word(key, "", allowed));
  }

  private static System.Logger.Level logLevel(Source source) {
    return switch (source.word(
        "log_level", "info", Set.of("debug", "info", "warning", "warn", "error", "critical"))) {
      case "debug" -> System.Logger.Level.DEBUG;
      case "warning", "warn" -> System.Logger.Level.WARNING;
      case "error", "critical" -> System.Logger.Level.ERROR;
      default -> System.Logger.Level.INFO;
    };
  }

  private String defaultStateDirectory() {
    String state = environment.getOrDefault("XDG_STATE_HOME", "");
    String home = environment.getOrDefault("HOME", ".");
    return (state.isEmpty() ? home + "/.local/state" : state) + "/opensips-mcp";
  }
}
