package dev.opensipsmcp.server.toolset.observability;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.GsonNode;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.toolset.testing.OnLab;
import dev.opensipsmcp.sip.testing.RealProgram;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The files that the tools make are what Prometheus, Grafana and compose take. */
class WatchedFilesTest {
  private static final String CONFIGURATION =
      """
      socket = udp:192.0.2.1:5060
      mpath = "/usr/lib/opensips/modules/"
      loadmodule "proto_udp.so"
      loadmodule "signaling.so"
      loadmodule "sl.so"
      loadmodule "tm.so"
      loadmodule "dialog.so"
      loadmodule "auth.so"
      modparam("auth", "secret", "planted-nonce-secret-77-32-chars")
      route {
      	exit;
      }
      """;
  private static final String BUNDLE = "observability_generate_bundle_from_cfg";

  private static final List<String> PLAIN =
      List.of(
          "observability_generate_prometheus_scrape",
          "observability_generate_grafana_provisioning");

  private final OnLab lab = OnLab.of(Version.V3_6);

  @AfterEach
  void close() {
    lab.close();
  }

  private static JsonObject call(Object... pairs) {
    JsonObject json = new JsonObject();
    for (int i = 0; i < pairs.length; i += 2) {
      switch (pairs[i + 1]) {
        case Integer number -> json.addProperty((String) pairs[i], number);
        case Boolean flag -> json.addProperty((String) pairs[i], flag);
        case JsonArray list -> json.add((String) pairs[i], list);
        case Object other -> json.addProperty((String) pairs[i], other.toString());
      }
    }
    return json;
  }

  private JsonObject object(String tool, JsonObject arguments) {
    if (!arguments.has("version") && !PLAIN.contains(tool)) {
      arguments.addProperty("version", "3.6");
    }
    return lab.object(tool, arguments.toString());
  }

  /** {@return every file of a result, each put together from its parts} */
  private Map<String, String> files(String tool, JsonObject arguments) {
    Map<String, String> files = new LinkedHashMap<>();
    for (var entry : object(tool, arguments).getAsJsonArray("files")) {
      String path = entry.getAsString().split(": ", 2)[0];
      arguments.addProperty("file", path);
      StringBuilder text = new StringBuilder();
      int from = 1;
      while (from > 0) {
        arguments.addProperty("from_line", from);
        JsonObject part = object(tool, arguments);
        assertThat(part.toString()).hasSizeLessThan(20_000);
        text.append(part.get("text").getAsString());
        from = part.has("next_line") ? part.get("next_line").getAsInt() : 0;
      }
      files.put(path, text.toString());
    }
    return files;
  }

  private static Object yaml(String text) {
    return new Load(LoadSettings.builder().build()).loadFromString(text);
  }

  private static void isADashboard(String text) {
    Validator validator =
        new ValidatorFactory().withJsonNodeFactory(new GsonNode.Factory()).createValidator();
    URI uri =
        validator.registerSchema(
            JsonParser.parseString(Exposition.resource("grafana-dashboard.schema.json")));
    assertThat(validator.validate(uri, JsonParser.parseString(text)).getErrors()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.4", "3.5", "3.6", "4.0"})
  void aBundleHoldsFilesOfTheRightForm(String version) {
    Map<String, String> files =
        files(BUNDLE, call("config_content", CONFIGURATION, "version", version));

    assertThat(files)
        .containsKeys(
            "README.md",
            "opensips/opensips.cfg",
            "docker-compose.yml",
            "prometheus/prometheus.yml",
            "prometheus/opensips-alerts.yml",
            "grafana/provisioning/datasources/opensips.yml",
            "grafana/provisioning/dashboards/opensips.yml",
            "grafana/dashboards/opensips-node.json",
            "grafana/dashboards/opensips-traffic.json",
            "grafana/dashboards/opensips-calls.json")
        .doesNotContainKey("grafana/dashboards/opensips-registrations.json");
    files.forEach((path, text) -> {
      if (path.endsWith(".yml")) {
        assertThat(yaml(text)).as(path).isInstanceOf(Map.class);
      } else if (path.endsWith(".json")) {
        isADashboard(text);
      }
      assertThat(text).as(path).doesNotContain("planted");
    });
    assertThat(files.get("opensips/opensips.cfg"))
        .contains("prometheus.so", "httpd.so", "\"group_mode\", 1", "\"ip\", \"127.0.0.1\"");
    assertThat(files.get("docker-compose.yml"))
        .contains("opensips/opensips:" + version, "127.0.0.1:9090", "GRAFANA_ADMIN_PASSWORD:?");
    assertThat(files.get("README.md"))
        .contains("127.0.0.1:8888/metrics")
        .contains(
            "without asking a registry", "OPENSIPS_IMAGE=", "opensips -V` must say " + version);
    assertThat(files.get("docker-compose.yml")).startsWith("# Nobody looked");
  }

  @Test
  void prometheusItselfTakesItsFiles(@TempDir Path directory) throws Exception {
    Path promtool = RealProgram.find("promtool", "prometheus");
    for (String modules : List.of("", allModules())) {
      Map<String, String> files =
          files(BUNDLE, call("config_content", modules + CONFIGURATION, "deployment_name", "edge"));
      for (String path : List.of(Scrape.FILE, Rules.FILE)) {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, files.get(path));
      }

      assertThat(run(promtool, "check", "config", directory.resolve(Scrape.FILE)))
          .contains("SUCCESS", "rules found");
      assertThat(run(promtool, "check", "rules", directory.resolve(Rules.FILE)))
          .contains("SUCCESS");
    }
  }

  @Test
  void prometheusItselfTakesEveryQueryOfTheDashboards(@TempDir Path directory) throws Exception {
    Path promtool = RealProgram.find("promtool", "prometheus");
    StringBuilder rules = new StringBuilder("groups:\n  - name: all\n    rules:\n");
    int queries = 0;
    for (MetricNames.Mode mode : MetricNames.Mode.values()) {
      MetricNames names = new MetricNames("opensips", "_", mode, "", "group");
      for (Board board : Boards.ALL) {
        for (Panel panel : board.panels()) {
          for (Panel.Line line : panel.lines()) {
            rules.append("      - record: q").append(queries++).append("\n        expr: ");
            rules.append(Yaml.quoted(line.term().query(names, "job=\"x\"", "5m"))).append('\n');
          }
        }
      }
    }
    Path file = directory.resolve("queries.yml");
    Files.writeString(file, rules);

    assertThat(run(promtool, "check", "rules", file)).contains("SUCCESS: " + queries + " rules");
  }

  private static String allModules() {
    StringBuilder text = new StringBuilder();
    for (String module :
        List.of("usrloc", "registrar", "clusterer", "msilo", "imc", "call_center", "sst")) {
      text.append("loadmodule \"").append(module).append(".so\"\n");
    }
    return text.toString();
  }

  private static String run(Path program, Object... words)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    for (Object word : words) {
      command.add(word.toString());
    }
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }

