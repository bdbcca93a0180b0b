package dev.opensipsmcp.cfg.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.cfg.check.Checker;
import dev.opensipsmcp.cfg.finding.Finding;
import dev.opensipsmcp.cfg.finding.Severity;
import dev.opensipsmcp.cfg.internal.lint.FromCheck;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules that the check decides are a part of the audit too. */
class CheckedRulesTest {
  private static final String GOOD =
      """
      socket=udp:127.0.0.1:5060
      mpath="/usr/lib/opensips/modules/"
      loadmodule "proto_udp.so"
      loadmodule "signaling.so"
      loadmodule "sl.so"
      loadmodule "tm.so"
      route {
        send_reply(404, "Not Here");
      }
      """;

  private static List<Finding> lint(String text, LintSettings settings) {
    return new Linter()
        .lint(Programs.of(text), settings).findings().stream()
            .map(LintReport.Fingerprinted::finding)
            .toList();
  }

  private static LintSettings only(String... ids) {
    return LintSettings.of(Version.V3_6).including(Set.of(ids));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "R01, `send_reply(404`, `sent_reply(404`",
        "R02, `send_reply(404, \"Not Here\")`, `send_reply(404)`",
        "R03, `send_reply(404, \"Not Here\")`, `t_relay(\"0x02\")`",
        "R04, `send_reply(404, \"Not Here\")`, `route(nowhere)`",
        "R05, `send_reply(404, \"Not Here\")`, `t_cancel_branch()`",
        "R06, `loadmodule \"tm.so\"`, `modparam(\"tm\", \"fr_timeout\", 5)`",
        "R07, `loadmodule \"proto_udp.so\"`, ``",
        "R08, `loadmodule \"tm.so\"`, `loadmodule \"tls_mgm.so\"`"
      })
  void aBrokenTextIsFoundUnderTheRulesId(String rule, String what, String by) {
    assertThat(lint(GOOD, only(rule))).isEmpty();
    String broken = GOOD.replace(what, by == null ? "" : by);
    assertThat(broken).isNotEqualTo(GOOD);
    List<Finding> findings = lint(broken, only(rule));
    assertThat(findings).as(broken).extracting(Finding::id).containsOnly(rule);
    assertThat(findings).extracting(Finding::severity).contains(Severity.FATAL);
    assertThat(lint(broken, LintSettings.of(Version.V3_6).excluding(Set.of(rule))))
        .extracting(Finding::id)
        .doesNotContain(rule);
  }

  @Test
  void eachFindingOfTheCheckThatStandsForARuleIsThere() {
    String broken = GOOD.replace("send_reply", "sent_reply").replace("proto_udp", "proto_udq");
    List<String> check =
        new Checker(Facts.of(Version.V3_6))
            .check(Programs.of(broken)).stream()
                .filter(found -> FromCheck.rules().containsKey(found.id()))
                .map(Finding::message)
                .toList();
    assertThat(lint(broken, only("R01", "R02", "R03", "R04", "R05", "R06", "R07", "R08")))
        .extracting(Finding::message)
        .containsExactlyElementsOf(check);
    assertThat(check).isNotEmpty();
  }

  @Test
  void aFindingOfTheCheckCanBeExcepted() {
    String text =
        GOOD.replace(
            "send_reply(404, \"Not Here\");",
            "route(nowhere); # lint: off R04 because a later file has it");
    LintReport report = new Linter().lint(Programs.of(text), only("R04", "L02"));
    assertThat(report.findings()).isEmpty();
    assertThat(report.suppressed()).hasSize(1);
  }

  @Test
  void aPartIsNotJudgedByWhatItLacks() {
    LintReport report =
        new Linter().lint(Programs.of("modparam(\"tm\", \"fr_timeout\", 5)\n"), only("R06"));
    assertThat(report.findings()).isEmpty();
    assertThat(report.notLookedAt()).extracting(LintReport.NotLookedAt::id).contains("R06");
  }

  @Test
  void everyRuleThatTheCheckDecidesIsReachedAndEveryNameIsTheChecks() throws IOException {
    Set<String> reached = new TreeSet<>(FromCheck.rules().values());
    List<String> byCheck =
        Rules.all().stream().filter(RuleInfo::byCheck).map(RuleInfo::id).toList();
    assertThat(reached).containsExactlyElementsOf(byCheck);
    StringBuilder sources = new StringBuilder();
    Path folder = Path.of("src/main/java/dev/opensipsmcp/cfg/internal/check");
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        sources.append(Files.readString(file));
      }
    }
    assertThat(FromCheck.rules().keySet())
        .allSatisfy(id -> assertThat(sources).contains('"' + id + '"'));
  }
}
