package dev.opensipsmcp.sip.homer;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.opensipsmcp.lab.homer.HomerFault;
import dev.opensipsmcp.lab.homer.HomerLab;
import dev.opensipsmcp.lab.homer.HomerLabSettings;
import dev.opensipsmcp.lab.homer.HomerLabSettings.Generation;
import dev.opensipsmcp.lab.homer.HomerPacket;
import dev.opensipsmcp.sip.trace.CallSearch;
import dev.opensipsmcp.sip.trace.CallSummary;
import dev.opensipsmcp.sip.trace.CapturedMessage;
import dev.opensipsmcp.sip.trace.Found;
import dev.opensipsmcp.sip.trace.TraceError;
import dev.opensipsmcp.sip.trace.TraceError.Kind;
import dev.opensipsmcp.sip.trace.Watch;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A Homer 11 server, found out by itself, asked the same, with traps of its own. */
class V4HomerTest {
  private final HomerLab lab = Traffic.lab(Generation.V4);
  private final Homer homer = Homer.open(Traffic.access(lab));

  @AfterEach
  void close() {
    homer.close();
    lab.close();
  }

  private static CallSearch search(
      Optional<String> from, Optional<String> to, Optional<String> address, OptionalInt code) {
    return new CallSearch(
        Traffic.HOUR, Optional.empty(), from, to, address, Optional.empty(), code, 20);
  }

  private List<String> found(CallSearch search) {
    return Traffic.value(homer.calls(search, Watch.NONE)).stream()
        .map(CallSummary::callId)
        .toList();
  }

  @Test
  void callsAreFoundExactlyThoughTheServerFindsParts() throws Exception {
    Traffic.refused(lab, "one@h", "100", "200", Traffic.NOON, 486);
    Traffic.refused(lab, "two@h", "1001", "300", Traffic.NOON.plusSeconds(5), 404);
    lab.keep(
        HomerPacket.sip(
            Traffic.NOON,
            Traffic.BOB,
            Traffic.PROXY,
            Traffic.request("REGISTER", "r@h", "b", "b", 1)));
    try (NaiveClient naive = new NaiveClient(lab, "/api/v4/auth/sessions")) {
      JsonObject answer =
          NaiveClient.json(
              naive.send(
                  "POST",
                  "/api/v4/transactions/search",
                  "{'filter': {'proto_type': 1, 'event_type': 'call', 'from_user': '100'},"
                      + " 'timestamp': {'from': 1795175940000, 'to': 1795179600000}}"));
      assertThat(answer.getAsJsonObject("data").getAsJsonArray("items")).hasSize(8);
    }

    Optional<String> any = Optional.empty();
    assertThat(found(search(Optional.of("100"), any, any, OptionalInt.empty())))
        .containsExactly("one@h");
    assertThat(found(search(any, Optional.of("300"), any, OptionalInt.empty())))
        .containsExactly("two@h");
    assertThat(found(search(any, any, Optional.of("203.0.113.20"), OptionalInt.empty())))
        .containsExactly("r@h");
    assertThat(Traffic.value(homer.calls(search(any, any, any, OptionalInt.of(486)), Watch.NONE)))
        .singleElement()
        .satisfies(call -> {
          assertThat(call.callId()).isEqualTo("one@h");
          assertThat(call.method()).isEqualTo("INVITE");
          assertThat(call.code()).hasValue(486);
          assertThat(call.messages()).isEqualTo(4);
          assertThat(call.first()).isEqualTo(Traffic.NOON);
        });
    assertThat(found(CallSearch.of(Traffic.HOUR, 9))).containsExactly("two@h", "one@h", "r@h");
  }

  @Test
  void pagesGoBackInTime() {
    for (int i = 0; i < 600; i++) {
      Traffic.refused(lab, "p-" + i + "@h", "m", "n", Traffic.NOON.plusSeconds(i), 503);
    }

    List<CallSummary> calls =
        Traffic.value(homer.calls(CallSearch.of(Traffic.HOUR, 550), Watch.NONE));

    assertThat(calls).hasSize(550).allMatch(call -> call.messages() == 4);
    assertThat(calls.getFirst().callId()).isEqualTo("p-599@h");
    assertThat(calls.getLast().callId()).isEqualTo("p-50@h");
  }

