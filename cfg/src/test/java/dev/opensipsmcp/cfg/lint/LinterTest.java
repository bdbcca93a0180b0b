package dev.opensipsmcp.cfg.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.cfg.finding.Finding;
import dev.opensipsmcp.cfg.finding.Severity;
import dev.opensipsmcp.cfg.lint.LintReport.Fingerprinted;
import dev.opensipsmcp.facts.Version;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LinterTest {
  private static final String TWO =
      """
      modparam("auth", "nonce_expire", 86400)
      modparam("auth_db", "calculate_ha1", 1)
      modparam("mi_datagram", "socket_name", "udp:192.0.2.4:8080")
      """;
  private static final LintSettings ALL = LintSettings.of(Version.V3_6);

  private static LintReport lint(String text, LintSettings settings) {
    return new Linter().lint(Programs.of(text), settings);
  }

  private static List<String> ids(List<Fingerprinted> findings) {
    return findings.stream().map(found -> found.finding().id()).toList();
  }

  @Test
  void findingsComeInTheOrderOfTheTextAndAreCounted() {
    LintReport report = lint(TWO, ALL);
    assertThat(ids(report.findings())).containsExactly("S13", "S12", "S03");
    assertThat(report.counts()).isEqualTo(Map.of(Severity.MEDIUM, 2, Severity.HIGH, 1));
  }

  @Test
  void rulesAreChosenByIdAndSeverity() {
    assertThat(ids(lint(TWO, ALL.including(Set.of("S12"))).findings())).containsExactly("S12");
    assertThat(ids(lint(TWO, ALL.excluding(Set.of("S12"))).findings()))
        .containsExactly("S13", "S03");
    assertThat(ids(lint(TWO, ALL.atLeast(Severity.HIGH)).findings())).containsExactly("S03");
  }

  @Test
  void whatIsInTheBaselineIsKnownEvenWhenLinesMoved() {
    Baseline baseline = Baseline.parse(Baseline.write(lint(TWO, ALL)));
    String moved = "# a new comment\n\n" + TWO.replace("auth_db", "auth_db") + "log_level=4\n";
    LintReport report = lint(moved, ALL.knowing(baseline));
    assertThat(ids(report.known())).containsExactly("S13", "S12", "S03");
    assertThat(ids(report.findings())).containsExactly("R26");
  }

  @Test
  void aSecondFaultOfTheSameKindIsNew() {
    Baseline baseline = Baseline.parse(Baseline.write(lint(TWO, ALL)));
    String twice = TWO + "modparam(\"auth_db\", \"calculate_ha1\", 2)\n";
    assertThat(ids(lint(twice, ALL.knowing(baseline)).findings())).contains("S12");
  }

  @Test
  void aCommentWithAReasonExceptsWhatFollows() {
    String text =
        """
        # lint: off S13 because a lab
        modparam("auth", "nonce_expire", 86400)
        modparam("auth_db", "calculate_ha1", 1) # lint: off S12, S16 because a lab
        """;
    LintReport report = lint(text, ALL);
    assertThat(report.findings()).isEmpty();
    assertThat(ids(report.suppressed())).containsExactly("S13", "S12");
  }

  @Test
  void aCommentWithoutAReasonOrWithoutNeedIsAFindingItself() {
    String text =
        """
        # lint: off S13
        modparam("auth", "nonce_expire", 86400)
        # lint: off S12 because it was so once
        modparam("auth_db", "calculate_ha1", 0)
        """;
    LintReport report = lint(text, ALL);
    assertThat(ids(report.findings())).containsExactly("L01", "L02");
    assertThat(report.findings())
        .extracting(found -> found.finding().severity())
        .containsOnly(Severity.LOW);
  }

  @Test
  void anExceptionFromARuleThatWasNotAppliedIsNotCalledUnneeded() {
    String text = "# lint: off S12 because a lab\nmodparam(\"auth_db\", \"calculate_ha1\", 0)\n";
    assertThat(lint(text, ALL.including(Set.of("S13", "L02"))).findings()).isEmpty();
  }

  @Test
  void rulesThatNeedMoreThanTheTextSaySo() {
    LintReport report = lint(TWO, ALL);
    assertThat(report.notLookedAt())
        .extracting(LintReport.NotLookedAt::id)
        .contains("S36", "S43", "S44", "S45", "R28", "R40", "R01", "R08");
    assertThat(report.notLookedAt()).allSatisfy(left -> assertThat(left.why()).endsWith("."));
  }

  @Test
  void aRuleForOtherVersionsSaysSo() {
    assertThat(lint(TWO, LintSettings.of(Version.V3_5)).notLookedAt())
        .extracting(LintReport.NotLookedAt::id)
        .contains("R37", "R38");
  }

  @Test
  void everyFindingTellsReasonAndFix() {
    for (Finding finding :
        lint(TWO, ALL).findings().stream().map(Fingerprinted::finding).toList()) {
      assertThat(finding.message()).endsWith(".");
      assertThat(finding.reason()).endsWith(".");
      assertThat(finding.fix()).isPresent();
    }
  }
}
