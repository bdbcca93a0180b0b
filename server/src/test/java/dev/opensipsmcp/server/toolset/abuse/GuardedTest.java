package dev.opensipsmcp.server.toolset.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.db.Row;
import dev.opensipsmcp.db.Value;
import dev.opensipsmcp.db.row.RowChange;
import dev.opensipsmcp.db.testing.DatabaseKind;
import dev.opensipsmcp.db.testing.TestDatabase;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.toolset.evidence.EvidenceDesk;
import dev.opensipsmcp.sip.net.IpAddress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whom a node's tables name. */
class GuardedTest {
  private TestDatabase base;

  @BeforeEach
  void makeTables() {
    base =
        TestDatabase.of(DatabaseKind.SQLITE)
            .withGroups(Version.V3_6, "dispatcher", "drouting", "permissions");
  }

  @AfterEach
  void dropTables() {
    base.close();
  }

  private void store(String table, Map<String, Value> row) {
    TestDatabase.require(
        base.database()
            .writes()
            .rows()
            .apply(
                List.of(
                    new RowChange.Insert(
                        Facts.of(Version.V3_6).table(table).orElseThrow(),
                        new Row(row),
                        List.of()))));
  }

  private Guarded.Verdict judge(String address) {
    return new Guarded(EvidenceDesk.none())
        .judge(IpAddress.of(address).orElseThrow(), new DatabasePorts(base));
  }

  @Test
  void partnersOfTheNodeAreNotBanned() {
    store("dispatcher", Map.of("destination", Value.of("sip:198.51.100.1:5080;transport=tcp")));
    store(
        "dr_gateways",
        Map.of(
            "gwid", Value.of("six"),
            "type", Value.of(0),
            "address", Value.of("[2001:db8::7]:5060")));
    store("address", Map.of("ip", Value.of("203.0.113.64"), "mask", Value.of(26)));
    store("address", Map.of("ip", Value.of("192.0.2.5"), "mask", Value.of(32)));

    assertThat(judge("198.51.100.1"))
        .isEqualTo(new Guarded.Verdict.Taken("a dispatcher destination"));
    assertThat(judge("2001:db8::7")).isEqualTo(new Guarded.Verdict.Taken("a gateway"));
    assertThat(judge("203.0.113.100"))
        .isEqualTo(new Guarded.Verdict.Taken("trusted by table address (203.0.113.64/26)"));
    assertThat(judge("192.0.2.5")).isInstanceOf(Guarded.Verdict.Taken.class);
    assertThat(judge("203.0.113.128")).isInstanceOf(Guarded.Verdict.Free.class);
  }

  @Test
  void aTableThatIsNotThereIsToldAsNotChecked() {
    assertThat(judge("198.51.100.9"))
        .isInstanceOfSatisfying(
            Guarded.Verdict.Free.class,
            free ->
                assertThat(free.unchecked())
                    .singleElement()
                    .asString()
                    .startsWith("table load_balancer: "));
  }

  @Test
  void hostsAreTakenOutOfWhatIsStored() {
    assertThat(SipHost.ofUri("sips:user@gw.example.com:5061;lr")).isEqualTo("gw.example.com");
    assertThat(SipHost.ofUri("192.0.2.1:5060")).isEqualTo("192.0.2.1");
    assertThat(SipHost.ofUri("2001:db8::1")).isEqualTo("2001:db8::1");
    assertThat(SipHost.ofUri("sip:[2001:db8::1]")).isEqualTo("2001:db8::1");
    assertThat(SipHost.ofUri("sip:[broken")).isEmpty();
    assertThat(SipHost.ofUrl("http://user@192.0.2.2:8888/mi")).isEqualTo("192.0.2.2");
    assertThat(SipHost.ofUrl("unix:/run/opensips.sock")).isEmpty();
    assertThat(SipHost.ofUrl("udp:relay.example.com:2223")).isEqualTo("relay.example.com");
  }
}