  @Test
  void aScenarioComesWatchedAtOnce() {
    Map<String, String> files =
        files(
            "observability_generate_bundle", call("scenario", "load-balancer", "prom_port", 9434));

    assertThat(files.get("opensips/opensips.cfg")).contains("load_balancer.so", "prometheus.so");
    assertThat(files.get("prometheus/prometheus.yml"))
        .contains("127.0.0.1:9434", "job_name: \"load-balancer\"");
    assertThat(
            lab.code(
                "observability_generate_bundle", "{\"scenario\":\"no-such\",\"version\":\"3.6\"}"))
        .isEqualTo("ARGUMENTS_WRONG");
  }

  @Test
  void aNodeElsewhereGetsNoContainer() {
    Map<String, String> files =
        files(BUNDLE, call("config_content", CONFIGURATION, "opensips_host", "192.0.2.7"));

    assertThat(files.get("docker-compose.yml")).doesNotContain("OPENSIPS_IMAGE");
    assertThat(files.get("README.md"))
        .contains("GRAFANA_IMAGE=")
        .doesNotContain("OPENSIPS_IMAGE", "opensips -V");
    assertThat(files.get("prometheus/prometheus.yml")).contains("192.0.2.7:8888");
    assertThat(files.get("opensips/opensips.cfg")).contains("\"ip\", \"192.0.2.7\"");
  }

  @Test
  void severalTargetsAreScrapedUnderTheirNames() {
    JsonArray targets =
        JsonParser.parseString(
                "[[\"proxy \\\"one\\\"\",\"192.0.2.1:8888\"],[\"two\",\"[2001:db8::1]:8888\"]]")
            .getAsJsonArray();
    String text =
        object("observability_generate_prometheus_scrape", call("targets", targets))
            .get("text")
            .getAsString();

    assertThat(yaml(text).toString()).contains("proxy \"one\"", "[2001:db8::1]:8888");
    assertThat(
            lab.code(
                "observability_generate_prometheus_scrape",
                "{\"targets\":[[\"one\"],[\"a\",\"b\"]]}"))
        .isEqualTo("ARGUMENTS_WRONG");
  }

  @Test
  void grafanaIsProvisionedWithWhatIsGiven() {
    Map<String, String> files =
        files(
            "observability_generate_grafana_provisioning",
            call("folder", "Voice: \"edge\"", "prometheus_url", "https://prom.example.net/p"));

    assertThat(files).hasSize(2);
    assertThat(yaml(files.get("grafana/provisioning/datasources/opensips.yml")).toString())
        .contains("https://prom.example.net/p");
    assertThat(yaml(files.get("grafana/provisioning/dashboards/opensips.yml")).toString())
        .contains("Voice: \"edge\"", Provisioning.DASHBOARDS);
  }

  @Test
  void aNodeItselfSaysWhatItCounts() {
    JsonObject seen = object("observability_generate_dashboards_from_cfg", call("live", true));

    assertThat(seen.getAsJsonArray("files").toString()).contains("opensips-node.json");
    assertThat(seen.getAsJsonArray("notes").toString()).contains("does not tell how", "core");
    assertThat(
            object("observability_generate_alerts", call("live", true)).get("text").getAsString())
        .contains("OpensipsSharedMemoryHigh", "OpensipsNotAnswering");
  }

  @Test
  void tagsAndNamesComeOutAsTheyWereGiven() {
    JsonArray tags = JsonParser.parseString("[\"edge\",\"<b>\"]").getAsJsonArray();
    JsonObject made =
        object(
            "observability_generate_dashboards_from_cfg",
            call("config_content", CONFIGURATION, "deployment_name", "edge", "extra_tags", tags));

    isADashboard(made.get("text").getAsString());
    assertThat(made.get("text").getAsString()).contains("\"edge\"");
    assertThat(
            lab.code(
                "observability_generate_dashboards_from_cfg",
                call("config_content", CONFIGURATION, "file", "none.json", "version", "3.6")
                    .toString()))
        .isEqualTo("ARGUMENTS_WRONG");
    assertThat(lab.code("observability_generate_alerts", "{\"version\":\"3.6\"}"))
        .isEqualTo("ARGUMENTS_INCOMPLETE");
  }
}
