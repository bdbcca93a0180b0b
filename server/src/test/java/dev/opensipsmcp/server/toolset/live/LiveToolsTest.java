package dev.opensipsmcp.server.toolset.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Plan;
import dev.opensipsmcp.server.tool.Restore;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.evidence.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody watches calls on a node live. */
class LiveToolsTest {
  private static final String ALICE = "{\"filter_caller\":\"alice\"}";

  @ParameterizedTest
  @EnumSource(names = {"V3_6", "V4_0"})
  void aTraceBringsMessagesAndIsStoppedInItsTime(Version version) throws IOException {
    try (LiveBench bench = LiveBench.of(version)) {
      JsonObject trace =
          bench.object(
              "live_trace_start", "{\"filter_caller\":\"alice\",\"filter_ip\":\"192.0.2.1\"}");
      assertThat(trace.get("filters")).hasToString("[\"caller=alice\",\"ip=192.0.2.1\"]");
      assertThat(trace.get("seconds_left").getAsInt()).isEqualTo(60);
      assertThat(bench.nodeTraces()).containsExactly(Json.text(trace, "id"));

      String place = Json.text(trace, "sends_to");
      LiveBench.overUdp(
          place,
          LiveBench.copy(
              "INVITE sip:bob@example.net SIP/2.0",
              "Authorization: Digest username=\"alice\", response=\"planted-answer\"\r\n",
              0));
      LiveBench.overTcp(
          place,
          LiveBench.copy("SIP/2.0 180 Ringing", "", 1),
          LiveBench.copy("SIP/2.0 200 OK", "", 2));
      bench.until(() -> bench.status().get("kept").getAsInt() == 3);
      assertThat(bench.status().get("received").getAsInt()).isEqualTo(3);

      JsonObject call = bench.rows("live_list_calls", "{\"from_user\":\"alice\"}").getFirst();
      assertThat(Json.text(call, "call_id")).isEqualTo("one@a");
      assertThat(call.get("code").getAsInt()).isEqualTo(200);
      List<JsonObject> messages =
          bench.rows("live_get_messages", "{\"call_ids\":[\"one@a\"],\"limit\":2}");
      assertThat(messages).hasSize(2);
      assertThat(messages.toString()).contains("INVITE sip:bob").doesNotContain("planted-answer");

      bench.timePasses();
      bench.until(() -> bench.state().equals("stopped"));
      assertThat(bench.nodeTraces()).isEmpty();
      assertThat(bench.rows("live_list_calls", "{}")).hasSize(1);
    }
  }

  @Test
  void aTraceIsEndedBeforeItsTimeByTheCallThatItsPlanNames() {
    try (LiveBench bench = LiveBench.of(Version.V3_6)) {
      Work.Reversible work = (Work.Reversible) bench.tool("live_trace_start").work();
      Arguments arguments = new Arguments(Json.object("filter_caller", "alice"));
      Plan.Ready plan = bench.plan("live_trace_start", ALICE);
      Restore restore = plan.restore().orElseThrow();
      assertThat(plan.effects().toString()).contains("sends trace_stop by itself");
      assertThat(work.apply(plan, arguments, bench.ports())).isInstanceOf(Outcome.Value.class);
      assertThat(work.state(arguments, bench.ports()))
          .isNotEqualTo(new MiResult.Success<>(restore.before()));
      assertThat(bench.code("live_trace_start", ALICE)).isEqualTo("TARGET_UNFIT");

      String stop = restore.inverse().arguments().toString();
      assertThat(Json.text(bench.object(restore.inverse().tool(), stop), "state"))
          .isEqualTo("stopped");
      assertThat(work.state(arguments, bench.ports()))
          .isEqualTo(new MiResult.Success<>(restore.before()));
      assertThat(bench.state()).isEqualTo("stopped");
      assertThat(bench.code("live_trace_stop", stop)).isEqualTo("TARGET_NOT_FOUND");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"filter_ip\":\"2001:db8::1\"}",
        "{\"filter_ip\":\"192.0.2.300\"}",
        "{\"filter_ip\":\"gw.example\"}",
        "{\"filter_ip\":\"192.0.2\"}"
      })
  void whatANodeWouldTakeForNoFilterIsRefusedAndNothingListens(String arguments) {
    try (LiveBench bench = LiveBench.of(Version.V3_6)) {
      assertThat(bench.code("live_trace_start", arguments)).isEqualTo("ARGUMENTS_WRONG");
      bench.plan("live_trace_start", ALICE);
      assertThat(bench.ear().received()).isEmpty();
      assertThat(bench.status().get("listening").getAsBoolean()).isFalse();
      assertThat(bench.code("live_list_calls", "{}")).isEqualTo("TARGET_NOT_FOUND");
    }
  }

