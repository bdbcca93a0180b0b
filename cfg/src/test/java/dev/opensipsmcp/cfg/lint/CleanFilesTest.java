package dev.opensipsmcp.cfg.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.cfg.finding.Finding;
import dev.opensipsmcp.cfg.finding.Severity;
import dev.opensipsmcp.facts.Version;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole configurations that are in order, and the same with one thing taken away. */
class CleanFilesTest {

  @ParameterizedTest
  @ValueSource(strings = {"residential", "trunk", "balancer"})
  void aConfigurationInOrderHasNothingSevere(String name) throws IOException {
    for (Version version : Version.values()) {
      List<Finding> findings = findings(read(name), version);
      assertThat(findings)
          .filteredOn(finding -> finding.severity().compareTo(Severity.HIGH) <= 0)
          .filteredOn(finding -> !isWrittenForLater(finding, version))
          .as(version.label())
          .isEmpty();
    }
  }

  /** The files use names of 3.4, which the check rightly does not find in older versions. */
  private static boolean isWrittenForLater(Finding finding, Version version) {
    return version.compareTo(Version.V3_4) < 0 && Rules.find(finding.id()).orElseThrow().byCheck();
  }

  @ParameterizedTest
  @ValueSource(strings = {"residential"})
  void aCarefulConfigurationHasHardlyAnything(String name) throws IOException {
    assertThat(findings(read(name), Version.V3_6)).extracting(Finding::id).isSubsetOf("R31");
  }

  record Mutation(String file, String what, String by, String rule) {}

  private static List<Mutation> mutations() {
    String noAnswer = "is_method(\"NONE\")";
    String challenge = "    www_challenge(\"\", \"auth\", \"MD5,SHA-256\");\n";
    return List.of(
        new Mutation("residential", challenge + "    exit;\n", challenge, "S07"),
        new Mutation("residential", "!www_authorize(\"\", \"subscriber\")", noAnswer, "S07"),
        new Mutation("residential", "!www_authorize", "www_authorize", "S09"),
        new Mutation("residential", "!proxy_authorize(\"\", \"subscriber\")", noAnswer, "S08"),
        new Mutation("residential", "!db_is_to_authorized(\"subscriber\")", noAnswer, "S10"),
        new Mutation("residential", "!db_is_from_authorized(\"subscriber\")", noAnswer, "S10"),
        new Mutation(
            "residential",
            "send_reply(403, \"Relay Forbidden\");\n    exit;",
            "send_reply(403, \"Relay Forbidden\");",
            "S08"),
        new Mutation(
            "residential", "send_reply(403, \"Preload Route denied\");", "t_relay();", "S24"),
        new Mutation("residential", "x9Tq2LmVw7Kd", "opensipsrw", "S16"),
        new Mutation("residential", "consume_credentials();", "", "S11"),
        new Mutation("residential", "t_was_cancelled()", noAnswer, "R10"),
        new Mutation("residential", "rtpengine_answer(\"replace-origin\");", "", "R14"),
        new Mutation("residential", "!mf_process_maxfwd_header(10)", noAnswer, "S27"),
        new Mutation("residential", "record_route();", "", "R11"),
        new Mutation(
            "trunk", "check_source_address(1, $avp(trunk))", "is_method(\"INVITE\")", "S08"),
        new Mutation("trunk", "  t_on_failure(\"NEXT\");\n  t_relay();", "  t_relay();", "R09"),
        new Mutation("balancer", "127.0.0.1\")", "0.0.0.0\")", "S01"),
        new Mutation("balancer", "!ds_select_dst(1, 0)", noAnswer, "S08"));
  }

  @ParameterizedTest
  @MethodSource("mutations")
  void oneThingTakenAwayIsFound(Mutation mutation) throws IOException {
    String text = read(mutation.file());
    String broken = text.replace(mutation.what(), mutation.by());
    assertThat(broken).isNotEqualTo(text);
    assertThat(findings(text, Version.V3_6))
        .extracting(Finding::id)
        .doesNotContain(mutation.rule());
    assertThat(findings(broken, Version.V3_6)).extracting(Finding::id).contains(mutation.rule());
  }

  private static List<Finding> findings(String text, Version version) {
    return new Linter()
        .lint(Programs.of(text), LintSettings.of(version)).findings().stream()
            .map(LintReport.Fingerprinted::finding)
            .toList();
  }

  private static String read(String name) throws IOException {
    try (InputStream in = CleanFilesTest.class.getResourceAsStream("clean/" + name + ".cfg")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
