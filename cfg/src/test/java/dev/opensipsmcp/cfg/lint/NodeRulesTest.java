package dev.opensipsmcp.cfg.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.cfg.lint.Surroundings.Host;
import dev.opensipsmcp.cfg.lint.Surroundings.Live;
import dev.opensipsmcp.cfg.lint.Surroundings.NodeSocket;
import dev.opensipsmcp.facts.Version;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules that hold the text against the running node. */
class NodeRulesTest {
  private static final NodeSocket UDP = new NodeSocket("udp", "192.0.2.1", 5060);
  private static final String TEXT =
      """
      socket=udp:192.0.2.1:5060
      socket=tcp:192.0.2.1:5060
      loadmodule "httpd.so"
      modparam("httpd", "ip", "127.0.0.1")
      loadmodule "mi_http.so"
      loadmodule "dialog.so"
      loadmodule "registrar.so"
      route { exit; }
      """;

  private static LintReport lint(String rule, String text, Surroundings around) {
    return new Linter()
        .lint(Programs.of(text), LintSettings.of(Version.V3_6).including(Set.of(rule)).in(around));
  }

  private static List<String> messages(String rule, String text, Live live) {
    return lint(rule, text, Nodes.with(live)).findings().stream()
        .map(found -> found.finding().message())
        .toList();
  }

  private static List<String> leftOut(String rule, String text, Live live) {
    return lint(rule, text, Nodes.with(live)).notLookedAt().stream()
        .map(LintReport.NotLookedAt::why)
        .toList();
  }

  @Test
  void aNodeThatListensAsTheTextSays() {
    Live live = Nodes.listening(true, UDP, UDP);
    assertThat(messages("N01", TEXT, live)).isEmpty();
    assertThat(messages("N02", TEXT, live)).isEmpty();
  }

  @Test
  void aSocketThatTheTextDoesNotNameIsToldOnce() {
    NodeSocket other = new NodeSocket("udp", "198.51.100.7", 5060);
    assertThat(messages("N01", TEXT, Nodes.listening(true, UDP, other, other)))
        .containsExactly(
            "The node listens on udp:198.51.100.7:5060, which the text does not name.");
  }

  @Test
  void aListenerThatTheNodeDoesNotHave() {
    NodeSocket other = new NodeSocket("udp", "192.0.2.1", 5070);
    assertThat(messages("N02", TEXT, Nodes.listening(true, other)))
        .containsExactly("The node does not listen on udp:192.0.2.1:5060.");
    assertThat(messages("N02", TEXT, Nodes.listening(false, UDP)))
        .containsExactly("The node serves no TCP, and so not tcp:192.0.2.1:5060.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "udp:eth0:5060",
        "udp:sip.example.com:5060",
        "udp:*:5060",
        "udp:192.0.2.1",
        "udp:192.0.2.1:5000-5080"
      })
  void aListenerThatMayBeTheNodesSocketIsTakenForIt(String listener) {
    String text = "socket=" + listener + "\nroute { exit; }\n";
    assertThat(messages("N01", text, Nodes.listening(false, UDP))).isEmpty();
    assertThat(messages("N02", text, Nodes.listening(false, UDP))).isEmpty();
  }

  @Test
  void anAddressIsKnownInAnySpelling() {
    String text = "socket=udp:[2001:DB8:0::1]:5060\nroute { exit; }\n";
    Live live = Nodes.listening(false, new NodeSocket("udp", "2001:db8::1", 5060));
    assertThat(messages("N01", text, live)).isEmpty();
    assertThat(messages("N02", text, live)).isEmpty();
  }

  @Test
  void socketsOfACommandLineOrOfAPartAreNotMissedInTheText() {
    Live live = Nodes.listening(true, UDP);
    assertThat(leftOut("N01", "route { exit; }\n", live))
        .singleElement()
        .asString()
        .contains("command line");
    assertThat(leftOut("N01", "socket=udp:127.0.0.1:5060\n", live)).hasSize(1);
    assertThat(leftOut("N01", TEXT, Nodes.plain())).hasSize(1);
  }

  @Test
  void aModuleShowsByItsCommands() {
    assertThat(messages("N03", TEXT, Nodes.commands("dlg_list", "httpd_list_root_path"))).isEmpty();
    assertThat(messages("N03", TEXT, Nodes.commands("httpd_list_root_path")))
        .containsExactly("The node shows nothing of module dialog.");
  }

  @Test
  void aModuleWithoutCommandsShowsByItsStatistics() {
    String text = "loadmodule \"registrar.so\"\nroute { exit; }\n";
    assertThat(messages("N03", text, Nodes.statistics("core:rcv_requests")))
        .containsExactly("The node shows nothing of module registrar.");
    assertThat(messages("N03", text, Nodes.statistics("registrar:accepted_regs"))).isEmpty();
    assertThat(messages("N03", text, Nodes.plain())).isEmpty();
  }