  @Test
  void messagesLegsAndManySessions() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 70; i++) {
      ids.add("s-" + i + "@h");
      Traffic.refused(lab, "s-" + i + "@h", "a", "b", Traffic.NOON.plusMillis(i), 500);
    }
    lab.keep(
        HomerPacket.sip(
                Traffic.NOON.plusMillis(10),
                Traffic.PROXY,
                Traffic.BOB,
                Traffic.request("INVITE", "leg@h", "100", "200", 1))
            .correlated("s-1@h"));
    lab.alias("203.0.113.20", 5070, "bob");

    assertThat(Traffic.value(homer.messages(ids, Traffic.HOUR, Watch.NONE))).hasSize(280);
    HomerCall call = Traffic.value(homer.transaction(List.of("s-1@h"), Traffic.HOUR, Watch.NONE));
    assertThat(call.messages())
        .hasSize(5)
        .isSortedAccordingTo(Comparator.comparing(CapturedMessage::time));
    assertThat(call.correlated())
        .extracting(HomerCall.CorrelatedLeg::callId)
        .containsExactly("leg@h");
    assertThat(call.aliases()).containsEntry(Traffic.BOB, "bob");
    assertThat(Traffic.value(homer.aliases(Watch.NONE)))
        .containsExactly(new HomerAlias("bob", "203.0.113.20", 5070, 32, true));
  }

  @Test
  void reportsLogsCountsAndHealth() {
    Traffic.refused(lab, "a@h", "100", "200", Traffic.NOON, 486);
    lab.keep(
        HomerPacket.report(
            Traffic.NOON.plusSeconds(5),
            5,
            "192.0.2.10:4001",
            "203.0.113.20:4001",
            "a@h",
            "{\"ssrc\":77,\"report_blocks\":[{\"source_ssrc\":88,\"fraction_lost\":64}]}"));
    lab.keep(
        HomerPacket.report(
            Traffic.NOON.plusSeconds(1), 100, Traffic.PROXY, Traffic.PROXY, "a@h", "no route"));

    assertThat(Traffic.value(homer.quality(List.of("a@h"), Traffic.HOUR, Watch.NONE)))
        .singleElement()
        .satisfies(report -> assertThat(report.lostPercent()).hasValue(25));
    assertThat(Traffic.value(homer.logs(List.of("a@h"), Traffic.HOUR, Watch.NONE)))
        .extracting(LogLine::text)
        .containsExactly("no route");
    HomerStatistics counts = Traffic.value(homer.statistics(Traffic.HOUR, Watch.NONE));
    assertThat(counts.messages()).isEqualTo(4);
    assertThat(counts.methods()).containsEntry("486", 1L).containsEntry("INVITE", 1L);
    assertThat(Traffic.value(homer.health(Watch.NONE)).api()).isEqualTo("v4");
  }

  @Test
  void anExportJobIsAskedAboutUntilItIsDone() {
    Traffic.refused(lab, "a@h", "100", "200", Traffic.NOON, 486);
    ByteArrayOutputStream file = new ByteArrayOutputStream();

    HomerExport export = Traffic.value(export(homer, "a@h", file));
    assertThat(export.packets()).isEqualTo(4);
    assertThat(export.bytes()).isEqualTo(file.size());
    assertThat(lab.requests("/exports/exp-1")).isEqualTo(2);
    assertThat(Traffic.value(export(homer, "none@h", new ByteArrayOutputStream())).packets())
        .isZero();
    Traffic.refused(lab, "fails@h", "100", "200", Traffic.NOON, 486);
    assertThat(Traffic.error(export(homer, "fails@h", new ByteArrayOutputStream())).kind())
        .isEqualTo(Kind.WRONG_ANSWER);
  }

  private static Found<HomerExport> export(Homer homer, String callId, ByteArrayOutputStream sink) {
    return export(homer, ExportFormat.PCAP, callId, sink);
  }

  private static Found<HomerExport> export(
      Homer homer, ExportFormat format, String callId, ByteArrayOutputStream sink) {
    return homer.export(format, List.of(callId), Traffic.HOUR, sink, 1 << 20, Watch.NONE);
  }

  @Test
  void textIsAJobTooWhereTheServerMakesThem() {
    Traffic.refused(lab, "a@h", "100", "200", Traffic.NOON, 486);
    ByteArrayOutputStream text = new ByteArrayOutputStream();

    Found<HomerExport> export = export(homer, ExportFormat.TEXT, "a@h", text);
    assertThat(Traffic.value(export).bytes()).isEqualTo(text.size());
    assertThat(Traffic.notes(export)).isEmpty();
    assertThat(text.toString(StandardCharsets.UTF_8)).startsWith("proto:UDP ").contains("486");
    assertThat(lab.requests("/exports/exp-1/download")).isEqualTo(1);
    assertThat(lab.requests("/transactions/export/text")).isZero();
  }

  @Test
  void whereJobsAreOfPcapOnlyTextIsExportedDirectly() {
    try (HomerLab early = HomerLab.start(HomerLabSettings.of(Generation.V4).withExports(0, true));
        Homer client = Homer.open(Traffic.access(early))) {
      Traffic.refused(early, "a@h", "100", "200", Traffic.NOON, 486);
      ByteArrayOutputStream text = new ByteArrayOutputStream();

      Found<HomerExport> export = export(client, ExportFormat.TEXT, "a@h", text);
      assertThat(Traffic.value(export).bytes()).isEqualTo(text.size()).isPositive();
      assertThat(Traffic.notes(export)).anyMatch(note -> note.contains("no jobs of text"));
    }
  }

  @Test
  void anEmptyFileOfAJobIsNotTheCall() {
    try (HomerLab early = HomerLab.start(HomerLabSettings.of(Generation.V4).withExports(0, true));
        Homer client = Homer.open(Traffic.access(early))) {
      Traffic.refused(early, "a@h", "100", "200", Traffic.NOON, 486);

      assertThat(Traffic.value(export(client, "a@h", new ByteArrayOutputStream())).packets())
          .isEqualTo(4);
      assertThat(Traffic.notes(export(client, "a@h", new ByteArrayOutputStream())))
          .anyMatch(note -> note.contains("exported directly instead"));
    }
  }

  @Test
  void aJobThatNeverEndsHasADeadline() {
    try (HomerLab slow =
        HomerLab.start(HomerLabSettings.of(Generation.V4).withExports(1_000_000, false))) {
      HomerAccess patient = Traffic.access(slow);
      HomerAccess hasty =
          new HomerAccess(
              patient.url(),
              HomerAccess.Api.V4,
              patient.credentials(),
              Optional.empty(),
              Duration.ofMillis(500),
              patient.most());
      try (Homer client = Homer.open(hasty)) {
        assertThat(Traffic.error(export(client, "a@h", new ByteArrayOutputStream())).kind())
            .isEqualTo(Kind.TIMEOUT);
      }
    }
  }

  @Test
  void theServersErrorIsToldAndATokenRenewed() {
    Traffic.refused(lab, "a@h", "100", "200", Traffic.NOON, 486);
    assertThat(found(CallSearch.of(Traffic.HOUR, 9))).hasSize(1);
    lab.next("/transactions/search", 1, new HomerFault.ForgetTokens());
    assertThat(found(CallSearch.of(Traffic.HOUR, 9))).hasSize(1);
    assertThat(lab.requests("/auth/sessions")).isEqualTo(2);

    lab.next(
        "/transactions/search",
        1,
        new HomerFault.Instead(
            500,
            "application/json",
            "{\"error\":{\"type\":\"x\",\"title\":\"Server Error\",\"status\":500,"
                + "\"detail\":\"Query failed\"}}"));
    TraceError error = Traffic.error(homer.calls(CallSearch.of(Traffic.HOUR, 9), Watch.NONE));
    assertThat(error.message()).contains("HTTP 500: Query failed");
    HomerAccess wrong = Traffic.access(lab, new HomerAccess.Login("admin", "nope-nope"));
    try (Homer client = Homer.open(wrong)) {
      assertThat(Traffic.error(client.health(Watch.NONE)))
          .satisfies(it -> assertThat(it.kind()).isEqualTo(Kind.UNAUTHORIZED))
          .satisfies(it -> assertThat(it.message()).contains("Invalid credentials"));
    }
  }
}
