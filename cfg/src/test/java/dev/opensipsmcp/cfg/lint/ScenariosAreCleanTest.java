package dev.opensipsmcp.cfg.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.cfg.build.BuildResult;
import dev.opensipsmcp.cfg.build.CfgBuilder;
import dev.opensipsmcp.cfg.build.Scenario;
import dev.opensipsmcp.cfg.build.Scenarios;
import dev.opensipsmcp.cfg.finding.Finding;
import dev.opensipsmcp.cfg.finding.Severity;
import dev.opensipsmcp.facts.Version;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What this product builds has nothing severe, so that an audit of it alarms nobody. */
class ScenariosAreCleanTest {
  private static final List<Version> VERSIONS =
      Arrays.stream(Version.values()).filter(Version::operable).toList();

  private static Stream<String> scenarios() {
    return Scenarios.all().stream().map(Scenario::name);
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void aScenarioHasNothingSevere(String name) {
    for (Version version : VERSIONS) {
      assertThat(findings(built(name, version, Set.of()), version))
          .filteredOn(finding -> finding.severity().compareTo(Severity.HIGH) <= 0)
          .as("%s for %s", name, version.label())
          .isEmpty();
    }
  }

  /**
   * In an IMS the first request brings the route that its registration was given. The file itself
   * says so where S24 would ask, with each feature, and only where it would.
   */
  @ParameterizedTest
  @MethodSource("scenarios")
  void anExceptionHasItsReasonAndIsNeeded(String name) {
    List<Set<String>> choices = new ArrayList<>(List.of(Set.of()));
    Scenarios.named(name).orElseThrow().optional().forEach(it -> choices.add(Set.of(it)));
    for (Set<String> features : choices) {
      for (Version version : VERSIONS) {
        String text = built(name, version, features);
        if (text.contains("# lint: off")) {
          assertThat(findings(text, version))
              .extracting(Finding::id)
              .as("%s for %s with %s", name, version.label(), features)
              .doesNotContain("S24", "L01", "L02");
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ims-pcscf", "ims-icscf", "ims-scscf"})
  void withoutItsExceptionsAnImsNodeIsAskedAboutPreloadedRoutes(String name) {
    for (Version version : VERSIONS) {
      String text = built(name, version, Set.of()).replaceAll("\\s*# lint: off.*", "");
      assertThat(findings(text, version)).extracting(Finding::id).contains("S24");
    }
  }

  private static String built(String name, Version version, Set<String> features) {
    Scenario scenario = Scenarios.named(name).orElseThrow();
    return switch (CfgBuilder.build(scenario, version, Map.of(), features)) {
      case BuildResult.Built built -> built.text();
      case BuildResult.Refused(List<String> problems) ->
          throw new AssertionError(name + ": " + problems);
    };
  }

  private static List<Finding> findings(String text, Version version) {
    return new Linter()
        .lint(Programs.of(text), LintSettings.of(version)).findings().stream()
            .map(LintReport.Fingerprinted::finding)
            .toList();
  }
}
