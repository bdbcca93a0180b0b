package dev.opensipsmcp.server.config;

import dev.opensipsmcp.server.config.Settings.HttpOptions;
import dev.opensipsmcp.server.config.Settings.NodeEntry;
import dev.opensipsmcp.server.config.Settings.PolicyEntry;
import dev.opensipsmcp.server.config.Settings.Rates;
import dev.opensipsmcp.server.config.Settings.TokenEntry;
import dev.opensipsmcp.server.config.Settings.Transport;
import dev.opensipsmcp.server.policy.Role;
import dev.opensipsmcp.server.policy.Verdict;
import dev.opensipsmcp.server.ratelimit.Rate;
import dev.opensipsmcp.server.tool.Risk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
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
          "secrets_dir",
          "result_chars",
          "calls_per_second",
          "changes_per_second",
          "log_level",
          "version",
          "database",
          "backup",
          "config_dirs",
          "config_main",
          "config_backups",
          "docs_dirs",
          "opensips",
          "captures",
          "hep",
          "homer",
          "relays",
          "fail2ban",
          "probes",
          "load",
          "aliases",
          "snapshots",
          "logs",
          "control_panel",
          "traces",
          "programs");
  private static final Set<String> TOKEN =
      Set.of("name", "token", "token_file", "token_env", "role");
  private static final Set<String> RULE = Set.of("role", "tier", "toolset", "tool", "decision");
  private static final Set<String> HTTP =
      Set.of("host", "port", "path", "allowed_hosts", "allowed_origins", "tokens");

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
    Source variables = new Variables(environment, faults);
    Optional<String> path = variables.text("config");
    Optional<YamlTable> file =
        path.isPresent() ? YamlFile.read(Path.of(path.get()), TOP, faults) : Optional.empty();
    Optional<YamlTable> httpTable =
        file.isPresent() ? file.get().table("http", HTTP) : Optional.empty();
    Source top = file.isPresent() ? variables.orElse(file.get().source()) : variables;
    Source http = httpTable.isPresent() ? variables.orElse(httpTable.get().source()) : variables;

    Path stateDirectory = Path.of(top.text("state_dir", defaultStateDirectory()));
    Settings settings =
        new Settings(
            transport(top),
            new HttpOptions(
                http.text("host", "127.0.0.1"),
                http.integer("port", 8080, 0, 65535),
                http.text("path", "/mcp"),
                list("allowed_hosts", httpTable),
                list("allowed_origins", httpTable)),
            top.word("role", "viewer", Role.labels()),
            top.flag("read_only", false),
            tokens(top, httpTable),
            instances(variables, file),
            top.text("version", "3.6"),
            top.text("toolsets", "default"),
            policy(file),
            stateDirectory,
            secretPlaces(top),
            BackupReader.read(
                variables,
                file.isPresent() ? file.get().table("backup", BackupReader.KEYS) : Optional.empty(),
                stateDirectory),
            ConfigurationReader.read(variables, file, faults),
            new EvidenceReader(variables, file, new Secrets(environment), faults).read(),
            InsightReader.read(variables, file, stateDirectory, faults),
            TracesReader.read(variables, file, faults),
            new ProgramsReader(variables, file, faults).read(),
            ConfigurationReader.directories("docs_dirs", variables, file, faults),
            top.integer("result_chars", 20_000, 1_000, 1_000_000),
            new Rates(rate(top, "calls_per_second", 20), rate(top, "changes_per_second", 2)),
            logLevel(top));
    List<Fault> found = faults.found();
    return found.isEmpty() ? new Loaded.Ready(settings) : new Loaded.Wrong(found);
  }

  private Settings.SecretPlaces secretPlaces(Source source) {
    Optional<String> directory = source.text("secrets_dir");
    Map<String, String> secrets = new HashMap<>();
    for (Map.Entry<String, String> variable : environment.entrySet()) {
      if (variable.getKey().startsWith(Settings.SecretPlaces.PREFIX)) {
        secrets.put(variable.getKey(), variable.getValue());
      }
    }
    return new Settings.SecretPlaces(
        directory.isPresent() ? Optional.of(Path.of(directory.get())) : Optional.empty(), secrets);
  }

  /** A burst of twice a second's worth lets a client that asks for several things at once pass. */
  private static Rate rate(Source source, String key, int otherwise) {
    int perSecond = source.integer(key, otherwise, 1, 100_000);
    return new Rate(perSecond, Math.max(10, 2 * perSecond));
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
    String variable = environment.getOrDefault(Variables.PREFIX + key.toUpperCase(Locale.ROOT), "");
    if (variable.isEmpty()) {
      return table.isPresent() ? table.get().texts(key) : List.of();
    }
    List<String> texts = new ArrayList<>();
    for (String text : variable.split(",", -1)) {
      texts.add(text.strip());
    }
    return texts;
  }

  private List<TokenEntry> tokens(Source top, Optional<YamlTable> http) {
    List<TokenEntry> tokens = new ArrayList<>();
    Secrets secrets = new Secrets(environment);
    Optional<String> key = secrets.read(new Variables(environment, faults), "api_key");
    if (key.isPresent()) {
      tokens.add(new TokenEntry("api-key", key.get(), top.text("role", "viewer")));
    }
    if (http.isEmpty()) {
      return tokens;
    }
    for (YamlTable table : http.get().tables("tokens", TOKEN)) {
      Source source = table.source();
      Optional<String> secret = secrets.read(source, "token");
      if (secret.isEmpty()) {
        faults.add(table.where(), "a token needs token_file, token_env or token");
      } else {
        tokens.add(
            new TokenEntry(
                source.text("name", "token-" + (tokens.size() + 1)),
                secret.get(),
                source.word("role", "viewer", Role.labels())));
      }
    }
    return tokens;
  }

  private List<NodeEntry> instances(Source variables, Optional<YamlTable> file) {
    Secrets secrets = new Secrets(environment);
    NodeReader reader = new NodeReader(secrets, database(secrets, variables, file), faults);
    List<NodeEntry> nodes =
        file.isPresent()
            ? reader.fromFile(file.get().tables("instances", NodeReader.KEYS))
            : List.of();
    if (nodes.isEmpty() || variables.entry("mi_url").isPresent()) {
      NodeEntry node = reader.fromEnvironment(variables);
      List<NodeEntry> all = new ArrayList<>();
      all.add(node);
      for (NodeEntry other : nodes) {
        if (!other.name().equals(node.name())) {
          all.add(other);
        }
      }
      return all;
    }
    return nodes;
  }

  private static Optional<Settings.DatabaseEntry> database(
      Secrets secrets, Source variables, Optional<YamlTable> file) {
    DatabaseReader reader = new DatabaseReader(secrets);
    Optional<Settings.DatabaseEntry> given = reader.read(variables, "db_");
    return given.isPresent() || file.isEmpty()
        ? given
        : reader.read(file.get().table("database", DatabaseReader.KEYS));
  }

  private static List<PolicyEntry> policy(Optional<YamlTable> file) {
    List<PolicyEntry> rules = new ArrayList<>();
    if (file.isEmpty()) {
      return rules;
    }
    for (YamlTable table : file.get().tables("policy", RULE)) {
      Source source = table.source();
      rules.add(
          new PolicyEntry(
              maybeWord(source, "role", Role.labels()),
              maybeWord(source, "tier", Risk.labels()),
              source.text("toolset"),
              source.text("tool"),
              source.word("decision", "deny", Verdict.labels())));
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
