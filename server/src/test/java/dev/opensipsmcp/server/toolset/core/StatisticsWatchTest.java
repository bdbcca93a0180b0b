package dev.opensipsmcp.server.toolset.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.lab.LabNode;
import dev.opensipsmcp.mi.MiClient;
import dev.opensipsmcp.mi.MiEndpoint;
import dev.opensipsmcp.mi.MiRequest;
import dev.opensipsmcp.mi.MiSettings;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.MiReads;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Rights;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.testing.AllTools;
import dev.opensipsmcp.server.toolset.testing.NodePorts;
import dev.opensipsmcp.server.toolset.testing.Outcomes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Statistics are watched for a while, while things happen. */
class StatisticsWatchTest {
  private final LabNode node = LabNode.start(Version.V3_6);
  private final MiClient client =
      MiClient.of(MiEndpoint.parse(node.miUrl().toString()), MiSettings.defaults());
  private final Tool tool = AllTools.named("statistics_watch");

  @AfterEach
  void close() {
    client.close();
    node.close();
  }

  /** Ports that have something happen after each sample. */
  private static final class Eventful implements ReadPorts {
    private final NodePorts ports;
    private final IntConsumer after;
    private final List<String> progress = new ArrayList<>();

    Eventful(NodePorts ports, IntConsumer after) {
      this.ports = ports;
      this.after = after;
    }

    @Override
    public MiReads mi() {
      return ports.mi();
    }

    @Override
    public Rights rights() {
      return ports.rights();
    }

    @Override
    public void progress(double done, double total, String message) {
      progress.add(message);
      after.accept((int) done);
    }

    @Override
    public boolean cancelled() {
      return false;
    }
  }

  private List<JsonObject> watch(String arguments, IntConsumer after) {
    Eventful ports = new Eventful(NodePorts.over(client), after);
    Outcome outcome = ((Work.Read) tool.work()).run(arguments(arguments), ports);
    assertThat(ports.progress).first().isEqualTo("sample 1 of 3");
    return Outcomes.rows(tool, outcome);
  }

  private static Arguments arguments(String json) {
    return new Arguments(JsonParser.parseString(json).getAsJsonObject());
  }

  private void run(String command, String params) {
    client.call(MiRequest.write(command, JsonParser.parseString(params).getAsJsonObject()));
  }

  @Test
  void aGaugeIsToldWithItsExtremesAndCourse() {
    JsonObject row =
        watch(
                "{\"names\":[\"active_dialogs\"],\"duration_sec\":1,\"sample_count\":3}",
                sample -> {
                  if (sample == 1) {
                    run("dlg_end_dlg", "{\"dialog_id\":\"" + LabNode.STUCK_9H + "\"}");
                  }
                })
            .getFirst();
    int first = row.get("first").getAsInt();
    assertThat(row.get("kind").getAsString()).isEqualTo("gauge");
    assertThat(row.get("last").getAsInt()).isEqualTo(first - 1);
    assertThat(row.get("min").getAsInt()).isEqualTo(first - 1);
    assertThat(row.get("max").getAsInt()).isEqualTo(first);
    assertThat(row.get("sparkline").getAsString()).isEqualTo("█▁▁");
    assertThat(row.has("per_second")).isFalse();
  }

  @Test
  void aCounterIsToldWithItsRateAndItsResets() {
    JsonObject row =
        watch(
                "{\"names\":[\"tm:2xx_transactions\"],\"duration_sec\":1,\"sample_count\":3}",
                sample -> {
                  if (sample == 1) {
                    run("reset_statistics", "{\"statistics\":[\"2xx_transactions\"]}");
                    run("dlg_end_dlg", "{\"dialog_id\":\"" + LabNode.STUCK_9H + "\"}");
                  } else if (sample == 2) {
                    run("dlg_end_dlg", "{\"dialog_id\":\"" + LabNode.STUCK_12H + "\"}");
                  }
                })
            .getFirst();
    assertThat(row.get("kind").getAsString()).isEqualTo("counter");
    assertThat(row.get("resets").getAsInt()).isEqualTo(1);
    assertThat(row.get("last").getAsInt()).isEqualTo(4);
    assertThat(row.get("per_second").getAsDouble()).isPositive();
    assertThat(row.get("sparkline").getAsString()).hasSize(2);
  }

  @Test
  void whatMovedComesFirstAndTheRestIsCounted() {
    List<JsonObject> rows =
        watch(
            "{\"groups\":[\"all\"],\"duration_sec\":1,\"sample_count\":3}",
            sample -> {
              if (sample == 1) {
                run("dlg_end_dlg", "{\"dialog_id\":\"" + LabNode.STUCK_9H + "\"}");
              }
            });
    assertThat(rows).hasSize(50);
    assertThat(rows)
        .filteredOn(row -> row.get("name").getAsString().equals("dialog:active_dialogs"))
        .hasSize(1);
  }

  @Test
  void aPictureComesWithItWhenWanted() {
    JsonObject row =
        watch(
                "{\"names\":[\"active_dialogs\"],\"duration_sec\":1,\"sample_count\":3,\"svg\":true}",
                sample -> {})
            .getFirst();
    assertThat(row.get("svg").getAsString())
        .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\"")
        .contains("dialog:active_dialogs")
        .endsWith("</svg>");
  }

  @Test
  void whatTheNodeDoesNotCountIsSaid() {
    Outcome outcome = NodePorts.over(client).run(tool, "{\"names\":[\"nothing_such\"]}");
    assertThat(Outcomes.failure(outcome).code()).isEqualTo("STATISTIC_UNKNOWN");
  }

  @Test
  void aLongWatchDeclaresItsTimeAndEndsWhenItIsWithdrawn() throws InterruptedException {
    Arguments tenMinutes =
        arguments("{\"names\":[\"active_dialogs\"],\"duration_sec\":600,\"sample_count\":2}");
    Work.Timed work = (Work.Timed) tool.work();
    assertThat(work.limit(tenMinutes)).isGreaterThan(Duration.ofMinutes(10));

    CountDownLatch sampled = new CountDownLatch(1);
    Eventful ports = new Eventful(NodePorts.over(client), sample -> sampled.countDown());
    Thread watching = Thread.ofVirtual().start(() -> work.run(tenMinutes, ports));
    sampled.await();
    watching.interrupt();
    watching.join(Duration.ofSeconds(20));
    assertThat(watching.isAlive()).isFalse();
  }
}
