package dev.opensipsmcp.server.toolset.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.config.EvidenceEntry.LoadEntry;
import dev.opensipsmcp.server.tool.Plan;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.sip.testing.RealProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Loads are run with the real SIPp, only where and as far as the settings allow. */
class LoadToolsTest {
  private static final String UAS =
      "{\"target\":\"127.0.0.1%s\",\"scenario\":\"uas\",\"duration\":50,\"background\":true}";

  @TempDir private Path folder;
  private Path directory = Path.of("");

  @BeforeEach
  void makeDirectory() throws IOException {
    directory = Files.createDirectory(folder.resolve("load"));
  }

  private LoadBench bench() {
    return new LoadBench(LoadBench.settings(RealProgram.find("sipp", "sip-tester"), directory));
  }

  /** {@return where one waits that answers everything} */
  private static String callee(LoadBench bench, String transport) {
    JsonObject started = bench.object("sipp_load_test", UAS.formatted(transport));
    return Json.text(started, "waits_at");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ";transport=tcp"})
  void callsAreMadeCountedAndKept(String transport) throws IOException {
    try (LoadBench bench = bench()) {
      String callee = callee(bench, transport);
      JsonObject result =
          bench.object(
              "bench_quick_invite",
              "{\"target\":\"bob@%s%s\",\"cps\":40,\"duration_sec\":1,\"hold_ms\":100,"
                      .formatted(callee, transport)
                  + "\"live\":true,\"label\":\"first\"}");
      assertThat(Json.text(result, "ended")).isEqualTo("by_itself");
      assertThat(result.get("calls").getAsInt()).isEqualTo(40);
      assertThat(result.get("success_percent").getAsDouble()).isEqualTo(100);
      assertThat(result.get("p95_ms").getAsDouble())
          .isGreaterThanOrEqualTo(result.get("p50_ms").getAsDouble());
      assertThat(result.getAsJsonObject("node").keySet()).isNotEmpty();
      Path file = Path.of(Json.text(result, "file"));
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      assertThat(bench.rows("bench_summary", "{}")).hasSize(1);
    }
    assertThat(LoadBench.runDirectories(directory)).as("left behind").isEmpty();
  }

  @Test
  void registrationsAnswerAChallengeAndRunsAreCompared() throws IOException {
    try (LoadBench bench = bench()) {
      String register =
          "{\"target\":\"user@%s;domain=example.org\",\"cps\":40,\"duration_sec\":1,\"users\":5,"
              + "\"password_from\":\"env:OPENSIPS_MCP_SECRET_LOAD\",\"label\":\"%s\"}";
      String callee = callee(bench, "");
      JsonObject first = bench.object("bench_quick_register", register.formatted(callee, "before"));
      JsonObject second = bench.object("bench_quick_register", register.formatted(callee, "after"));
      assertThat(first.get("success_percent").getAsDouble()).isEqualTo(100);
      List<JsonObject> rows =
          bench.rows(
              "bench_summary",
              "{\"label\":\"after\",\"baseline\":\"%s\"}".formatted(Json.text(first, "result")));
      assertThat(rows).hasSize(1);
      assertThat(Json.text(rows.getFirst(), "verdict")).isIn("same", "better", "worse");
      assertThat(rows.getFirst().getAsJsonArray("reasons")).hasSize(3);
      assertThat(Files.readString(Path.of(Json.text(second, "file"))))
          .doesNotContain(LoadBench.PASSWORD);
      assertThat(bench.failure("bench_summary", "{\"baseline\":\"none\"}").code())
          .isEqualTo("LOAD_NOT_FOUND");
    }
  }

  @Test
  void aRunInTheBackgroundIsSeenAndStopped() throws IOException {
    try (LoadBench bench = bench()) {
      callee(bench, "");
      JsonObject run = bench.runs().getFirst();
      long pid = run.get("pid").getAsLong();
      assertThat(LoadBench.alive(pid)).isTrue();

      JsonObject stopped = bench.object("load_stop", "{\"run_id\":" + run.get("run_id") + "}");

      assertThat(stopped.toString()).contains("\"gone\":true").contains("\"ended\":\"stopped\"");
      assertThat(LoadBench.alive(pid)).isFalse();
      assertThat(bench.runs()).isEmpty();
      assertThat(bench.failure("load_stop", "{}").code()).isEqualTo("LOAD_NOT_FOUND");
      assertThat(bench.rows("bench_summary", "{}")).hasSize(1);
    }
  }

  @Test
  void onlyOneLoadRunsAtATimeAndTheServersEndEndsIt() throws IOException {
    try (LoadBench bench = bench()) {
      String slow =
          "{\"target\":\"127.0.0.1:9\",\"scenario\":\"options\",\"cps\":1,\"duration\":50,"
              + "\"background\":true}";
      bench.object("sipp_load_test", slow);
      long pid = bench.runs().getFirst().get("pid").getAsLong();
      assertThat(bench.failure("sipp_load_test", slow).code()).isEqualTo("LOAD_BUSY");

      bench.shutDown();

      assertThat(LoadBench.alive(pid)).isFalse();
      assertThat(bench.failure("sipp_load_test", slow).code()).isEqualTo("LOAD_BUSY");
    }
  }

  @Test
  void scenarioFilesAreRunWithHarmlessOptionsOnly() throws IOException {
    try (LoadBench bench = bench()) {
      JsonObject written =
          bench.object(
              "sip_generate_sipp_scenario", "{\"kind\":\"options\",\"target\":\"127.0.0.1\"}");
      Files.writeString(directory.resolve("options.xml"), Json.text(written, "xml"));
      Files.writeString(
          directory.resolve("evil.xml"),
          Json.text(written, "xml").replace("<recv", "<nop><exec command=\"id\"/></nop><recv"));
      Files.writeString(folder.resolve("outside.xml"), Json.text(written, "xml"));
      Files.createSymbolicLink(directory.resolve("link.xml"), folder.resolve("outside.xml"));
      String callee = callee(bench, "");
      String run = "{\"scenario_file\":\"%s\",\"target\":\"" + callee + "\",\"options\":\"%s\"}";
      JsonObject result =
          bench.object("sipp_run_scenario", run.formatted("options.xml", "{\\\"-m\\\":7}"));
      assertThat(result.get("successful").getAsInt()).isEqualTo(7);
      assertThat(bench.failure("sipp_run_scenario", run.formatted("evil.xml", "{}")).code())
          .isEqualTo("SCENARIO_REFUSED");
      for (String outside : List.of("../outside.xml", "link.xml", folder + "/outside.xml")) {
        assertThat(bench.failure("sipp_run_scenario", run.formatted(outside, "{}")).code())
            .isEqualTo("LOAD_NOT_FOUND");
      }
      for (String options :
          List.of("[]", "x", "{\\\"-sf\\\":\\\"/etc/passwd\\\"}", "{\\\"-bg\\\":\\\"\\\"}")) {
        assertThat(bench.failure("sipp_run_scenario", run.formatted("options.xml", options)).code())
            .isEqualTo("ARGUMENTS_WRONG");
      }
      assertThat(
              bench
                  .failure("sipp_run_scenario", run.formatted("options.xml", "{\\\"-m\\\":5000}"))
                  .cause())
          .contains("total calls 5000 of at most 1000");
      assertThat(bench.rows("sipp_list_scenarios", "{}"))
          .extracting(row -> row.get("runs").getAsBoolean())
          .containsExactly(false, true);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "203.0.113.9,LOAD_NOT_ALLOWED",
    "10.0.0.1:5060,LOAD_NOT_ALLOWED",
    "224.0.0.1,LOAD_NOT_ALLOWED",
    "0.0.0.0,LOAD_NOT_ALLOWED",
    "127.1,LOAD_NOT_ALLOWED",
    "127.0.0.1:0,LOAD_NOT_ALLOWED",
    "-sf,ARGUMENTS_WRONG",
    "127.0.0.1;transport=tls,ARGUMENTS_WRONG",
    "a b@127.0.0.1,ARGUMENTS_WRONG"
  })
  void otherTargetsAreRefused(String target, String code) {
    try (LoadBench bench = bench()) {
      assertThat(bench.failure("bench_quick_invite", "{\"target\":\"" + target + "\"}").code())
          .isEqualTo(code);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"cps\":101",
        "\"duration_sec\":61",
        "\"cps\":100,\"duration_sec\":11",
        "\"hold_ms\":100000"
      })
  void moreThanTheSettingsAllowIsRefused(String more) {
    try (LoadBench bench = bench()) {
      assertThat(
              bench.failure("bench_quick_invite", "{\"target\":\"127.0.0.1\"," + more + "}").code())
          .isEqualTo("LOAD_NOT_ALLOWED");
    }
  }

  @Test
  void nothingRunsUntilItIsSetUp() {
    try (LoadBench bench = new LoadBench(LoadEntry.NONE)) {
      assertThat(bench.failure("bench_quick_invite", "{\"target\":\"127.0.0.1\"}").cause())
          .contains("load.program, load.directory, load.targets");
      assertThat(bench.failure("sipp_list_scenarios", "{}").code()).isEqualTo("LOAD_NOT_ALLOWED");
      assertThat(bench.failure("bench_summary", "{}").code()).isEqualTo("LOAD_NOT_ALLOWED");
      assertThat(bench.object("load_get_status", "{}").get("allowed").getAsBoolean()).isFalse();
    }
    try (LoadBench bench = new LoadBench(LoadBench.settings(Path.of("/no/such/sipp"), directory))) {
      assertThat(bench.failure("bench_quick_invite", "{\"target\":\"127.0.0.1\"}").code())
          .isEqualTo("LOAD_NOT_ALLOWED");
    }
  }

  @Test
  void thePlanSaysWhatWillBeSentWhere() {
    try (LoadBench bench = bench()) {
      Plan plan = bench.plan("bench_quick_invite", "{\"target\":\"127.0.0.2:5070\"}");
      assertThat(plan)
          .isInstanceOfSatisfying(
              Plan.Ready.class,
              ready ->
                  assertThat(ready.summary())
                      .contains("up to 100 calls, 10 a second")
                      .contains("127.0.0.2:5070"));
      assertThat(bench.runs()).isEmpty();
    }
  }

  @Test
  void whatSippSaysOfItsFailureIsTold() throws IOException {
    Path program = folder.resolve("sipp-stand-in");
    Files.writeString(program, "#!/bin/sh\necho 'cannot bind' >&2\nexit 1\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    try (LoadBench bench = new LoadBench(LoadBench.settings(program, directory))) {
      assertThat(bench.failure("bench_quick_invite", "{\"target\":\"127.0.0.1\"}"))
          .satisfies(failure -> assertThat(failure.code()).isEqualTo("LOAD_FAILED"))
          .satisfies(failure -> assertThat(failure.cause()).contains("cannot bind"));
      assertThat(LoadBench.runDirectories(directory)).isEmpty();
    }
  }

  @Test
  void aWrittenScenarioNamesNoPassword() {
    try (LoadBench bench = new LoadBench(LoadEntry.NONE)) {
      JsonObject written =
          bench.object(
              "sip_generate_sipp_scenario",
              "{\"kind\":\"register\",\"target\":\"10.0.0.5:5070;transport=tcp;domain=example.org\","
                  + "\"authenticate\":true,\"users\":3,\"calls_per_sec\":5}");
      assertThat(Json.text(written, "command"))
          .startsWith("sipp 10.0.0.5:5070 -sf register.xml -inf users.csv -t t1 -r 5 ");
      assertThat(Json.text(written, "xml")).contains("[field1]").contains("@example.org");
      assertThat(Json.text(written, "users_csv")).contains("caller3;").contains("PASSWORD");
    }
  }

  @Test
  void publicAddressesNeedToBeNamedNarrowly() {
    assertThat(new TargetList(List.of("0.0.0.0/0")).judge("203.0.113.9"))
        .isInstanceOf(TargetList.Judged.Refused.class);
    assertThat(new TargetList(List.of("0.0.0.0/0")).judge("10.9.8.7"))
        .isInstanceOf(TargetList.Judged.Allowed.class);
    for (String listed : List.of("203.0.113.9", "203.0.113.0/24")) {
      assertThat(new TargetList(List.of(listed)).judge("203.0.113.9:5080"))
          .isInstanceOfSatisfying(
              TargetList.Judged.Allowed.class,
              allowed -> assertThat(allowed.target().text()).isEqualTo("203.0.113.9:5080"));
    }
    assertThat(new TargetList(List.of("2001:db8::/48")).judge("[2001:db8::5]:5070"))
        .isInstanceOfSatisfying(
            TargetList.Judged.Allowed.class,
            allowed -> assertThat(allowed.target().text()).endsWith("]:5070"));
    assertThat(new TargetList(List.of()).judge("127.0.0.1"))
        .isInstanceOf(TargetList.Judged.Refused.class);
    assertThat(new TargetList(List.of("localhost")).judge("LOCALHOST:5"))
        .isInstanceOf(TargetList.Judged.Allowed.class);
  }
}
