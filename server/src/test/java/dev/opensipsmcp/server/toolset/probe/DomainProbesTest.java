package dev.opensipsmcp.server.toolset.probe;

import static dev.opensipsmcp.sip.testing.UdpStandIn.answer;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Plan;
import dev.opensipsmcp.sip.testing.DnsStandIn;
import dev.opensipsmcp.sip.testing.UdpStandIn;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Probes of a domain go to the servers that its NAPTR and SRV records name (RFC 3263). */
class DomainProbesTest {
  private final DnsStandIn dns = DnsStandIn.start();
  private final ProbeBench bench = new ProbeBench(List.of(), List.of(), Map.of(), dns::client);

  @AfterEach
  void stop() {
    bench.close();
    dns.close();
  }

  private static UdpStandIn answering(String status) {
    return UdpStandIn.start((request, _) -> List.of(answer(request, status)));
  }

  private static UdpStandIn silent() {
    return UdpStandIn.start((_, _) -> List.of());
  }

  private DnsStandIn server(int priority, int weight, UdpStandIn server) {
    return dns.service(
        "_sip._udp.example.org", 300, priority, weight, server.target().port(), "edge.example.org");
  }

  private JsonObject ping(String more) {
    return bench.object("sip_options_ping", "{\"target\":\"sip:example.org\"" + more + "}");
  }

  @Test
  void theServerThatSrvNamesIsAskedAndTheAnswerSaysWhich() {
    try (UdpStandIn edge = answering("200 OK")) {
      dns.pointer("example.org", 600, 1, 1, "SIP+D2U", "_sip._udp.example.org")
          .address("edge.example.org", 60, "127.0.0.1");
      server(1, 0, edge);

      JsonObject result = ping(",\"count\":3");

      assertThat(result.get("target").getAsString())
          .isEqualTo("udp:127.0.0.1:" + edge.target().port());
      assertThat(result.get("answered").getAsInt()).isEqualTo(3);
      assertThat(result.has("tried")).isFalse();
      assertThat(new String(edge.requests().getFirst().bytes(), StandardCharsets.UTF_8))
          .startsWith("OPTIONS sip:example.org SIP/2.0");
    }
  }

  @Test
  void theNextOneIsAskedWhereOneIsSilentOrUnavailable() {
    try (UdpStandIn dead = silent();
        UdpStandIn busy = answering("503 Service Unavailable");
        UdpStandIn good = answering("404 Not Found")) {
      dns.address("edge.example.org", 60, "127.0.0.1");
      server(20, 0, good);
      server(10, 10, busy);
      server(10, 90, dead);

      JsonObject result = ping(",\"count\":2,\"timeout_sec\":3");

      assertThat(result.get("target").getAsString())
          .isEqualTo("udp:127.0.0.1:" + good.target().port());
      assertThat(result.get("sent").getAsInt()).isEqualTo(2);
      assertThat(result.getAsJsonArray("tried")).hasSize(2);
      assertThat(result.getAsJsonArray("tried").get(0).getAsString())
          .startsWith("udp:127.0.0.1:" + dead.target().port())
          .contains("did not answer");
      assertThat(result.getAsJsonArray("tried").get(1).getAsString()).contains("answers 503");
    }
  }

  @Test
  void onlySoManyServersAreTried() {
    dns.address("edge.example.org", 60, "127.0.0.1");
    for (int i = 1; i <= 30; i++) {
      dns.service("_sip._udp.example.org", 300, i, 0, i, "edge.example.org");
    }

    Plan.Ready plan =
        (Plan.Ready)
            bench.ports().plan(bench.tool("sip_options_ping"), "{\"target\":\"sip:example.org\"}");

    assertThat(plan.summary()).contains("udp:127.0.0.1:1 (example.org)");
    assertThat(plan.effects())
        .anyMatch(it -> it.endsWith("127.0.0.1:2, udp:127.0.0.1:3, udp:127.0.0.1:4."));
  }

  @Test
  void noRecordLeadsAProbeWhereItMayNotGo() {
    try (UdpStandIn good = answering("200 OK")) {
      dns.service("_sip._udp.example.org", 300, 1, 0, 5060, "far.example.org")
          .address("far.example.org", 60, "198.51.100.7")
          .address("edge.example.org", 60, "127.0.0.1");
      server(2, 0, good);
      Plan.Ready plan =
          (Plan.Ready)
              bench
                  .ports()
                  .plan(bench.tool("sip_options_ping"), "{\"target\":\"sip:example.org\"}");
      assertThat(plan.target().toString()).doesNotContain("198.51.100.7");
      assertThat(plan.effects()).anyMatch(it -> it.contains("198.51.100.7 is left out"));

      dns.service("_sip._udp.other.example", 300, 1, 0, 5060, "far.example.org");
      assertThat(bench.failure("sip_options_ping", "{\"target\":\"sip:other.example\"}").code())
          .isEqualTo("PROBE_NOT_ALLOWED");
    }
  }

  @Test
  void aDomainThatIsAllowedByNameAllowsItsServers() {
    dns.service("_sip._udp.example.org", 300, 1, 0, 5060, "far.example.net")
        .address("far.example.net", 60, "198.51.100.7");
    try (ProbeBench open =
        new ProbeBench(List.of("example.org"), List.of(), Map.of(), dns::client)) {
      Plan plan =
          open.ports().plan(open.tool("sip_options_ping"), "{\"target\":\"sip:example.org\"}");
      assertThat(((Plan.Ready) plan).summary()).contains("udp:198.51.100.7:5060");
    }
  }

  @Test
  void theDnsIsNotAskedForAPortAnAddressOrThisHost() {
    for (String target :
        List.of("sip:127.0.0.1", "127.0.0.1:5060", "localhost:5060", "localhost")) {
      bench.ports().plan(bench.tool("sip_options_ping"), "{\"target\":\"" + target + "\"}");
    }
    assertThat(dns.asked()).isEmpty();
  }

  @Test
  void aTransportThatIsNamedLeavesItsSrvOnly() {
    dns.service("_sips._tcp.example.org", 300, 1, 0, 5071, "edge.example.org")
        .address("edge.example.org", 60, "127.0.0.1");
    dns.service("_sip._udp.example.org", 300, 1, 0, 5060, "edge.example.org");
    for (String target : List.of("sips:example.org", "sip:example.org;transport=tls")) {
      Plan.Ready plan =
          (Plan.Ready)
              bench.ports().plan(bench.tool("sip_options_ping"), "{\"target\":\"" + target + "\"}");
      assertThat(plan.summary()).as(target).contains("tls:127.0.0.1:5071 (example.org)");
    }
  }

  @Test
  void aRegistrarIsFoundTheSameWay() {
    try (UdpStandIn dead = silent();
        UdpStandIn registrar = answering("403 Forbidden")) {
      dns.address("edge.example.org", 60, "127.0.0.1");
      server(1, 0, dead);
      server(2, 0, registrar);

      JsonObject result =
          bench.object(
              "sip_register_probe",
              "{\"target\":\"example.org\",\"aor\":\"sip:alice@example.org\","
                  + "\"timeout_sec\":3}");

      assertThat(result.get("stage").getAsString()).isEqualTo("refused");
      assertThat(result.get("target").getAsString())
          .isEqualTo("udp:127.0.0.1:" + registrar.target().port());
      assertThat(result.getAsJsonArray("tried")).hasSize(1);
    }
  }
}
