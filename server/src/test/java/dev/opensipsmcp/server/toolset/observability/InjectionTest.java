package dev.opensipsmcp.server.toolset.observability;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.toolset.testing.OnLab;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InjectionTest {
  private static final String TOOL = "observability_inject_prometheus";
  private static final String PLAIN =
      """
      # kept
      socket = udp:192.0.2.1:5060
      mpath = "/usr/lib/opensips/modules/"
      loadmodule "proto_udp.so"
      loadmodule "signaling.so"
      loadmodule "sl.so"

      route {
      	exit;
      }
      """;

  private final OnLab lab = OnLab.of(Version.V3_6);

  @AfterEach
  void close() {
    lab.close();
  }

  private JsonObject inject(String text, Object... pairs) {
    JsonObject json = new JsonObject();
    json.addProperty("config_content", text);
    json.addProperty("version", "3.6");
    for (int i = 0; i < pairs.length; i += 2) {
      if (pairs[i + 1] instanceof Integer number) {
        json.addProperty((String) pairs[i], number);
      } else {
        json.addProperty((String) pairs[i], pairs[i + 1].toString());
      }
    }
    return lab.object(TOOL, json.toString());
  }

  private static String text(JsonObject made) {
    return made.get("text").getAsString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.4", "3.5", "3.6", "4.0"})
  void theModuleComesOnceWithWhatAnswersForIt(String version) {
    JsonObject once = inject(PLAIN, "version", version);
    JsonObject twice = inject(text(once), "version", version);

    assertThat(text(once))
        .containsOnlyOnce("loadmodule \"httpd.so\"")
        .containsOnlyOnce("loadmodule \"prometheus.so\"")
        .contains("# kept", "modparam(\"prometheus\", \"statistics\", \"all\")");
    assertThat(text(once).indexOf("httpd.so")).isLessThan(text(once).indexOf("prometheus.so"));
    assertThat(once.get("starts").getAsBoolean()).isTrue();
    assertThat(once.get("metrics").getAsString()).isEqualTo("127.0.0.1 port 8888 path /metrics");
    assertThat(text(twice)).isEqualTo(text(once));
    assertThat(twice.getAsJsonArray("changes")).isEmpty();
  }

  @Test
  void anHttpdThatIsThereKeepsItsPortAndThatIsSaid() {
    String text =
        PLAIN.replace(
            "\nroute",
            "loadmodule \"httpd.so\"\nmodparam(\"httpd\", \"port\", 8080)\n"
                + "loadmodule \"mi_http.so\"\n\nroute");

    JsonObject made = inject(text, "prom_port", 9999);

    assertThat(text(made)).containsOnlyOnce("httpd.so").doesNotContain("9999");
    assertThat(made.getAsJsonArray("notes").toString())
        .contains("uses port 8080", "can run every MI command");
    assertThat(made.get("metrics").getAsString()).isEqualTo("* port 8080 path /metrics");
  }

  @Test
  void aModuleThatExportsNothingIsToldToExport() {
    String text =
        PLAIN.replace(
            "\nroute",
            "loadmodule \"httpd.so\"\nloadmodule \"prometheus.so\"\n"
                + "modparam(\"prometheus\", \"root\", \"prometheus\")\n\nroute");

    JsonObject made = inject(text);

    assertThat(text(made)).contains("modparam(\"prometheus\", \"statistics\", \"all\")");
    assertThat(text(made)).doesNotContain("group_mode");
    assertThat(made.getAsJsonArray("notes").toString()).contains("group_mode is 0");
    assertThat(made.get("metrics").getAsString()).endsWith("path /prometheus");
  }

  @Test
  void brokenAndHostileTextsEndInAnAnswer() {
    for (String text :
        new String[] {"", "loadmodule", "modparam(\"httpd\",\"port\",\"x\")", "\u0000\u0001{{{"}) {
      JsonObject json = new JsonObject();
      json.addProperty("config_content", text);
      json.addProperty("version", "4.0");
      assertThat(lab.run(TOOL, json.toString())).isNotNull();
    }
  }
}
