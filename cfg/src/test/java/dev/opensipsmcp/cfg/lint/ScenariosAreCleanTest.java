package dev.opensipsmcp.cfg.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.cfg.build.BuildResult;
import dev.opensipsmcp.cfg.build.CfgBuilder;
import dev.opensipsmcp.cfg.build.Scenario;
import dev.opensipsmcp.cfg.build.Scenarios;
import dev.opensipsmcp.cfg.finding.Finding;
import dev.opensipsmcp.cfg.finding.Severity;
import dev.opensipsmcp.facts.Version;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What this product builds has nothing severe, so that an audit of it alarms nobody. */
class ScenariosAreCleanTest {

  private static Stream<String> scenarios() {
    return Scenarios.all().stream().map(Scenario::name);
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void aScenarioHasNothingSevere(String name) {
    Scenario scenario = Scenarios.named(name).orElseThrow();
    for (Version version : List.of(Version.V3_4, Version.V3_5, Version.V3_6, Version.V4_0)) {
      if (CfgBuilder.build(scenario, version, Map.of(), Set.of())
          instanceof BuildResult.Built built) {
        List<Finding> findings =
            new Linter()
                .lint(Programs.of(built.text()), LintSettings.of(version)).findings().stream()
                    .map(LintReport.Fingerprinted::finding)
                    .filter(finding -> finding.severity().compareTo(Severity.HIGH) <= 0)
                    .filter(finding -> !followsTheRouteOfARegistration(name, finding))
                    .toList();
        assertThat(findings).as("%s for %s", name, version.label()).isEmpty();
      }
    }
  }

  /** In an IMS the first request brings the route that its registration was given. */
  private static boolean followsTheRouteOfARegistration(String scenario, Finding finding) {
    return scenario.startsWith("ims-") && finding.id().equals("S24");
  }
}
