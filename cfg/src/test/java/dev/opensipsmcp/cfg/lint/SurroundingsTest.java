package dev.opensipsmcp.cfg.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.cfg.lint.Surroundings.Database;
import dev.opensipsmcp.cfg.lint.Surroundings.Host;
import dev.opensipsmcp.cfg.lint.Surroundings.HostFile;
import dev.opensipsmcp.cfg.lint.Surroundings.TrustedAddress;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Version;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Rules about what surrounds the text: the host, the node, the database. */
class SurroundingsTest {
  private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
  private static final String TEXT =
      """
      db_default_url="mysql://sip:x9Tq2LmVw7Kd@127.0.0.1/opensips"
      loadmodule "usrloc.so"
      modparam("tls_mgm", "certificate", "[edge]/etc/tls/cert.pem")
      modparam("tls_mgm", "private_key", "[edge]/etc/tls/key.pem")
      loadmodule "permissions.so"
      route { exit; }
      """;

  private static List<Integer> lines(String rule, Surroundings around) {
    var program = Programs.of(TEXT);
    return new Linter()
            .lint(program, LintSettings.of(Version.V3_6).including(Set.of(rule)).in(around))
            .findings()
            .stream()
            .map(found -> program.origins().place(found.finding().span()).line())
            .toList();
  }

  private static Surroundings host(Map<String, HostFile> files, String user) {
    return new Surroundings(
        Optional.empty(),
        Optional.of(new Host(files, Optional.of(user), Optional.empty(), NOW)),
        Optional.empty());
  }

  private static Surroundings database(List<TrustedAddress> rows, Map<String, Integer> tables) {
    return database("opensips", rows, tables);
  }

  private static Surroundings database(
      String name, List<TrustedAddress> rows, Map<String, Integer> tables) {
    return new Surroundings(
        Optional.empty(),
        Optional.empty(),
        Optional.of(new Database(name, rows, tables, Map.of(), Set.of(), Optional.empty())));
  }

  private static List<String> leftOut(String rule, Surroundings around) {
    return new Linter()
            .lint(
                Programs.of(TEXT), LintSettings.of(Version.V3_6).including(Set.of(rule)).in(around))
            .notLookedAt()
            .stream()
            .map(LintReport.NotLookedAt::why)
            .toList();
  }

  private static HostFile file(int mode) {
    return new HostFile(mode, Optional.empty(), Optional.empty());
  }

  @Test
  void aCertificateThatEndsSoonAndAKeyThatOthersRead() {
    HostFile ending = new HostFile(0644, Optional.of(NOW.plusSeconds(86_400)), Optional.empty());
    assertThat(
            lines(
                "S36",
                host(Map.of("/etc/tls/cert.pem", ending, "/etc/tls/key.pem", file(0644)), "sip")))
        .containsExactly(3, 4);
  }

  @Test
  void aKeyThatBelongsToAnotherCertificate() {
    HostFile wrong = new HostFile(0600, Optional.empty(), Optional.of(false));
    assertThat(lines("S36", host(Map.of("/etc/tls/key.pem", wrong), "sip"))).containsExactly(4);
  }

  @Test
  void aCertificateInOrder() {
    HostFile lasting =
        new HostFile(0644, Optional.of(NOW.plusSeconds(86_400L * 200)), Optional.of(true));
    assertThat(
            lines(
                "S36",
                host(Map.of("/etc/tls/cert.pem", lasting, "/etc/tls/key.pem", file(0600)), "sip")))
        .isEmpty();
  }

  @Test
  void passwordsThatOthersReadAndAServerThatRunsAsRoot() {
    assertThat(lines("S45", host(Map.of("/etc/opensips.cfg", file(0644)), "root")))
        .containsExactly(6, 6);
    assertThat(lines("S45", host(Map.of("/etc/opensips.cfg", file(0640)), "sip"))).isEmpty();
  }

  @Test
  void littleSharedMemory() {
    assertThat(lines("R28", Nodes.with(Nodes.memory(64)))).containsExactly(6);
    assertThat(lines("R28", Nodes.with(Nodes.memory(512)))).isEmpty();
  }

  @Test
  void addressesThatAreTooWide() {
    assertThat(
            lines(
                "S43",
                database(
                    List.of(
                        new TrustedAddress(1, "192.0.2.0", 16, 5060, "udp"),
                        new TrustedAddress(2, "192.0.2.1", 32, 0, "any"),
                        new TrustedAddress(3, "192.0.2.2", 32, 5060, "udp")),
                    Map.of())))
        .hasSize(2);
  }

  @Test
  void tablesOfAnotherVersion() {
    int version = Facts.of(Version.V3_6).table("location").orElseThrow().version();
    assertThat(lines("R40", database(List.of(), Map.of("location", version - 1)))).hasSize(1);
    assertThat(lines("R40", database(List.of(), Map.of("location", version)))).isEmpty();
  }

  @Test
  void anotherDatabaseIsNotHeldAgainstTheText() {
    Surroundings other = database("billing", List.of(), Map.of("location", 1));
    assertThat(lines("R40", other)).isEmpty();
    assertThat(leftOut("R40", other)).singleElement().asString().contains("billing");
  }

  @Test
  void certificatesThatCouldNotBeSeenAreNotCalledInOrder() {
    assertThat(leftOut("S36", host(Map.of(), "sip"))).singleElement().asString().contains("None");
  }

  @Test
  void tablesOfModulesThatAreNotLoadedDoNotMatter() {
    assertThat(lines("R40", database(List.of(), Map.of("dialog", 1)))).isEmpty();
  }

  @Test
  void usersToldApart() {
    assertThat(lines("S44", Nodes.with(Nodes.apart(true)))).hasSize(1);
    assertThat(lines("S44", Nodes.with(Nodes.apart(false)))).isEmpty();
    assertThat(leftOut("S44", Nodes.with(Nodes.plain())))
        .singleElement()
        .asString()
        .contains("did not tell");
  }
}
