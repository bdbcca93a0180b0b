package dev.opensipsmcp.server.toolset.lookout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.cfg.lint.Surroundings;
import dev.opensipsmcp.cfg.lint.Surroundings.HostFile;
import dev.opensipsmcp.cfg.lint.Surroundings.Live;
import dev.opensipsmcp.cfg.lint.Surroundings.NodeSocket;
import dev.opensipsmcp.cfg.lint.Surroundings.TrustedAddress;
import dev.opensipsmcp.cfg.source.Program;
import dev.opensipsmcp.db.DbReads;
import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.db.testing.EachDatabase;
import dev.opensipsmcp.db.testing.TestDatabase;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.lab.Fault;
import dev.opensipsmcp.lab.LabNode;
import dev.opensipsmcp.server.policy.Role;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Rights;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.toolset.testing.NodePorts;
import dev.opensipsmcp.server.toolset.tls.SelfMade;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is seen around a configuration, and what is said of the rest. */
class LookoutTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final DbResult<DbReads> NONE = new DbResult.Failure<>(ReadPorts.NO_DATABASE);
  private static final Rights VIEWER = Role.VIEWER.rights("tester", false);

  @TempDir Path folder;

  private Around around(NodePorts node, Rights rights, DbResult<DbReads> database) {
    return new Lookout(node.mi(), rights, database, List.of(folder), InstantSource.fixed(NOW))
        .around(Program.of("opensips.cfg", "route { exit; }\n"), Optional.empty());
  }

  private static Looked of(Around around, String what) {
    return around.looked().stream().filter(it -> it.what().equals(what)).findFirst().orElseThrow();
  }

  @ParameterizedTest
  @EnumSource(
      value = Version.class,
      names = {"V3_6", "V4_0"})
  void aNodeTellsWhereItListensWhatItHasAndHowItWasStarted(Version version) {
    try (LabNode lab = LabNode.start(version);
        NodePorts node = NodePorts.onto(lab.miUrl())) {
      Around around = around(node, VIEWER, NONE);
      Live live = around.surroundings().live().orElseThrow();
      assertThat(live.version()).isEqualTo(version);
      assertThat(live.release().orElseThrow().line()).contains(version);
      assertThat(live.sockets().orElseThrow())
          .containsExactly(new NodeSocket("udp", "192.0.2.1", 5060));
      assertThat(live.streams()).contains(true);
      assertThat(live.httpAddresses())
          .singleElement()
          .isEqualTo("127.0.0.1:" + lab.miUrl().getPort());
      assertThat(live.statistics().orElseThrow()).contains("core:rcv_requests");
      assertThat(live.sharedMemory().orElseThrow()).isGreaterThan(1L << 20);
      assertThat(live.started()).isPresent();
      assertThat(live.tellsUsersApart()).as("nobody tried").isEmpty();
      assertThat(of(around, "node").words()).contains("/etc/opensips/opensips.cfg");
      assertThat(Lookout.COMMANDS).containsAll(beyondDiscovery(node.used()));
    }
  }

  private static List<String> beyondDiscovery(Set<String> used) {
    return used.stream().filter(it -> !Set.of("version", "which").contains(it)).toList();
  }

  @Test
  void whatANodeDoesNotTellIsNamed() {
    try (LabNode lab = LabNode.start(Version.V3_6);
        NodePorts node = NodePorts.onto(lab.miUrl())) {
      lab.faults().always("ps", new Fault.Refused(500, "busy"));
      Around around = around(node, VIEWER, NONE);
      assertThat(around.surroundings().live().orElseThrow().sockets()).isEmpty();
      assertThat(of(around, "node").words()).contains("not told: ps");
    }
  }

  @Test
  void whoMayNotReadTheNodeGetsNothingOfIt() {
    try (LabNode lab = LabNode.start(Version.V3_6);
        NodePorts node = NodePorts.onto(lab.miUrl())) {
      Around around = around(node, new Rights("tester", "narrow", Set.of(Scope.CONFIG_READ)), NONE);
      assertThat(around.surroundings().live()).isEmpty();
      assertThat(of(around, "node").seen()).isFalse();
      assertThat(of(around, "node").words()).contains("mi.read");
      assertThat(node.used()).isEmpty();
    }
  }

  @Test
  void aSilentNodeAMissingDatabaseAndATextAreSaidToBeUnseen() {
    try (NodePorts node = NodePorts.nowhere()) {
      Around around = around(node, VIEWER, NONE);
      assertThat(around.surroundings()).isEqualTo(Surroundings.NONE);
      assertThat(around.looked()).hasSize(3).allSatisfy(it -> assertThat(it.seen()).isFalse());
      assertThat(of(around, "database").words()).contains("No database is configured");
      assertThat(of(around, "host").words()).contains("a text");
    }
  }

  private Path file(String name, String text, String mode) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
  }

  @Test
  void certificatesAndKeysAreSeenInAllowedDirectoriesOnly(@TempDir Path elsewhere)
      throws IOException {
    SelfMade made = SelfMade.ec("edge", NOW.minus(Duration.ofDays(9)), NOW.plusSeconds(9));
    SelfMade other = SelfMade.ec("other", NOW.minus(Duration.ofDays(9)), NOW.plusSeconds(9));
    Path certificate = file("cert.pem", made.pem(), "rw-r--r--");
    Path key = file("key.pem", made.key(), "rw-------");
    Path wrong = file("wrong.pem", other.key(), "rw-r--r--");
    Path outside = Files.writeString(elsewhere.resolve("out.pem"), made.pem());
    Path link = Files.createSymbolicLink(folder.resolve("link.pem"), outside);
    String text =
        """
        modparam("tls_mgm", "certificate", "[a]%s")
        modparam("tls_mgm", "private_key", "[a]%s")
        modparam("tls_mgm", "certificate", "[b]%s")
        modparam("tls_mgm", "private_key", "[b]%s")
        modparam("tls_mgm", "certificate", "[c]%s")
        modparam("tls_mgm", "certificate", "[d]%s")
        route { exit; }
        """
            .formatted(certificate, key, certificate, wrong, outside, link);
    Path main = file("opensips.cfg", text, "rw-r-----");
    try (NodePorts node = NodePorts.nowhere()) {
      Around around =
          new Lookout(node.mi(), VIEWER, NONE, List.of(folder), InstantSource.fixed(NOW))
              .around(Program.of(main.toString(), text), Optional.of(main));
      var files = around.surroundings().host().orElseThrow().files();
      assertThat(files.get(certificate.toString()).expires()).contains(NOW.plusSeconds(9));
      assertThat(files.get(key.toString()))
          .isEqualTo(new HostFile(0600, Optional.empty(), Optional.of(true)));
      assertThat(files.get(wrong.toString()))
          .isEqualTo(new HostFile(0644, Optional.empty(), Optional.of(false)));
      assertThat(files.get(main.toRealPath().toString()).mode()).isEqualTo(0640);
      assertThat(files).doesNotContainKeys(outside.toString(), link.toString());
      assertThat(of(around, "host").words())
          .contains(outside.toString(), link.toString(), "not seen on this host");
      assertThat(around.toString()).doesNotContain("PRIVATE KEY");
    }
  }

  @Test
  void aFileOutsideOfAllowedDirectoriesIsNotLookedAt(@TempDir Path elsewhere) throws IOException {
    Path main = Files.writeString(elsewhere.resolve("opensips.cfg"), "route { exit; }\n");
    try (NodePorts node = NodePorts.nowhere()) {
      Around around =
          new Lookout(node.mi(), VIEWER, NONE, List.of(folder), InstantSource.fixed(NOW))
              .around(Program.of("opensips.cfg", "route { exit; }\n"), Optional.of(main));
      assertThat(around.surroundings().host()).isEmpty();
      assertThat(of(around, "host").words()).contains("no allowed directory");
    }
  }

  @EachDatabase
  void aDatabaseTellsItsTablesItsTrustAndItsWeakAccounts(TestDatabase db) {
    db.withGroups(Version.V3_6, "permissions", "auth_db", "dispatcher");
    db.execute(
        "INSERT INTO address (grp, ip, mask, port, proto) VALUES (1, '192.0.2.0', 16, 0, 'any')",
        "INSERT INTO subscriber (username, domain, password) VALUES ('a', 'x', '1234')",
        "INSERT INTO subscriber (username, domain, password) VALUES ('b', 'x', 'k7Tq2LmVw')");
    try (NodePorts node = NodePorts.nowhere()) {
      Around around = around(node, VIEWER, new DbResult.Success<>(db.database().reads()));
      Surroundings.Database seen = around.surroundings().database().orElseThrow();
      assertThat(seen.trusted()).containsExactly(new TrustedAddress(1, "192.0.2.0", 16, 0, "any"));
      assertThat(seen.guessable()).contains(1L);
      assertThat(seen.empty()).containsExactly("dispatcher");
      assertThat(seen.tableVersions()).containsKey("subscriber");
      assertThat(seen.columns().get("subscriber")).contains("username");
      assertThat(db.database().reads().where()).endsWith(seen.name());
      assertThat(around.toString()).doesNotContain("1234").doesNotContain("k7Tq2LmVw");
    }
  }
}
