package dev.opensipsmcp.cfg.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.cfg.syntax.Parser;
import dev.opensipsmcp.facts.Version;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CfgBuilderTest {
  private static final Scenario REGISTRAR = Builds.scenario("residential-registrar");

  @Test
  void thereIsAScenarioForEachUsualRole() {
    assertThat(Scenarios.all()).hasSizeGreaterThanOrEqualTo(25);
    assertThat(Scenarios.all()).extracting(Scenario::name).doesNotHaveDuplicates();
    assertThat(Scenarios.named("SIP_Trunking")).isPresent();
    assertThat(Scenarios.named("nonesuch")).isEmpty();
  }

  @Test
  void whatIsGivenStandsInTheText() {
    BuildResult.Built built =
        (BuildResult.Built)
            CfgBuilder.build(
                REGISTRAR,
                Version.V3_6,
                Map.of("LISTEN", "192.0.2.10:5080", "domain", "voip.example.net"),
                Set.of("with_accounting"));

    assertThat(built.text())
        .contains("socket = udp:192.0.2.10:5080")
        .contains("$fd == \"voip.example.net\"")
        .doesNotContain("{{");
    assertThat(built.modules()).contains("acc", "dialog").doesNotHaveDuplicates();
    assertThat(built.features()).contains("WITH_ACCOUNTING", "WITH_DIALOG", "WITH_DATABASE");
  }

  @Test
  void eachBlockHasItsReason() {
    for (Builds.Case build : Builds.all()) {
      List<String> lines = build.built().text().lines().toList();
      for (int i = 1; i < lines.size(); i++) {
        if (lines.get(i).startsWith("loadmodule")) {
          assertThat(lines.get(i - 1)).as("%s: %s", build, lines.get(i)).startsWith("# ");
        }
      }
    }
  }

  @Test
  void featuresAloneMakeANode() {
    BuildResult.Built built =
        Builds.built(
            Builds.scenario("feature-set"),
            Version.V3_6,
            Set.of("WITH_MYSQL", "with_auth", "WITH_USRLOCDB", "WITH_REGISTRAR", "WITH_ACCDB"));
    assertThat(built.features())
        .containsExactly(
            "WITH_DATABASE", "WITH_AUTH", "WITH_REGISTRAR", "WITH_DIALOG", "WITH_ACCOUNTING");
    assertThat(Builds.built(Builds.scenario("feature-set"), Version.V3_6, Set.of()).text())
        .contains("send_reply(403, \"Forbidden\")");
  }

  @Test
  void versionsAreSpelledAsTheyWant() {
    Scenario balancer = Builds.scenario("load-balancer");
    assertThat(Builds.built(balancer, Version.V3_6, Set.of()).text())
        .contains("create_dialog(\"BPp\")");
    assertThat(Builds.built(balancer, Version.V4_0, Set.of()).text())
        .contains("create_dialog(\"bye-on-timeout,options-ping-caller,options-ping-callee\")");
    Scenario msrp = Builds.scenario("msrp-relay");
    assertThat(Builds.built(msrp, Version.V3_4, Set.of()).modules()).contains("avpops");
    assertThat(Builds.built(msrp, Version.V3_5, Set.of()).modules()).contains("sqlops");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          listen   | 198.51.100.7
          listen   | 192.0.2.1:70000
          domain   | a b
          domain   | x";exit;
          database | mysql://opensips:hunter2@localhost/opensips
          database | oracle://x@y/z
          nonesuch | 1
          """)
  void whatDoesNotFitIsRefusedAndNotRepeated(String name, String value) {
    BuildResult result = CfgBuilder.build(REGISTRAR, Version.V3_6, Map.of(name, value), Set.of());

    assertThat(result).isInstanceOf(BuildResult.Refused.class);
    assertThat(result.toString()).contains(name).doesNotContain("hunter2").doesNotContain(value);
  }

  @Test
  void noValueBringsLinesOfItsOwn() {
    for (Parameter parameter : Scenarios.parameters(REGISTRAR, Set.of())) {
      for (String more : List.of("\nroute { }", "\"", "\\", "{{domain}}", " ", "")) {
        String value = more.isEmpty() ? more : parameter.defaultValue() + more;
        assertThat(parameter.kind().problem(value)).as("%s %s", parameter, more).isPresent();
      }
    }
  }

  @Test
  void everyDefaultIsOneThatIsTaken() {
    for (Scenario scenario : Scenarios.all()) {
      for (Parameter parameter : scenario.parameters()) {
        assertThat(parameter.kind().problem(parameter.defaultValue())).isEmpty();
      }
    }
  }

  @Test
  void featuresThatAreUnknownOrExcludeEachOtherAreRefused() {
    assertThat(CfgBuilder.build(REGISTRAR, Version.V3_6, Map.of(), Set.of("WITH_MAGIC")))
        .isEqualTo(new BuildResult.Refused(List.of("There is no feature WITH_MAGIC.")));
    assertThat(
            CfgBuilder.build(
                REGISTRAR, Version.V3_6, Map.of(), Set.of("WITH_RTPENGINE", "WITH_RTP_RELAY")))
        .isInstanceOf(BuildResult.Refused.class);
    assertThat(CfgBuilder.build(REGISTRAR, Version.V3_3, Map.of(), Set.of()))
        .isEqualTo(new BuildResult.Refused(List.of("Scenarios are for 3.4 and later.")));
  }

  @Test
  void secretsAreOnlyEverReferences() {
    Scenario pair = Builds.scenario("clustered-pair");
    BuildResult.Built fromEnvironment =
        (BuildResult.Built)
            CfgBuilder.build(
                pair,
                Version.V4_0,
                Map.of(
                    "nonce-secret", "env:NONCES",
                    "database", "mysql://opensips:${DB_PASSWORD}@db.example.net/opensips"),
                Set.of());
    assertThat(fromEnvironment.text())
        .contains("modparam(\"auth\", \"secret\", \"${NONCES}\")")
        .contains("mysql://opensips:${DB_PASSWORD}@db.example.net/opensips")
        .contains("db_mysql.so");
    assertThat(fromEnvironment.notes()).anyMatch(note -> note.contains("$DB_PASSWORD,$NONCES"));

    BuildResult.Built fromFile =
        (BuildResult.Built)
            CfgBuilder.build(
                pair,
                Version.V4_0,
                Map.of("nonce-secret", "file:/etc/opensips/nonce.inc"),
                Set.of());
    assertThat(fromFile.text())
        .contains("include_file \"/etc/opensips/nonce.inc\"")
        .doesNotContain("\u0000");
    assertThat(Parser.parse(fromFile.text()).faults()).isEmpty();
    assertThat(fromFile.notes()).anyMatch(note -> note.contains("/etc/opensips/nonce.inc"));

    assertThat(
            CfgBuilder.build(pair, Version.V4_0, Map.of("nonce-secret", "in-clear-text"), Set.of()))
        .isInstanceOf(BuildResult.Refused.class);
  }

  @Test
  void theTwoFilesForM4GiveTheFlatFile() {
    for (Scenario scenario : Scenarios.all()) {
      Map<String, String> parameters = Map.of("listen", "192.0.2.10:5080");
      BuildResult.Built flat =
          (BuildResult.Built) CfgBuilder.build(scenario, Version.V3_6, parameters, Set.of());
      M4Result.Pair pair =
          (M4Result.Pair) CfgBuilder.m4(scenario, Version.V3_6, parameters, Set.of());

      assertThat(expanded(pair).replaceAll("\\s+#?\\s*", " "))
          .isEqualTo(flat.text().replaceAll("\\s+#?\\s*", " "));
      assertThat(pair.template()).doesNotContain("192.0.2.10");
    }
  }

  /** What m4 does with words that are macros, once its own lines are gone. */
  private static String expanded(M4Result.Pair pair) {
    String text = pair.template().substring(pair.template().indexOf("# "));
    Matcher definition =
        Pattern.compile("define\\(\\[\\[(\\w+)]], \\[\\[(.*?)]]\\)").matcher(pair.definitions());
    while (definition.find()) {
      text =
          text.replaceAll(
              "\\b" + definition.group(1) + "\\b", Matcher.quoteReplacement(definition.group(2)));
    }
    return text;
  }
}
