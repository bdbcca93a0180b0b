package dev.opensipsmcp.server.toolset.probe;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonNull;
import com.google.gson.JsonParser;
import dev.opensipsmcp.server.redact.KnownSecrets;
import dev.opensipsmcp.server.secret.Secrets;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.toolset.evidence.EvidenceDesk;
import dev.opensipsmcp.server.toolset.testing.Outcomes;
import dev.opensipsmcp.sip.probe.DnsClient;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

/** What all probes share. */
class ProbeDeskTest {
  private static ProbeDesk desk(int free) {
    Secrets secrets =
        new Secrets(
            Path.of("target", "no-state"),
            Optional.empty(),
            Map.of(),
            new KnownSecrets(List.of()),
            InstantSource.system());
    return new ProbeDesk(EvidenceDesk.none(), secrets, DnsClient::ofSystem, new Semaphore(free));
  }

  @Test
  void onlySoManyRunAtOnce() {
    Outcome.Value done = new Outcome.Value(JsonNull.INSTANCE);
    ProbeDesk one = desk(1);
    assertThat(Outcomes.failure(one.run(() -> one.run(() -> done))).code()).isEqualTo("PROBE_BUSY");
    assertThat(one.run(() -> done)).isEqualTo(done);
  }

  @Test
  void timesStayWithinTheirBounds() {
    assertThat(seconds("{}")).isEqualTo(2);
    assertThat(seconds("{\"timeout_sec\":0}")).isEqualTo(0.2);
    assertThat(seconds("{\"timeout_sec\":0.5}")).isEqualTo(0.5);
    assertThat(seconds("{\"timeout_sec\":99}")).isEqualTo(10);
  }

  private static double seconds(String arguments) {
    return ProbeDesk.seconds(new Arguments(JsonParser.parseString(arguments).getAsJsonObject()), 2);
  }
}
