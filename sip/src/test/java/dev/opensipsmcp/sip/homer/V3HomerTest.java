package dev.opensipsmcp.sip.homer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.lab.homer.HomerLab;
import dev.opensipsmcp.lab.homer.HomerLabSettings.Generation;
import dev.opensipsmcp.lab.homer.HomerPacket;
import dev.opensipsmcp.sip.trace.CallSearch;
import dev.opensipsmcp.sip.trace.CallSummary;
import dev.opensipsmcp.sip.trace.CapturedMessage;
import dev.opensipsmcp.sip.trace.TimeWindow;
import dev.opensipsmcp.sip.trace.Transport;
import dev.opensipsmcp.sip.trace.Watch;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a Homer 7 server is asked for. */
class V3HomerTest {
  private final HomerLab lab = Traffic.lab(Generation.V3);
  private final Homer homer = Homer.open(Traffic.access(lab));

  @AfterEach
  void close() {
    homer.close();
    lab.close();
  }

  private static CallSearch search(
      Optional<String> to, Optional<String> address, Optional<String> method, OptionalInt code) {
    return new CallSearch(
        Traffic.HOUR, Optional.empty(), Optional.empty(), to, address, method, code, 20);
  }

  private List<String> found(CallSearch search) {
    return Traffic.value(homer.calls(search, Watch.NONE)).stream()
        .map(CallSummary::callId)
        .toList();
  }

  @Test
  void aCallIsFoundByAnyOfItsMessagesAndToldWhole() {
    Traffic.refused(lab, "busy@h", "100", "200", Traffic.NOON, 486);
    Traffic.refused(lab, "gone@h", "100", "300", Traffic.NOON.plusSeconds(5), 404);
    lab.keep(
        HomerPacket.sip(
            Traffic.NOON,
            Traffic.BOB,
            Traffic.PROXY,
            Traffic.request("REGISTER", "r@h", "b", "b", 1)));

    assertThat(
            Traffic.value(
                homer.calls(
                    search(
                        Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.of(486)),
                    Watch.NONE)))
        .singleElement()
        .satisfies(call -> {
          assertThat(call.callId()).isEqualTo("busy@h");
          assertThat(call.method()).isEqualTo("INVITE");
          assertThat(call.from()).isEqualTo("100");
          assertThat(call.to()).isEqualTo("200");
          assertThat(call.code()).hasValue(486);
          assertThat(call.messages()).isEqualTo(4);
          assertThat(call.first()).isEqualTo(Traffic.NOON);
          assertThat(call.source()).hasToString(Traffic.ALICE);
        });
    assertThat(
            found(
                search(
                    Optional.of("300"), Optional.empty(), Optional.empty(), OptionalInt.empty())))
        .containsExactly("gone@h");
    assertThat(
            found(
                search(
                    Optional.empty(),
                    Optional.of("203.0.113.20"),
                    Optional.empty(),
                    OptionalInt.empty())))
        .containsExactly("r@h");
    assertThat(
            found(
                search(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of("INVITE"),
                    OptionalInt.empty())))
        .containsExactly("gone@h", "busy@h");
    assertThat(found(CallSearch.of(Traffic.HOUR, 20))).containsExactly("gone@h", "busy@h", "r@h");
  }

  @Test
  void messagesComeInOrderWithTheirMicroseconds() {
    Traffic.refused(lab, "one@h", "100", "200", Traffic.NOON.plusNanos(123_000), 486);
    lab.keep(
        HomerPacket.sip(
                Traffic.NOON,
                Traffic.ALICE,
                Traffic.PROXY,
                Traffic.request("OPTIONS", "o@h", "a", "b", 1))
            .over(6));

    List<CapturedMessage> messages =
        Traffic.value(homer.messages(List.of("one@h", "o@h"), Traffic.HOUR, Watch.NONE));

    assertThat(messages)
        .extracting(message -> message.message().method())
        .containsExactly("OPTIONS", "INVITE", "INVITE", "INVITE", "ACK");
    assertThat(messages.get(1).time()).isEqualTo(Traffic.NOON.plusNanos(123_000));
    assertThat(messages.get(0).transport()).isEqualTo(Transport.TCP);
    assertThat(messages.get(1).transport()).isEqualTo(Transport.UDP);
    assertThat(messages.get(1).origin()).isEqualTo("2001");
  }

  @Test
  void aTransactionBringsLegsHostsAndNames() {
    Traffic.refused(lab, "a@h", "100", "200", Traffic.NOON, 486);
    lab.keep(
        HomerPacket.sip(
                Traffic.NOON.plusMillis(10),
                Traffic.PROXY,
                Traffic.BOB,
                Traffic.request("INVITE", "b@h", "100", "200", 1))
            .correlated("a@h"));
    lab.alias("203.0.113.20", 0, "bob's phone");

    HomerCall call = Traffic.value(homer.transaction(List.of("a@h"), Traffic.HOUR, Watch.NONE));

    assertThat(call.messages()).hasSize(5);
    assertThat(call.hosts()).containsExactly(Traffic.ALICE, Traffic.PROXY, Traffic.BOB);
    assertThat(call.aliases()).containsExactly(java.util.Map.entry(Traffic.BOB, "bob's phone"));
    assertThat(call.correlated())
        .containsExactly(
            new HomerCall.CorrelatedLeg("b@h", "its agent names the call as its session", 1));
    assertThat(Traffic.value(homer.messages(List.of("a@h"), Traffic.HOUR, Watch.NONE))).hasSize(4);
  }

