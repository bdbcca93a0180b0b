package dev.opensipsmcp.cfg.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.cfg.lint.Surroundings.Database;
import dev.opensipsmcp.cfg.lint.Surroundings.Host;
import dev.opensipsmcp.cfg.lint.Surroundings.HostFile;
import dev.opensipsmcp.cfg.lint.Surroundings.Live;
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

  private static Surroundings host(Map<String, HostFile> files, String user, long memory) {
    return new Surroundings(
        Optional.empty(),
        Optional.of(new Host(files, Optional.of(user), Optional.of(memory), NOW)),
        Optional.empty());
  }

  private static Surroundings database(List<TrustedAddress> rows, Map<String, Integer> tables) {
    return new Surroundings(
        Optional.empty(), Optional.empty(), Optional.of(new Database(rows, tables)));
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
                host(
                    Map.of("/etc/tls/cert.pem", ending, "/etc/tls/key.pem", file(0644)), "sip", 0)))
        .containsExactly(3, 4);
  }

  @Test
  void aKeyThatBelongsToAnotherCertificate() {
    HostFile wrong = new HostFile(0600, Optional.empty(), Optional.of(false));
    assertThat(lines("S36", host(Map.of("/etc/tls/key.pem", wrong), "sip", 0))).containsExactly(4);
  }

  @Test
  void aCertificateInOrder() {
    HostFile lasting =
        new HostFile(0644, Optional.of(NOW.plusSeconds(86_400L * 200)), Optional.of(true));
    assertThat(
            lines(
                "S36",
                host(
                    Map.of("/etc/tls/cert.pem", lasting, "/etc/tls/key.pem", file(0600)),
                    "sip",
                    0)))
        .isEmpty();
  }

  @Test
  void passwordsThatOthersReadAndAServerThatRunsAsRoot() {
    assertThat(lines("S45", host(Map.of("/etc/opensips.cfg", file(0644)), "root", 0)))
        .containsExactly(6, 6);
    assertThat(lines("S45", host(Map.of("/etc/opensips.cfg", file(0640)), "sip", 0))).isEmpty();
  }

  @Test
  void littleSharedMemory() {
    assertThat(lines("R28", host(Map.of(), "sip", 64L << 20))).containsExactly(6);
    assertThat(lines("R28", host(Map.of(), "sip", 512L << 20))).isEmpty();
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
  void usersToldApart() {
    Surroundings apart =
        new Surroundings(
            Optional.of(new Live(List.of(), Optional.of(true))),
            Optional.empty(),
            Optional.empty());
    Surroundings alike =
        new Surroundings(
            Optional.of(new Live(List.of(), Optional.of(false))),
            Optional.empty(),
            Optional.empty());
    assertThat(lines("S44", apart)).hasSize(1);
    assertThat(lines("S44", alike)).isEmpty();
  }

  @Test
  void managementThatTheNodeShowsOpen() {
    Surroundings open =
        new Surroundings(
            Optional.of(new Live(List.of("192.0.2.1:8888"), Optional.empty())),
            Optional.empty(),
            Optional.empty());
    assertThat(lines("S01", open)).containsExactly(6);
  }
}