  @Test
  void aModuleThatTheTextDoesNotLoad() {
    assertThat(messages("N04", TEXT, Nodes.commands("dlg_list", "ds_list", "ds_reload")))
        .singleElement()
        .asString()
        .startsWith("The node has module dispatcher, as command ds_");
    assertThat(messages("N04", TEXT, Nodes.commands("dlg_list", "ps", "which"))).isEmpty();
  }

  @Test
  void aPartOfAConfigurationLacksNoModules() {
    Live live = Nodes.commands("ds_list");
    assertThat(leftOut("N04", "include_file \"more.cfg\"\n" + TEXT, live)).hasSize(1);
    assertThat(leftOut("N03", "loadmodule \"dialog.so\"\n", live)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"*:8888", "0.0.0.0:8888", "192.0.2.1:8888"})
  void managementThatListensForOthersAlthoughTheTextKeepsThemOut(String address) {
    LintReport report = lint("N05", TEXT, Nodes.with(Nodes.http(address)));
    assertThat(report.findings()).hasSize(1);
    assertThat(report.findings().getFirst().finding().message()).contains(address);
    assertThat(Programs.of(TEXT).origins().place(report.findings().getFirst().finding().span()))
        .extracting("line")
        .isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1:80, false, false, 1",
    "192.0.2.1:443, true, true, 0",
    "127.0.0.1:8888, false, false, 0",
    "192.0.2.1:443, true, false, 1"
  })
  void managementThatAnsweredFromOutsideWithoutALogin(
      String address, boolean encrypted, boolean login, int found) {
    assertThat(messages("N05", TEXT, Nodes.reached(address, encrypted, login))).hasSize(found);
  }

  @Test
  void whatTheTextItselfOpensIsToldByTheTextsRule() {
    String open = TEXT.replace("127.0.0.1", "0.0.0.0");
    assertThat(messages("N05", open, Nodes.http("0.0.0.0:8888"))).isEmpty();
    assertThat(messages("S01", open, Nodes.http("0.0.0.0:8888"))).hasSize(1);
  }

  @Test
  void aNodeOfAnotherVersionOrRelease() {
    assertThat(messages("N06", TEXT, Live.of(Version.V4_0, Set.of())))
        .containsExactly("The node is OpenSIPS 4.0, and the text is audited for 3.6.");
    assertThat(messages("N06", TEXT, Nodes.plain())).isEmpty();
    LintSettings exact =
        LintSettings.of(Version.V3_6)
            .including(Set.of("N06"))
            .withRelease(new Release(3, 6, 4))
            .in(Nodes.with(Nodes.memory(512)));
    assertThat(new Linter().lint(Programs.of(TEXT), exact).findings()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"PT1M, 1", "-PT1M, 0"})
  void aFileThatWasChangedAfterTheStart(String later, int found) {
    Instant changed = Nodes.STARTED.plus(java.time.Duration.parse(later));
    Surroundings around =
        new Surroundings(
            Optional.of(Nodes.memory(512)),
            Optional.of(new Host(Map.of(), Optional.empty(), Optional.of(changed), Instant.now())),
            Optional.empty());
    assertThat(lint("N07", TEXT, around).findings()).hasSize(found);
  }

  @Test
  void whatANodeShowsCanBeExceptedAndKnown() {
    Live live = Nodes.commands("httpd_list_root_path");
    String excepted =
        TEXT.replace(
            "loadmodule \"dialog.so\"",
            "loadmodule \"dialog.so\" # lint: off N03 because it is started tonight");
    LintReport report = lint("N03", excepted, Nodes.with(live));
    assertThat(report.findings()).isEmpty();
    assertThat(report.suppressed()).hasSize(1);
    Baseline baseline = Baseline.parse(Baseline.write(lint("N03", TEXT, Nodes.with(live))));
    LintReport again =
        new Linter()
            .lint(
                Programs.of("# moved\n" + TEXT),
                LintSettings.of(Version.V3_6)
                    .including(Set.of("N03"))
                    .in(Nodes.with(live))
                    .knowing(baseline));
    assertThat(again.findings()).isEmpty();
    assertThat(again.known()).hasSize(1);
  }

  @Test
  void sarifTellsTheRuleOfALiveFinding() {
    LintReport report = lint("N03", TEXT, Nodes.with(Nodes.commands("httpd_list_root_path")));
    assertThat(Sarif.write(report, Programs.of(TEXT).origins(), "1"))
        .contains("\"ruleId\": \"N03\"")
        .contains("module that the node has not loaded");
  }
}