  @Test
  void mediaReportsAndLogLinesAreRead() {
    Traffic.refused(lab, "a@h", "100", "200", Traffic.NOON, 486);
    lab.keep(
        HomerPacket.report(
            Traffic.NOON.plusSeconds(5),
            5,
            "192.0.2.10:4001",
            "203.0.113.20:4001",
            "a@h",
            "{\"type\":200,\"ssrc\":77,\"report_count\":1,\"sender_information\":{\"packets\":250,"
                + "\"octets\":40000},\"report_blocks\":[{\"source_ssrc\":88,\"fraction_lost\":64,"
                + "\"packets_lost\":12,\"ia_jitter\":30}]}"));
    lab.keep(
        HomerPacket.report(
            Traffic.NOON.plusSeconds(6), 35, Traffic.ALICE, Traffic.BOB, "a@h", "VQSessionReport"));
    lab.keep(
        HomerPacket.report(
            Traffic.NOON.plusSeconds(1), 100, Traffic.PROXY, Traffic.PROXY, "a@h", "no route"));

    List<QualityReport> reports =
        Traffic.value(homer.quality(List.of("a@h"), Traffic.HOUR, Watch.NONE));
    assertThat(reports).hasSize(2);
    assertThat(reports.getFirst().lostPercent()).hasValue(25);
    assertThat(reports.getFirst().lost()).hasValue(12);
    assertThat(reports.getFirst().jitter()).hasValue(30);
    assertThat(reports.getFirst().reporter()).hasValue(77);
    assertThat(reports.getFirst().about()).hasValue(88);
    assertThat(reports.getFirst().packets()).hasValue(250);
    assertThat(reports.getFirst().mos()).isEmpty();
    assertThat(reports.getLast().text()).contains("VQSessionReport");
    assertThat(Traffic.value(homer.logs(List.of("a@h"), Traffic.HOUR, Watch.NONE)))
        .extracting(LogLine::text)
        .containsExactly("no route");
  }

  @Test
  void anExportIsCountedAndHashed() {
    Traffic.refused(lab, "a@h", "100", "200", Traffic.NOON, 486);
    lab.keep(
        HomerPacket.sip(
            Traffic.NOON,
            Traffic.BOB,
            Traffic.PROXY,
            Traffic.request("REGISTER", "r@h", "b", "b", 1)));
    ByteArrayOutputStream file = new ByteArrayOutputStream();

    HomerExport export = export(ExportFormat.PCAP, "a@h", file);
    assertThat(export.packets()).isEqualTo(4);
    assertThat(export.bytes()).isEqualTo(file.size());
    assertThat(export.sha256()).hasSize(64);
    assertThat(export(ExportFormat.PCAP, "r@h", new ByteArrayOutputStream()).packets())
        .isEqualTo(1);
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    assertThat(export(ExportFormat.TEXT, "a@h", text).bytes()).isEqualTo(text.size()).isPositive();
    assertThat(text.toString(StandardCharsets.UTF_8))
        .startsWith("proto:UDP 2026-11-20T12:00:00.250Z  192.0.2.10:5060 ---> 198.51.100.1:5060")
        .contains("SIP/2.0 486 Reason");
    assertThat(export(ExportFormat.TEXT, "none@h", new ByteArrayOutputStream()).bytes()).isZero();
  }

  private HomerExport export(ExportFormat format, String callId, ByteArrayOutputStream sink) {
    return Traffic.value(
        homer.export(format, List.of(callId), Traffic.HOUR, sink, 1 << 20, Watch.NONE));
  }

  @Test
  void namesCountsAndHealth() {
    Traffic.refused(lab, "a@h", "100", "200", Traffic.NOON, 486);
    lab.alias("198.51.100.1", 5060, "edge");

    assertThat(Traffic.value(homer.aliases(Watch.NONE)))
        .containsExactly(new HomerAlias("edge", "198.51.100.1", 5060, 32, true));
    HomerStatistics statistics = Traffic.value(homer.statistics(Traffic.HOUR, Watch.NONE));
    assertThat(statistics.messages()).isEqualTo(4);
    assertThat(statistics.methods())
        .containsOnly(
            java.util.Map.entry("INVITE", 1L),
            java.util.Map.entry("100", 1L),
            java.util.Map.entry("486", 1L),
            java.util.Map.entry("ACK", 1L));
    assertThat(statistics.complete()).isTrue();
    HomerHealth health = Traffic.value(homer.health(Watch.NONE));
    assertThat(health.api()).isEqualTo("v3");
    assertThat(health.nodes()).containsExactly("localnode");
    assertThat(
            Traffic.value(
                homer.calls(
                    CallSearch.of(new TimeWindow(Traffic.NOON.minusSeconds(9), Traffic.NOON), 5),
                    Watch.NONE)))
        .isEmpty();
  }
}
