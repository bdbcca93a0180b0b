package dev.opensipsmcp.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.server.config.Settings.EventsEntry;
import dev.opensipsmcp.server.config.Settings.NodeEntry;
import dev.opensipsmcp.server.config.Settings.PlaceEntry;
import dev.opensipsmcp.server.config.Settings.RestEntry;
import dev.opensipsmcp.server.config.Settings.Transport;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsLoaderTest {
  @TempDir Path folder;

  @Test
  void nothing_set_means_a_viewer_on_stdio_and_the_usual_mi_address() {
    Settings settings = ready(Map.of("HOME", "/home/ann"));

    assertThat(settings.transport()).isEqualTo(Transport.STDIO);
    assertThat(settings.role()).isEqualTo("viewer");
    assertThat(settings.readOnly()).isFalse();
    assertThat(settings.http().host()).isEqualTo("127.0.0.1");
    assertThat(settings.http().port()).isEqualTo(8080);
    assertThat(settings.tokens()).isEmpty();
    assertThat(settings.instances().getFirst().miUrl()).isEqualTo("http://127.0.0.1:8888/mi");
    assertThat(settings.targetVersion()).isEqualTo("3.6");
    assertThat(settings.stateDirectory()).isEqualTo(Path.of("/home/ann/.local/state/opensips-mcp"));
  }

  @Test
  void a_variable_wins_over_the_file() throws IOException {
    Path file = file("role: operator\nhttp:\n  port: 9000\n");

    Settings settings = ready(with(file, "OPENSIPS_MCP_ROLE", "admin"));

    assertThat(settings.role()).isEqualTo("admin");
    assertThat(settings.http().port()).isEqualTo(9000);
  }

  @Test
  void the_file_names_nodes_tokens_and_policy() throws IOException {
    Path secret = Files.writeString(folder.resolve("token"), "s3cret\n");
    Path file =
        file(
            """
            instances:
              - name: edge-1
                mi: http://127.0.0.1:8888/mi
                version: "4.0"
              - name: edge-2
                mi: udp://127.0.0.1:8889
            http:
              tokens:
                - name: ann
                  token_file: %s
                  role: operator
            policy:
              - role: operator
                tier: disruptive
                toolset: dialog
                decision: allow
            """
                .formatted(secret));

    Settings settings = ready(with(file));

    assertThat(settings.instances()).extracting("name").containsExactly("edge-1", "edge-2");
    assertThat(settings.tokens()).singleElement().extracting("secret").isEqualTo("s3cret");
    assertThat(settings.policy()).singleElement().extracting("decision").isEqualTo("allow");
    assertThat(settings.toString()).doesNotContain("s3cret");
  }

  @Test
  void a_node_says_where_it_belongs_and_what_callers_may_do_there() throws IOException {
    Path file =
        file(
            """
            instances:
              - name: edge-1
                mi: http://127.0.0.1:8888/mi
                cluster: 7
                tags: [edge, berlin, edge]
                max_role: readonly
                rest_after_failures: 5
                rest_ms: 250
              - name: edge-2
                mi: udp://127.0.0.1:8889
            """);

    List<NodeEntry> nodes = ready(with(file)).instances();

    assertThat(nodes.getFirst().place())
        .isEqualTo(
            new PlaceEntry(Optional.of(7), List.of("edge", "berlin"), Optional.of("readonly")));
    assertThat(nodes.getFirst().rest()).isEqualTo(new RestEntry(5, 250));
    assertThat(nodes.getLast().place())
        .isEqualTo(new PlaceEntry(Optional.empty(), List.of(), Optional.empty()));
    assertThat(nodes.getLast().rest()).isEqualTo(new RestEntry(3, 5_000));
  }

  @Test
  void what_is_wrong_with_a_node_comes_at_once_with_its_lines() throws IOException {
    Path file =
        file(
            """
            instances:
              - name: all
                mi: http://127.0.0.1:8888/mi
                cluster: none
                tags: [edge, "tag:core"]
              - name: "a,b"
                mi: http://127.0.0.1:8888/mi
                tags: edge
                max_role: king
                rest_ms: 0
            """);

    assertThat(faults(with(file)))
        .extracting(Fault::where)
        .containsExactlyInAnyOrder(
            "config.yaml:2:11 name",
            "config.yaml:4:14 cluster",
            "config.yaml:5:18 tags",
            "config.yaml:6:11 name",
            "config.yaml:8:11 tags",
            "config.yaml:9:15 max_role",
            "config.yaml:10:14 rest_ms");
  }

  @Test
  void a_node_says_where_its_events_are_received() throws IOException {
    Path file =
        file(
            """
            instances:
              - name: edge-1
                mi: http://10.0.0.7:8888/mi
                events:
                  listen: 10.0.0.5:5071
                  advertise: 203.0.113.9
                  transport: tcp
                  from: [10.0.0.7, 10.0.0.8]
                  keep: 500
              - name: edge-2
                mi: http://10.0.0.8:8888/mi
            """);

    Settings settings = ready(with(file));

    assertThat(settings.instances())
        .extracting(NodeEntry::events)
        .containsExactly(
            new EventsEntry(
                Optional.of("10.0.0.5"),
                5071,
                Optional.of("203.0.113.9"),
                "tcp",
                List.of("10.0.0.7", "10.0.0.8"),
                500),
            new EventsEntry(Optional.empty(), 0, Optional.empty(), "udp", List.of(), 10_000));
  }

  @Test
  void what_is_wrong_with_events_comes_with_its_line() throws IOException {
    Path file =
        file(
            """
            instances:
              - name: edge-1
                mi: http://10.0.0.7:8888/mi
                events:
                  listen: nowhere
                  transport: sctp
                  from: [any, 10.0.0.7]
            """);

    assertThat(faults(with(file)))
        .extracting(Fault::where)
        .containsExactlyInAnyOrder(
            "config.yaml:5:15 listen", "config.yaml:6:18 transport", "config.yaml:7:14 from");
  }

  @Test
  void all_faults_come_at_once_with_their_lines() throws IOException {
    Path file =
        file(
            """
            role: king
            colour: red
            instances:
              - mi: gopher://x
            policy:
              - decision: perhaps
            """);

    assertThat(faults(with(file, "OPENSIPS_MCP_PORT", "99999")))
        .extracting(Fault::where)
        .anyMatch(where -> where.startsWith("config.yaml:1:"))
        .anyMatch(where -> where.startsWith("config.yaml:2:"))
        .anyMatch(where -> where.startsWith("config.yaml:4:"))
        .anyMatch(where -> where.startsWith("config.yaml:6:"))
        .contains("OPENSIPS_MCP_PORT");
  }

  @Test
  void broken_yaml_names_the_line() throws IOException {
    Path file = file("role: viewer\nhttp: [1, 2\nport: 3\n");

    assertThat(faults(with(file)))
        .singleElement()
        .satisfies(fault -> assertThat(fault.where()).startsWith("config.yaml:3:"));
  }

  @Test
  void a_file_that_is_not_there_is_said() {
    assertThat(faults(with(folder.resolve("absent.yaml"))))
        .singleElement()
        .satisfies(fault -> assertThat(fault.what()).startsWith("can't be read"));
  }

  @Test
  void snapshots_lie_in_the_state_directory_unless_they_are_sent_elsewhere() {
    assertThat(ready(Map.of("OPENSIPS_MCP_STATE_DIR", "/s")).insight().snapshots().directories())
        .containsExactly(Path.of("/s/snapshots"));
    Settings told =
        ready(
            Map.of(
                "OPENSIPS_MCP_SNAPSHOTS_DIRECTORIES", "/a,/b",
                "OPENSIPS_MCP_OUT_DIR_ROOT", "/x",
                "OPENSIPS_MCP_SNAPSHOTS_KEEP", "7"));
    assertThat(told.insight().snapshots().directories())
        .containsExactly(Path.of("/a"), Path.of("/b"), Path.of("/x"));
    assertThat(told.insight().snapshots().keep()).isEqualTo(7);
    assertThat(told.insight().snapshots().days()).isEqualTo(90);
  }

  @Test
  void the_file_names_logs_and_the_control_panel() throws IOException {
    Settings settings =
        ready(
            with(
                file(
                    """
                    logs: { directories: [/var/log] }
                    control_panel: { url: 'https://cp.example.org/cp', timeout_ms: 900 }
                    """)));
    assertThat(settings.insight().logs()).containsExactly(Path.of("/var/log"));
    assertThat(settings.insight().panel().orElseThrow().timeoutMs()).isEqualTo(900);
    assertThat(
            faults(
                Map.of(
                    "OPENSIPS_MCP_CONTROL_PANEL_URL", "ftp://x",
                    "OPENSIPS_MCP_LOGS_DIRECTORIES", "relative")))
        .hasSize(2);
  }

  @Test
  void cores_are_read_by_the_debugger_that_is_named_and_nowhere_else() throws IOException {
    assertThat(ready(Map.of()).programs().cores()).isEmpty();
    assertThat(ready(Map.of()).programs().gdb()).isEmpty();
    Settings settings =
        ready(with(file("programs: { gdb: /usr/bin/gdb, cores: [/var/crash, /srv/cores] }")));
    assertThat(settings.programs().gdb()).contains(Path.of("/usr/bin/gdb"));
    assertThat(settings.programs().cores())
        .containsExactly(Path.of("/var/crash"), Path.of("/srv/cores"));
    assertThat(faults(Map.of("OPENSIPS_MCP_PROGRAMS_CORES", "crash"))).hasSize(1);
  }

  @Test
  void spans_go_nowhere_unless_a_collector_is_named() throws IOException {
    assertThat(ready(Map.of()).traces()).isEmpty();
    assertThat(traces("http://127.0.0.1:4318"))
        .isEqualTo(URI.create("http://127.0.0.1:4318/v1/traces"));
    assertThat(traces("http://[::1]:4318/")).isEqualTo(URI.create("http://[::1]:4318/v1/traces"));
    assertThat(traces("https://otel.example.org/in/v1/traces"))
        .isEqualTo(URI.create("https://otel.example.org/in/v1/traces"));
    assertThat(
            ready(
                    with(
                        file(
                            "traces: { endpoint: 'https://otel.example.org', ca_file: /etc/ca.pem,"
                                + " timeout_ms: 900 }")))
                .traces()
                .orElseThrow()
                .timeoutMs())
        .isEqualTo(900);
  }

  private URI traces(String endpoint) {
    return ready(Map.of("OPENSIPS_MCP_TRACES_ENDPOINT", endpoint))
        .traces()
        .orElseThrow()
        .endpoint();
  }

  @Test
  void spans_go_to_other_machines_over_tls_only_and_never_with_a_password_in_the_address() {
    for (String wrong :
        List.of(
            "http://otel.example.org",
            "http://127.0.0.1.example.org",
            "https://user:pw@otel.example.org",
            "https://otel.example.org/?key=1",
            "grpc://127.0.0.1")) {
      assertThat(faults(Map.of("OPENSIPS_MCP_TRACES_ENDPOINT", wrong))).as(wrong).hasSize(1);
    }
  }

  @Test
  void the_environment_names_the_database_of_every_node() {
    Settings settings =
        ready(
            Map.of(
                "OPENSIPS_MCP_DB_URL", "mysql://opensips@db.example.org/opensips",
                "OPENSIPS_MCP_DB_PASSWORD", "not shown"));

    assertThat(settings.instances())
        .allSatisfy(node ->
            assertThat(node.database())
                .hasValueSatisfying(database -> {
                  assertThat(database.url()).startsWith("mysql://");
                  assertThat(database.password()).contains("not shown");
                  assertThat(database.toString()).doesNotContain("not shown");
                }));
  }

  @Test
  void a_node_may_have_a_database_of_its_own() throws IOException {
    Path file =
        file(
            """
            database:
              url: postgres://a@127.0.0.1/shared
            instances:
              - name: one
                mi: http://127.0.0.1:8888/mi
              - name: two
                mi: http://127.0.0.1:8889/mi
                database:
                  url: sqlite:///var/lib/opensips/two.db
                  statement_timeout_ms: 500
            """);

    Settings settings = ready(with(file));

    assertThat(settings.instances())
        .extracting(node -> node.database().orElseThrow().url())
        .containsExactly("postgres://a@127.0.0.1/shared", "sqlite:///var/lib/opensips/two.db");
    assertThat(settings.instances().getLast().database().orElseThrow().statementTimeoutMs())
        .isEqualTo(500);
  }

  @Test
  void an_address_that_is_no_database_is_a_fault() {
    assertThat(faults(Map.of("OPENSIPS_MCP_DB_URL", "http://x/y")))
        .singleElement()
        .satisfies(fault -> assertThat(fault.where()).isEqualTo("OPENSIPS_MCP_DB_URL"));
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("config.yaml"), text);
  }

  private static Map<String, String> with(Path file, String... more) {
    Map<String, String> environment = new HashMap<>();
    environment.put("OPENSIPS_MCP_CONFIG", file.toString());
    for (int i = 0; i < more.length; i += 2) {
      environment.put(more[i], more[i + 1]);
    }
    return environment;
  }

  private static Settings ready(Map<String, String> environment) {
    return switch (new SettingsLoader(environment).load()) {
      case Loaded.Ready(Settings settings) -> settings;
      case Loaded.Wrong(List<Fault> faults) -> throw new AssertionError(faults.toString());
    };
  }

  private static List<Fault> faults(Map<String, String> environment) {
    return switch (new SettingsLoader(environment).load()) {
      case Loaded.Ready(Settings settings) -> throw new AssertionError(settings.toString());
      case Loaded.Wrong(List<Fault> faults) -> faults;
    };
  }

  @Test
  void configurations_are_out_of_reach_unless_directories_are_named() {
    assertThat(ready(Map.of()).configurations()).isEqualTo(Settings.ConfigurationEntry.NONE);
    Settings.ConfigurationEntry entry =
        ready(
                Map.of(
                    "OPENSIPS_MCP_CFG_DIRS", "/etc/opensips:/srv/sip, /opt/sip",
                    "OPENSIPS_MCP_OPENSIPS_BIN", "/usr/sbin/opensips",
                    "OPENSIPS_MCP_OPENSIPS_MODULE_PATH", "/usr/lib/opensips/modules"))
            .configurations();
    assertThat(entry.directories())
        .containsExactly(Path.of("/etc/opensips"), Path.of("/srv/sip"), Path.of("/opt/sip"));
    assertThat(entry.binary()).contains(Path.of("/usr/sbin/opensips"));
    assertThat(entry.modules()).contains(Path.of("/usr/lib/opensips/modules"));
  }

  @Test
  void copies_of_configurations_stay_as_many_and_as_long_as_is_said() {
    assertThat(ready(Map.of()).configurations().backups()).isEqualTo(100);
    assertThat(ready(Map.of()).configurations().days()).isEqualTo(365);
    Settings.ConfigurationEntry entry =
        ready(
                Map.of(
                    "OPENSIPS_MCP_CONFIG_BACKUPS_KEEP", "7",
                    "OPENSIPS_MCP_CONFIG_BACKUPS_DAYS", "30",
                    "OPENSIPS_MCP_CFG_MAIN", "/etc/opensips/opensips.cfg"))
            .configurations();
    assertThat(entry.backups()).isEqualTo(7);
    assertThat(entry.days()).isEqualTo(30);
    assertThat(entry.mains()).containsExactly(Path.of("/etc/opensips/opensips.cfg"));
    assertThat(new SettingsLoader(Map.of("OPENSIPS_MCP_CONFIG_BACKUPS_KEEP", "0")).load())
        .isInstanceOf(Loaded.Wrong.class);
  }

  @Test
  void a_relative_directory_of_configurations_is_a_fault() {
    assertThat(new SettingsLoader(Map.of("OPENSIPS_MCP_CFG_DIRS", "etc")).load())
        .isInstanceOf(Loaded.Wrong.class);
  }
}
