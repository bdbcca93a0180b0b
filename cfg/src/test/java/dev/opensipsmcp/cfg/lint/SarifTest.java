package dev.opensipsmcp.cfg.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.opensipsmcp.cfg.source.Program;
import dev.opensipsmcp.facts.Version;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SarifTest {
  private final Program program =
      Programs.of(
          """
          modparam("auth", "nonce_expire", 86400)
          # lint: off S12 because the table is in a vault
          modparam("auth_db", "calculate_ha1", 1)
          """);
  private final LintReport report =
      new Linter()
          .lint(program, LintSettings.of(Version.V3_6).including(Set.of("S12", "S13", "S45")));

  private JsonObject run() {
    JsonObject log =
        JsonParser.parseString(Sarif.write(report, program.origins(), "1.0")).getAsJsonObject();
    assertThat(log.get("version").getAsString()).isEqualTo("2.1.0");
    return log.getAsJsonArray("runs").get(0).getAsJsonObject();
  }

  @Test
  void aFindingIsAResultWithItsPlaceRuleAndFingerprint() {
    JsonObject result = run().getAsJsonArray("results").get(0).getAsJsonObject();
    assertThat(result.get("ruleId").getAsString()).isEqualTo("S13");
    assertThat(result.get("level").getAsString()).isEqualTo("warning");
    JsonObject place =
        result
            .getAsJsonArray("locations")
            .get(0)
            .getAsJsonObject()
            .getAsJsonObject("physicalLocation");
    assertThat(place.getAsJsonObject("artifactLocation").get("uri").getAsString())
        .isEqualTo("opensips.cfg");
    assertThat(place.getAsJsonObject("region").get("startLine").getAsInt()).isEqualTo(1);
    assertThat(result.getAsJsonObject("partialFingerprints").size()).isEqualTo(1);
    int index = result.get("ruleIndex").getAsInt();
    JsonObject driver = run().getAsJsonObject("tool").getAsJsonObject("driver");
    assertThat(driver.getAsJsonArray("rules").get(index).getAsJsonObject().get("id").getAsString())
        .isEqualTo("S13");
  }

  @Test
  void anExceptionInTheTextIsASuppression() {
    JsonObject result = run().getAsJsonArray("results").get(1).getAsJsonObject();
    assertThat(result.get("ruleId").getAsString()).isEqualTo("S12");
    assertThat(result.getAsJsonArray("suppressions").get(0).getAsJsonObject().get("kind"))
        .hasToString("\"inSource\"");
  }

  @Test
  void whatWasNotLookedAtIsSaid() {
    JsonObject invocation = run().getAsJsonArray("invocations").get(0).getAsJsonObject();
    assertThat(invocation.getAsJsonArray("toolConfigurationNotifications").toString())
        .contains("S45 was not looked at");
  }
}
