package dev.opensipsmcp.server.toolset.probe;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.redact.KnownSecrets;
import dev.opensipsmcp.server.secret.Secrets;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.evidence.EvidenceDesk;
import dev.opensipsmcp.server.toolset.testing.NodePorts;
import dev.opensipsmcp.server.toolset.testing.Outcomes;
import dev.opensipsmcp.sip.testing.DnsStandIn;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The servers of a domain, as a name server of the test has them. */
class DnsPathToolTest {
  private final DnsStandIn server = DnsStandIn.start();
  private final NodePorts ports = NodePorts.nowhere();
  private final Tool tool = tool();

  private Tool tool() {
    Secrets secrets =
        new Secrets(
            Path.of("target", "no-state"),
            Optional.empty(),
            Map.of(),
            new KnownSecrets(List.of()),
            InstantSource.system());
    return ProbeToolset.make(EvidenceDesk.none(), secrets, server::client).tools().stream()
        .filter(it -> it.name().equals("sip_get_dns_path"))
        .findFirst()
        .orElseThrow();
  }

  @AfterEach
  void stop() {
    server.close();
    ports.close();
  }

  @Test
  void aDomainLeadsToItsServers() {
    server
        .pointer("example.org", 600, 1, 1, "SIP+D2U", "_sip._udp.example.org")
        .service("_sip._udp.example.org", 300, 1, 0, 5080, "edge.example.org")
        .address("edge.example.org", 60, "192.0.2.1");
    for (String uri : List.of("sip:bob:pw@example.org", "example.org", "SIP:example.org")) {
      JsonObject path = Outcomes.object(tool, ports.run(tool, "{\"uri\":\"" + uri + "\"}"));
      assertThat(path.getAsJsonArray("hops"))
          .hasToString(
              "[{\"transport\":\"udp\",\"host\":\"edge.example.org\",\"address\":\"192.0.2.1\","
                  + "\"port\":5080,\"priority\":1,\"weight\":0,\"share_percent\":100,"
                  + "\"ttl\":60}]");
      assertThat(path.toString())
          .contains("ttl 600: 1 1 s SIP+D2U _sip._udp.example.org", "ttl 300: 1 0 5080")
          .contains("no such record")
          .doesNotContain(":pw@");
    }
  }

  @Test
  void whatLeadsNowhereIsSaid() {
    server.unknown(3);
    JsonObject path = Outcomes.object(tool, ports.run(tool, "{\"uri\":\"gone.example\"}"));
    assertThat(path.getAsJsonArray("hops")).isEmpty();
    assertThat(path.toString()).contains("no such name", "No server is found");
  }

  @Test
  void whatIsNoUriIsRefused() {
    for (String wrong : List.of("", "sip:", "http://example.org", "sip:a b", "a\\nb")) {
      Outcome outcome = ports.run(tool, "{\"uri\":\"" + wrong + "\"}");
      assertThat(Outcomes.failure(outcome).code()).as(wrong).isEqualTo("ARGUMENTS_WRONG");
    }
  }
}