  @Test
  void allTracesEndWithTheServer() {
    try (LiveBench bench = LiveBench.of(Version.V3_6)) {
      bench.object("live_trace_start", ALICE);
      bench.object("live_trace_start", "{\"filter_callee\":\"bob@example.net\"}");
      assertThat(bench.nodeTraces()).hasSize(2);
      bench.ear().close();
      assertThat(bench.nodeTraces()).isEmpty();
    }
  }

  @Test
  void whatAnotherServerLeftIsFoundAndStopped() {
    try (LiveBench dead = LiveBench.of(Version.V3_6);
        LiveBench bench = LiveBench.of(Version.V3_6)) {
      JsonObject params = Json.object("id", TraceIds.PREFIX + "left");
      params.addProperty("uri", "hep:192.0.2.60:9060");
      assertThat(bench.ports().miWrites().write("trace_start", params))
          .isInstanceOf(MiResult.Success.class);
      assertThat(bench.status().get("left_behind")).hasToString("[\"mcp-live-left\"]");
      bench.object("live_trace_stop", "{\"id\":\"mcp-live-left\"}");
      assertThat(bench.status().get("left_behind")).hasToString("[]");
      assertThat(dead.nodeTraces()).isEmpty();
    }
  }

  @Test
  void aTraceThatCantBeStoppedIsToldAndTriedAgain() {
    try (LiveBench bench = LiveBench.of(Version.V3_6)) {
      bench.object("live_trace_start", ALICE);
      bench.node().close();
      bench.timePasses();
      bench.until(() -> bench.state().equals("left"));
      assertThat(
              Json.text(bench.status().getAsJsonArray("traces").get(0).getAsJsonObject(), "note"))
          .isNotEmpty();
    }
  }

  @Test
  void aLiveCallIsKeptAsPcapWhereCapturesMayBe(@TempDir Path folder) throws IOException {
    try (LiveBench bench = LiveBench.of(Version.V3_6, folder)) {
      String place = Json.text(bench.object("live_trace_start", ALICE), "sends_to");
      LiveBench.overTcp(
          place,
          LiveBench.copy("INVITE sip:bob@example.net SIP/2.0", "", 0),
          LiveBench.copy("SIP/2.0 486 Busy Here", "", 1));
      bench.until(() -> bench.status().get("kept").getAsInt() == 2);
      Path file = folder.resolve("call.pcap");
      JsonObject written = bench.object("live_export_pcap", export(file));
      assertThat(written.get("messages").getAsInt()).isEqualTo(2);
      assertThat(Files.size(file)).isEqualTo(written.get("bytes").getAsLong());
      assertThat(bench.code("live_export_pcap", export(file))).isEqualTo("CAPTURE_NOT_WRITTEN");
      assertThat(bench.code("live_export_pcap", export(Path.of("/etc/call.pcap"))))
          .isEqualTo("CAPTURE_OUTSIDE");
    }
  }

  private static String export(Path file) {
    JsonObject arguments = Json.object("output_file", file.toString());
    arguments.add("call_ids", Json.texts(List.of("one@a")));
    return arguments.toString();
  }

  @Test
  void otherToolsReadWhatCameLive() {
    try (LiveBench bench = LiveBench.of(Version.V3_6)) {
      Stores stores = Stores.of(bench.desk());
      assertThat(stores.choose(Optional.empty())).isInstanceOf(Stores.Choice.Refused.class);
      bench.object("live_trace_start", ALICE);
      assertThat(stores.choose(Optional.empty()))
          .isInstanceOfSatisfying(
              Stores.Choice.Chosen.class,
              chosen -> assertThat(chosen.store().name()).isEqualTo("messages received live"));
    }
  }
}
