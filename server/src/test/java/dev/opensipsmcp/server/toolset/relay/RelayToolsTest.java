package dev.opensipsmcp.server.toolset.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.config.EvidenceEntry;
import dev.opensipsmcp.server.config.EvidenceEntry.RelayEntry;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.evidence.EvidenceDesk;
import dev.opensipsmcp.server.toolset.testing.NodePorts;
import dev.opensipsmcp.server.toolset.testing.Outcomes;
import dev.opensipsmcp.server.toolset.testing.StandInRelay;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two relays that answer, and one where nobody is. */
class RelayToolsTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_000_000);

  private final NodePorts ports = NodePorts.nowhere();
  private StandInRelay east;
  private StandInRelay west;

  @BeforeEach
  void start() throws IOException {
    east = new StandInRelay();
    west = new StandInRelay();
  }

  @AfterEach
  void stop() {
    east.close();
    west.close();
    ports.close();
  }

  private Tool tool(String name, RelayEntry... relays) {
    EvidenceEntry none = EvidenceDesk.none().settings();
    EvidenceEntry settings =
        new EvidenceEntry(
            none.captures(),
            none.hep(),
            none.homer(),
            List.of(relays),
            none.fail2ban(),
            none.probes(),
            none.aliases());
    return RelayToolset.make(new EvidenceDesk(settings, InstantSource.fixed(NOW))).tools().stream()
        .filter(tool -> tool.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private RelayEntry east() {
    return new RelayEntry("east", "rtpengine", east.url(), 5_000);
  }

  private RelayEntry west() {
    return new RelayEntry("west", "rtpengine", west.url(), 5_000);
  }

  private static RelayEntry nobody() {
    return new RelayEntry("nobody", "rtpengine", "udp:127.0.0.1:1", 300);
  }

  @Test
  void theRelayThatCarriesTheCallSaysWhoIsNotHeard() {
    west.carry("one@a", 999_900, new long[] {0, 4_000}, new long[] {999_900, 999_999});
    Tool tool = tool("relay_get_call", east(), west());
    JsonObject media = Outcomes.object(tool, ports.run(tool, "{\"call_id\":\"one@a\"}"));
    assertThat(media.get("relay").getAsString()).isEqualTo("west");
    assertThat(media.get("verdict").getAsString()).isEqualTo("one_way");
    assertThat(media.get("says").getAsString())
        .isEqualTo("One-way audio: in 100 s no packet came from tag alice.");
    assertThat(media.get("hints").toString()).contains("10.0.0.7:4000", "private address");
  }

  @Test
  void aHealthyCallRaisesNoHint() {
    east.carry("one@a", 999_900, new long[] {4_000, 4_000}, new long[] {999_999, 999_999});
    Tool tool = tool("relay_get_call", east());
    JsonObject media = Outcomes.object(tool, ports.run(tool, "{\"call_id\":\"one@a\"}"));
    assertThat(media.get("verdict").getAsString()).isEqualTo("both_ways");
    assertThat(media.getAsJsonArray("hints")).isEmpty();
  }

  @Test
  void aRelayThatIsSilentIsToldBeforeACallIsSaidToBeUnknown() {
    Tool tool = tool("relay_get_call", nobody(), east());
    Outcome.Failure failure = Outcomes.failure(ports.run(tool, "{\"call_id\":\"one@a\"}"));
    assertThat(failure.code()).isEqualTo("RELAY_UNREACHABLE");
    Tool known = tool("relay_get_call", east(), west());
    assertThat(Outcomes.failure(ports.run(known, "{\"call_id\":\"one@a\"}")).code())
        .isEqualTo("RELAY_CALL_NOT_FOUND");
  }

  @Test
  void everyRelayIsPinged() {
    Tool tool = tool("relay_ping", east(), nobody());
    Outcome.Value value = (Outcome.Value) ports.run(tool, "{}");
    assertThat(value.data().getAsJsonArray())
        .extracting(row -> row.getAsJsonObject().get("answers").getAsBoolean())
        .containsExactly(true, false);
  }

  @Test
  void callsArePagedAndCounted() {
    for (int call = 0; call < 5; call++) {
      east.carry("call-" + call, 999_900, new long[2], new long[2]);
    }
    Tool list = tool("relay_list_calls", east());
    List<JsonObject> rows = Outcomes.rows(list, ports.run(list, "{\"limit\":2,\"cursor\":\"2\"}"));
    assertThat(rows)
        .extracting(row -> row.get("call_id").getAsString())
        .containsExactly("call-2", "call-3");
    Tool statistics = tool("relay_get_statistics", east());
    JsonObject counted = Outcomes.object(statistics, ports.run(statistics, "{}"));
    assertThat(counted.getAsJsonObject("current").get("sessionstotal").getAsLong()).isEqualTo(5);
    assertThat(counted.getAsJsonObject("totals").get("onewaystreams").getAsLong()).isEqualTo(3);
  }

  @Test
  void aLeftSessionIsEndedAndProvedGone() {
    east.carry("one@a", 999_900, new long[] {1, 2}, new long[2]);
    Tool tool = tool("relay_end_call", east());
    JsonObject ended = Outcomes.object(tool, ports.run(tool, "{\"call_id\":\"one@a\"}"));
    assertThat(ended.get("packets").getAsLong()).isEqualTo(3);
    assertThat(Outcomes.failure(ports.run(tool, "{\"call_id\":\"one@a\"}")).code())
        .isEqualTo("RELAY_CALL_NOT_FOUND");
  }

  @Test
  void withSeveralOneMustBeNamedAndWithNoneItIsSaid() {
    assertThat(
            Outcomes.failure(ports.run(tool("relay_list_calls", east(), west()), "{}")).nextStep())
        .contains("east, west");
    assertThat(Outcomes.failure(ports.run(tool("relay_list_calls"), "{}")).code())
        .isEqualTo("RELAY_NOT_CONFIGURED");
    assertThat(
            Outcomes.failure(ports.run(tool("relay_list_calls", east()), "{\"relay\":\"north\"}"))
                .code())
        .isEqualTo("TARGET_NOT_FOUND");
  }
}
