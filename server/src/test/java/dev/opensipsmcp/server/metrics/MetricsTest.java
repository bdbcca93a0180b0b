package dev.opensipsmcp.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.sip.testing.RealProgram;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MetricsTest {
  private final Metrics metrics = new Metrics("1.2.3");

  private void call(String tool, Optional<String> error, Duration taken) {
    metrics.begun();
    metrics.ended("tools/call", Optional.of(tool), error, taken.toNanos());
  }

  @Test
  void durationsAreCountedInBuckets() {
    call("dlg_list", Optional.empty(), Duration.ofMillis(15));
    call("dlg_list", Optional.empty(), Duration.ofSeconds(3));
    call("dlg_list", Optional.of("tool_error"), Duration.ofSeconds(999));

    String well = "mcp_method_name=\"tools/call\",gen_ai_tool_name=\"dlg_list\",error_type=\"\"";
    assertThat(metrics.text())
        .contains(
            "mcp_server_operation_duration_seconds_bucket{" + well + ",le=\"0.01\"} 0\n",
            "mcp_server_operation_duration_seconds_bucket{" + well + ",le=\"0.02\"} 1\n",
            "mcp_server_operation_duration_seconds_bucket{" + well + ",le=\"5\"} 2\n",
            "mcp_server_operation_duration_seconds_bucket{" + well + ",le=\"+Inf\"} 2\n",
            "mcp_server_operation_duration_seconds_sum{" + well + "} 3.015\n",
            "mcp_server_operation_duration_seconds_count{" + well + "} 2\n",
            "error_type=\"tool_error\",le=\"300\"} 0\n",
            "error_type=\"tool_error\",le=\"+Inf\"} 1\n",
            "mcp_server_operations_running 0\n",
            "opensips_mcp_build_info{version=\"1.2.3\"} 1\n");
  }

  @Test
  void howeverManyNamesThereAreTheSeriesAreBounded() {
    for (int i = 0; i < 5_000; i++) {
      call("tool_" + i, Optional.empty(), Duration.ofMillis(1));
    }

    assertThat(metrics.text().lines().filter(line -> line.contains("_count{")).count())
        .isEqualTo(2_001);
    assertThat(metrics.text()).contains("gen_ai_tool_name=\"other\",error_type=\"other\"} 3000\n");
  }

  @Test
  void prometheusItselfTakesTheText() throws Exception {
    Path promtool = RealProgram.find("promtool", "prometheus");
    call("dlg_list", Optional.empty(), Duration.ofMillis(15));
    Process process =
        new ProcessBuilder(promtool.toString(), "check", "metrics")
            .redirectErrorStream(true)
            .start();
    try (var in = process.getOutputStream()) {
      in.write(metrics.text().getBytes(StandardCharsets.UTF_8));
    }

    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said).isEmpty();
  }
}
