package dev.opensipsmcp.server.spans;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.config.TracesEntry;
import dev.opensipsmcp.server.metrics.Metrics;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Operations end, and a collector hears of them or does not; nobody waits for it. */
class SpanExportTest {
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String PARENT = "00f067aa0ba902b7";
  private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

  private final BlockingQueue<String> warnings = new LinkedBlockingQueue<>();
  private final Metrics metrics = new Metrics("1.2.3");

  private SpanExport to(String address) {
    return to(address, Optional.empty());
  }

  private SpanExport to(String address, Optional<Path> authorities) {
    SpanExport export =
        new SpanExport(
            new SpanText("opensips-mcp", "1.2.3", "pipe"),
            new WebCollector(
                new TracesEntry(URI.create(address + "/v1/traces"), authorities, 5_000)),
            Duration.ZERO,
            () -> NOW,
            warnings::add);
    metrics.also(export::count);
    return export;
  }

  private static void call(SpanExport export, String tool, Optional<String> error) {
    export.ended("tools/call", Optional.of(tool), error, 1_500_000, Optional.empty());
  }

  private String warning() throws InterruptedException {
    return Optional.ofNullable(warnings.poll(60, TimeUnit.SECONDS)).orElseThrow();
  }

  private long count(String what) {
    return metrics
        .text()
        .lines()
        .filter(line -> line.startsWith("opensips_mcp_spans_" + what + "_total "))
        .mapToLong(line -> Long.parseLong(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  @Test
  void aCallIsASpanOfTheCallersTraceInTheNamesOfOpenTelemetry() throws Exception {
    try (LoopbackCollector collector = LoopbackCollector.start();
        SpanExport export = to(collector.address())) {
      export.ended(
          "tools/call",
          Optional.of("dlg_list"),
          Optional.of("tool_error"),
          1_500_000,
          Optional.of("00-" + TRACE + "-" + PARENT + "-01"));

      String body = collector.body();
      JsonObject span = LoopbackCollector.spans(body).getFirst();
      assertThat(span.get("traceId").getAsString()).isEqualTo(TRACE);
      assertThat(span.get("parentSpanId").getAsString()).isEqualTo(PARENT);
      assertThat(span.get("spanId").getAsString()).matches("[0-9a-f]{16}").isNotEqualTo(PARENT);
      assertThat(span.get("name").getAsString()).isEqualTo("tools/call dlg_list");
      assertThat(span.get("kind").getAsInt()).isEqualTo(2);
      assertThat(span.get("startTimeUnixNano").getAsString()).isEqualTo("1795161599998500000");
      assertThat(span.get("endTimeUnixNano").getAsString()).isEqualTo("1795161600000000000");
      assertThat(span.toString())
          .contains("{\"key\":\"mcp.method.name\",\"value\":{\"stringValue\":\"tools/call\"}}")
          .contains(
              "{\"key\":\"gen_ai.operation.name\",\"value\":{\"stringValue\":\"execute_tool\"}}")
          .contains("{\"key\":\"gen_ai.tool.name\",\"value\":{\"stringValue\":\"dlg_list\"}}")
          .contains("{\"key\":\"network.transport\",\"value\":{\"stringValue\":\"pipe\"}}")
          .contains("{\"key\":\"error.type\",\"value\":{\"stringValue\":\"tool_error\"}}")
          .contains("\"status\":{\"code\":2}");
      assertThat(body).contains("service.name").contains("service.version");
    }
    assertThat(count("exported")).isEqualTo(1);
    assertThat(count("dropped")).isZero();
  }

  @Test
  void aCallWithoutATraceBeginsOne() throws Exception {
    try (LoopbackCollector collector = LoopbackCollector.start();
        SpanExport export = to(collector.address())) {
      call(export, "ul_dump", Optional.empty());

      JsonObject span = LoopbackCollector.spans(collector.body()).getFirst();
      assertThat(span.get("traceId").getAsString()).matches("[0-9a-f]{32}");
      assertThat(span.has("parentSpanId")).isFalse();
      assertThat(span.has("status")).isFalse();
    }
  }

  @Test
  void aTraceThatTheCallerDoesNotSampleIsLeftAlone() throws Exception {
    try (LoopbackCollector collector = LoopbackCollector.start();
        SpanExport export = to(collector.address())) {
      export.ended(
          "tools/list",
          Optional.empty(),
          Optional.empty(),
          1,
          Optional.of("00-" + TRACE + "-" + PARENT + "-00"));
      call(export, "sampled", Optional.empty());

      assertThat(LoopbackCollector.spans(collector.body()))
          .extracting(span -> span.get("name").getAsString())
          .containsExactly("tools/call sampled");
    }
  }

  @Test
  void whatACollectorWithAFaultRefusesIsDroppedAndCountedAndTheNextIsSentAgain() throws Exception {
    try (LoopbackCollector collector = LoopbackCollector.start();
        SpanExport export = to(collector.address())) {
      collector.answers(500);
      call(export, "lost", Optional.empty());
      assertThat(warning()).contains("does not take spans");
      collector.answers(200);
      call(export, "kept", Optional.empty());

      assertThat(warning()).contains("takes spans again").contains("1 were dropped");
    }
    assertThat(count("dropped")).isEqualTo(1);
    assertThat(count("exported")).isEqualTo(1);
  }

  @Test
  void aRedirectIsNotFollowed() throws Exception {
    try (LoopbackCollector collector = LoopbackCollector.start();
        SpanExport export = to(collector.address())) {
      collector.answers(307);
      call(export, "lost", Optional.empty());

      assertThat(warning()).contains("does not take spans");
    }
    assertThat(count("dropped")).isEqualTo(1);
  }

  @Test
  void aCollectorThatIsNotThereCostsNothingButItsSpans() throws Exception {
    String gone;
    try (LoopbackCollector collector = LoopbackCollector.start()) {
      gone = collector.address();
    }
    try (SpanExport export = to(gone)) {
      call(export, "lost", Optional.empty());
      assertThat(warning()).contains("does not take spans");
    }
    assertThat(count("dropped")).isEqualTo(1);
    assertThat(warnings).isEmpty();
  }

  @Test
  void authoritiesThatCantBeReadAreAFailureLikeAnyOther() throws Exception {
    try (SpanExport export = to("https://127.0.0.1:1", Optional.of(Path.of("/no/such/file")))) {
      call(export, "lost", Optional.empty());
      assertThat(warning()).contains("does not take spans");
    }
  }

  @Test
  void behindACollectorThatHangsTheQueueIsBoundedAndNobodyWaits() throws Exception {
    int calls = 3 * SpanExport.WAITING;
    try (LoopbackCollector collector = LoopbackCollector.start()) {
      collector.holds();
      try (SpanExport export = to(collector.address())) {
        call(export, "first", Optional.empty());
        assertThat(collector.body()).contains("first");

        for (int i = 0; i < calls; i++) {
          call(export, "more", Optional.empty());
        }

        assertThat(count("dropped")).isEqualTo(calls - SpanExport.WAITING);
        assertThat(count("exported")).isZero();
      }
    }
  }

  @Test
  void manySpansGoTogetherAndNoneIsLostOrSentTwice() throws Exception {
    int calls = SpanExport.WAITING;
    List<String> ids = new ArrayList<>();
    try (LoopbackCollector collector = LoopbackCollector.start();
        SpanExport export = to(collector.address())) {
      for (int i = 0; i < calls; i++) {
        call(export, "tool_" + i, Optional.empty());
      }
      while (ids.size() < calls) {
        List<JsonObject> spans = LoopbackCollector.spans(collector.body());
        assertThat(spans).hasSizeLessThanOrEqualTo(SpanExport.TOGETHER);
        spans.forEach(span -> ids.add(span.get("spanId").getAsString()));
      }
    }
    assertThat(ids).hasSize(calls).doesNotHaveDuplicates();
    assertThat(Collections.max(ids)).isNotEqualTo("0".repeat(16));
    assertThat(count("exported")).isEqualTo(calls);
  }

  @Test
  void whatWaitsIsSentWhenTheServerEnds() throws Exception {
    try (LoopbackCollector collector = LoopbackCollector.start()) {
      SpanExport export =
          new SpanExport(
              new SpanText("opensips-mcp", "1.2.3", "tcp"),
              new WebCollector(
                  new TracesEntry(
                      URI.create(collector.address() + "/v1/traces"), Optional.empty(), 5_000)),
              Duration.ofDays(1),
              () -> NOW,
              warnings::add);
      call(export, "last", Optional.empty());
      export.close();

      assertThat(collector.body()).contains("tools/call last");
      call(export, "too_late", Optional.empty());
      metrics.also(export::count);
      assertThat(count("dropped")).isEqualTo(1);
    }
  }
}
