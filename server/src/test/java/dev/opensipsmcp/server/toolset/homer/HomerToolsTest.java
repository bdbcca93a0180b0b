package dev.opensipsmcp.server.toolset.homer;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.opensipsmcp.lab.homer.HomerFault;
import dev.opensipsmcp.lab.homer.HomerLabSettings.Generation;
import dev.opensipsmcp.lab.homer.HomerPacket;
import dev.opensipsmcp.server.tool.Attachment;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Plan;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.Toolset;
import dev.opensipsmcp.server.toolset.evidence.EvidenceDesk;
import dev.opensipsmcp.server.toolset.ladder.LadderToolset;
import dev.opensipsmcp.server.toolset.testing.NodePorts;
import dev.opensipsmcp.server.toolset.testing.Outcomes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What callers get of a Homer server. */
class HomerToolsTest {
  private static final String CALL = "'callid': 'one@h'";

  @TempDir private Path captures;
  private OnHomer homer;

  @BeforeEach
  void aCall() {
    homer = OnHomer.make(Generation.V3, List.of(captures));
    homer.busy("one@h");
  }

  @AfterEach
  void close() {
    homer.close();
  }

  @Test
  void aCallIsFoundUnderEachNameOfItsArguments() {
    assertThat(homer.rows("homer_search_calls", "{'caller': '100', 'code': 486}")).hasSize(2);
    assertThat(
            homer.rows(
                "homer_search_calls",
                "{'call_id': 'one@h', 'time_from': '2026-11-20T11:59:00Z', 'time_to':"
                    + " '1795176300000'}"))
        .singleElement()
        .satisfies(call -> {
          assertThat(call.get("first").getAsString()).isEqualTo("2026-11-20T12:00:00.250Z");
          assertThat(call.get("code").getAsInt()).isEqualTo(486);
          assertThat(call.get("messages").getAsInt()).isEqualTo(4);
        });
    assertThat(
            homer.rows(
                "homer_search_calls_v7",
                "{'from_ts': 1795175940000, 'to_ts': 1795176300000, 'callid': 'one@h',"
                    + " 'from_user': '100', 'to_user': '200', 'source_ip': '192.0.2.10'}"))
        .hasSize(1);
    assertThat(homer.warnings("homer_search_calls", "{}").getFirst())
        .isEqualTo(
            "Searched Homer from 2026-11-19T12:10:00.250Z until 2026-11-20T12:11:00.250Z, UTC.");
  }

  @Test
  void aLongListIsPaged() {
    for (int i = 0; i < 7; i++) {
      homer
          .lab()
          .keep(
              HomerPacket.sip(
                  OnHomer.NOON.plusSeconds(10 + i),
                  "192.0.2.10:5060",
                  "198.51.100.1:5060",
                  OnHomer.request("INVITE", "page-" + i)));
    }
    List<String> seen = new ArrayList<>();
    String cursor = "";
    do {
      Outcome.Rows page =
          (Outcome.Rows) homer.run("homer_search_calls", "{'limit': 4" + cursor + "}");
      page.rows().forEach(row -> seen.add(row.get("call_id").getAsString()));
      cursor =
          page.more() ? ", 'cursor': '" + page.cursorAfter().apply(page.rows().size()) + "'" : "";
    } while (!cursor.isEmpty());

    assertThat(seen).hasSize(9).doesNotHaveDuplicates().startsWith("page-6", "page-5");
  }

  @Test
  void aLadderTellsLegsNamesAndAVerdict() {
    homer.lab().alias("203.0.113.20", 0, "bob's phone");

    JsonObject flow = homer.object("homer_get_call_flow", "{'call_id': 'one@h'}");

    assertThat(flow.get("messages").getAsInt()).isEqualTo(7);
    assertThat(flow.getAsJsonArray("call_ids").toString()).contains("one@h", "b-one@h");
    assertThat(flow.getAsJsonArray("participants").toString()).contains("edge", "bob's phone");
    assertThat(flow.get("ladder").getAsString()).contains("INVITE", "486");
    assertThat(flow.get("verdict").getAsString()).contains("486");
    assertThat(
            homer
                .object("homer_get_call_flow", "{'call_id': 'one@h', 'format': 'mermaid'}")
                .get("ladder")
                .getAsString())
        .startsWith("sequenceDiagram");
    assertThat(
            homer
                .object("homer_get_call_flow", "{'call_id': 'one@h', 'format': 'svg'}")
                .get("ladder")
                .getAsString())
        .contains("<svg");
    Outcome.Failure missing =
        Outcomes.failure(homer.run("homer_get_call_flow", "{'call_id': 'none@h'}"));
    assertThat(missing.code()).isEqualTo("EVIDENCE_NOT_FOUND");
    assertThat(missing.cause()).contains("Searched Homer from");
  }

  @Test
  void messagesComeWithoutSecrets() {
    List<JsonObject> messages = homer.rows("homer_get_call_transaction", "{" + CALL + "}");

    assertThat(messages).hasSize(4);
    assertThat(messages.getFirst().get("what").getAsString()).isEqualTo("INVITE");
    assertThat(messages.get(2).get("offset_ms").getAsInt()).isEqualTo(90);
    assertThat(messages.getFirst().get("text").getAsString())
        .contains("username=\"100\"")
        .doesNotContain("6629fae4");
    assertThat(homer.rows("homer_get_call_transaction", "{" + CALL + ", 'raw': false}"))
        .allMatch(message -> !message.has("text"));
    assertThat(homer.rows("homer_get_call_transaction", "{" + CALL + ", 'from_ts': 1795176000300}"))
        .hasSize(2);
  }

  @Test
  void allToolsOfAProcessShareOneClientAndOneLogin() {
    EvidenceDesk desk = OnHomer.desk(Optional.of(OnHomer.entry(homer.lab())), List.of(captures));
    for (Toolset toolset :
        List.of(HomerToolset.make(desk), HomerToolset.make(desk), LadderToolset.make(desk))) {
      String tool = toolset.name().equals("ladder") ? "call_ladder" : "homer_get_call_flow";
      String argument =
          toolset.name().equals("ladder") ? "'call_ids': ['one@h']" : "'call_id': 'one@h'";
      new OnHomer(homer.lab(), toolset, homer.ports()).object(tool, "{" + argument + "}");
    }
    assertThat(homer.lab().requests("/auth")).isEqualTo(1);
  }

  @Test
  void legsAreFound() {
    JsonObject legs = homer.object("homer_correlate_callid", "{" + CALL + "}");

    assertThat(legs.getAsJsonArray("legs"))
        .singleElement()
        .satisfies(leg -> {
          assertThat(leg.toString()).contains("b-one@h");
          assertThat(leg.toString()).contains("its agent names the call as its session");
        });
  }

  @Test
  void anExportInTheAnswerHasNoSecretsAndAnEmptyOneSaysSo() {
    JsonObject export = homer.object("homer_export_pcap", "{" + CALL + "}");
    Attachment attachment =
        ((Outcome.Value) homer.run("homer_export_pcap", "{" + CALL + "}"))
            .attachment()
            .orElseThrow();
    assertThat(attachment.inline()).contains("pcap_base64");
    String pcap =
        new String(
            Base64.getDecoder().decode(attachment.base64().orElseThrow()),
            java.nio.charset.StandardCharsets.ISO_8859_1);

    assertThat(export.get("packets").getAsInt()).isEqualTo(4);
    assertThat(export.get("sha256").getAsString()).hasSize(64);
    assertThat(pcap).contains("INVITE sip:200@example.com").doesNotContain("6629fae4");
    JsonObject empty = homer.object("homer_export_pcap", "{'callid': 'none@h'}");
    assertThat(empty.get("packets").getAsInt()).isZero();
    assertThat(empty.has("pcap_base64")).isFalse();
    assertThat(homer.warnings("homer_export_pcap", "{'callid': 'none@h'}").getLast())
        .contains("0 packets");
  }

  @Test
  void aFileIsWrittenAsAChangeInAllowedDirectoriesOnly() throws IOException {
    Path file = captures.resolve("case.pcap");
    String text = "{" + CALL + ", 'output_file': '" + file + "'}";
    Work.PerCall work = (Work.PerCall) homer.tool("homer_export_pcap").work();
    Work.Choice.Chosen chosen =
        (Work.Choice.Chosen) work.choose(OnHomer.arguments(text), homer.ports());
    assertThat(chosen.demand().risk()).isEqualTo(Risk.REVERSIBLE);
    Work.Change change = (Work.Change) chosen.work();

    Plan.Ready plan = (Plan.Ready) change.plan(OnHomer.arguments(text), homer.ports());
    assertThat(plan.summary()).contains("4 messages");
    assertThat(file).doesNotExist();
    JsonObject done =
        Outcomes.object(
            homer.tool("homer_export_pcap"),
            change.apply(plan, OnHomer.arguments(text), homer.ports()));
    assertThat(done.get("packets").getAsInt()).isEqualTo(4);
    assertThat(done.get("bytes").getAsLong()).isEqualTo(Files.size(file));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");

    assertThat(refused(change, text)).isEqualTo("CAPTURE_NOT_WRITTEN");
    assertThat(refused(change, text.replace("one@h", "none@h").replace("case", "new")))
        .isEqualTo("CAPTURE_NOT_WRITTEN");
    assertThat(refused(change, "{" + CALL + ", 'output_file': '/etc/case.pcap'}"))
        .isEqualTo("CAPTURE_OUTSIDE");
    assertThat(refused(change, "{" + CALL + ", 'output_file': '" + captures + "/../x.pcap'}"))
        .isEqualTo("CAPTURE_OUTSIDE");
  }

  @ParameterizedTest
  @EnumSource(Generation.class)
  void whatHomerItselfWritesIsShownWithoutSecretsAndWrittenAsItCame(Generation generation)
      throws IOException {
    try (OnHomer house = OnHomer.make(generation, List.of(captures))) {
      house.busy("two@h");
      String two = "'callid': 'two@h'";

      JsonObject shown = house.object("homer_export_original", "{" + two + "}");
      assertThat(shown.get("text").getAsString())
          .startsWith("proto:UDP 2026-11-20T12:00:00.250Z  192.0.2.10:5060 --->")
          .contains("INVITE sip:200@example.com")
          .doesNotContain("6629fae4");
      JsonObject none = house.object("homer_export_original", "{'callid': 'none@h'}");
      assertThat(none.get("bytes").getAsInt()).isZero();
      assertThat(none.has("text")).isFalse();
      assertThat(code(house, "homer_export_original", "{" + two + ", 'format': 'pcap'}"))
          .isEqualTo("ARGUMENTS_WRONG");

      Path text = captures.resolve(generation + ".txt");
      JsonObject written = written(house, "{" + two + ", 'output_file': '" + text + "'}");
      assertThat(written.get("bytes").getAsLong()).isEqualTo(Files.size(text));
      assertThat(Files.readString(text)).contains("6629fae4").contains("SIP/2.0 486");
      Path pcap = captures.resolve(generation + ".pcap");
      String asked = "{" + two + ", 'format': 'pcap', 'output_file': '" + pcap + "'}";
      JsonObject packets = written(house, asked);
      assertThat(packets.get("packets").getAsInt()).isGreaterThanOrEqualTo(4);
      assertThat(packets.get("resource_uri").getAsString())
          .isEqualTo("opensips://captures/" + generation + ".pcap");
    }
  }

  private static JsonObject written(OnHomer house, String text) {
    Work.Change change = change(house, text);
    Plan.Ready plan = (Plan.Ready) change.plan(OnHomer.arguments(text), house.ports());
    return Outcomes.object(
        house.tool("homer_export_original"),
        change.apply(plan, OnHomer.arguments(text), house.ports()));
  }

  private static Work.Change change(OnHomer house, String text) {
    Work.PerCall work = (Work.PerCall) house.tool("homer_export_original").work();
    return (Work.Change)
        ((Work.Choice.Chosen) work.choose(OnHomer.arguments(text), house.ports())).work();
  }

  @Test
  void whatHomerBreaksOffIsNoFile() throws IOException {
    Path file = captures.resolve("broken.txt");
    String text = "{" + CALL + ", 'output_file': '" + file + "'}";
    Work.Change change = change(homer, text);
    Plan.Ready plan = (Plan.Ready) change.plan(OnHomer.arguments(text), homer.ports());

    homer.lab().next("/export/call/messages/text", 1, new HomerFault.Drop());
    Outcome outcome = change.apply(plan, OnHomer.arguments(text), homer.ports());
    assertThat(Outcomes.failure(outcome).code()).isEqualTo("HOMER_UNREACHABLE");
    homer
        .lab()
        .next("/export/call/messages/text", 1, new HomerFault.Instead(200, "text/html", "<html>"));
    outcome = change.apply(plan, OnHomer.arguments(text), homer.ports());
    assertThat(Outcomes.failure(outcome).code()).isEqualTo("HOMER_REFUSED");

    assertThat(captures).isEmptyDirectory();
    assertThat(refused(change, text.replace(file.toString(), "/etc/broken.txt")))
        .isEqualTo("CAPTURE_OUTSIDE");
    assertThat(refused(change, text.replace(".txt", ".conf"))).isEqualTo("CAPTURE_OUTSIDE");
  }

  private String refused(Work.Change change, String text) {
    Plan plan = change.plan(OnHomer.arguments(text), homer.ports());
    return ((Plan.Refused) plan).failure().code();
  }

  @Test
  void theSameToolsReadACaptureFile() {
    Path file = captures.resolve("case.pcap");
    String text = "{" + CALL + ", 'output_file': '" + file + "'}";
    Work.PerCall work = (Work.PerCall) homer.tool("homer_export_pcap").work();
    Work.Change change =
        (Work.Change)
            ((Work.Choice.Chosen) work.choose(OnHomer.arguments(text), homer.ports())).work();
    change.apply(
        (Plan.Ready) change.plan(OnHomer.arguments(text), homer.ports()),
        OnHomer.arguments(text),
        homer.ports());
    Toolset alone = OnHomer.tools(Optional.empty(), List.of(captures));
    try (OnHomer without = new OnHomer(homer.lab(), alone, NodePorts.nowhere())) {
      String path = ", 'path': '" + file + "'}";
      assertThat(without.rows("homer_search_calls", "{'caller': '100'" + path)).hasSize(1);
      assertThat(
              without.object("homer_get_call_flow", "{'call_id': 'one@h'" + path).get("messages"))
          .satisfies(count -> assertThat(count.getAsInt()).isEqualTo(4));
      assertThat(without.rows("homer_get_call_transaction", "{" + CALL + path)).hasSize(4);
      assertThat(without.object("homer_stats", "{" + path.substring(2)).get("calls").getAsInt())
          .isEqualTo(1);
      assertThat(without.object("homer_correlate_callid", "{" + CALL + path).get("compared"))
          .satisfies(count -> assertThat(count.getAsInt()).isEqualTo(1));
      assertThat(code(without, "homer_search_calls", "{}")).isEqualTo("EVIDENCE_NOT_CONFIGURED");
      assertThat(code(without, "homer_get_qos", "{" + CALL + "}"))
          .isEqualTo("EVIDENCE_NOT_CONFIGURED");
      assertThat(code(without, "homer_search_calls", "{'path': '/etc/passwd'}"))
          .isEqualTo("CAPTURE_OUTSIDE");
      assertThat(code(without, "homer_search_calls", "{'path': '" + captures + "/no.pcap'}"))
          .isEqualTo("CAPTURE_UNREADABLE");
      assertThat(without.object("homer_health", "{}").get("configured").getAsBoolean()).isFalse();
    }
  }

  private static String code(OnHomer on, String tool, String arguments) {
    return Outcomes.failure(on.run(tool, arguments)).code();
  }

  @Test
  void qualityLogsNamesCountsAndHealth() {
    homer
        .lab()
        .keep(
            HomerPacket.report(
                OnHomer.NOON.plusSeconds(2),
                5,
                "192.0.2.10:4001",
                "203.0.113.20:4001",
                "one@h",
                "{\"ssrc\":7,\"report_blocks\":[{\"source_ssrc\":8,\"fraction_lost\":128,"
                    + "\"packets_lost\":3,\"ia_jitter\":11}]}"));
    homer
        .lab()
        .keep(
            HomerPacket.report(
                OnHomer.NOON, 100, "198.51.100.1:0", "198.51.100.1:0", "one@h", "busy"));
    homer.lab().alias("203.0.113.20", 5060, "bob");

    assertThat(homer.rows("homer_get_qos", "{" + CALL + "}"))
        .singleElement()
        .satisfies(report -> {
          assertThat(report.get("lost_percent").getAsDouble()).isEqualTo(50);
          assertThat(report.has("mos")).isFalse();
        });
    assertThat(homer.rows("homer_get_logs", "{" + CALL + "}"))
        .singleElement()
        .satisfies(line -> assertThat(line.get("text").getAsString()).isEqualTo("busy"));
    assertThat(homer.rows("homer_list_aliases", "{}"))
        .singleElement()
        .satisfies(alias -> assertThat(alias.get("name").getAsString()).isEqualTo("bob"));
    JsonObject counts = homer.object("homer_stats", "{}");
    assertThat(counts.get("messages").getAsInt()).isEqualTo(7);
    assertThat(counts.getAsJsonObject("methods").get("486").getAsInt()).isEqualTo(2);
    JsonObject health = homer.object("homer_health", "{}");
    assertThat(health.get("ok").getAsBoolean()).isTrue();
    assertThat(health.get("api").getAsString()).isEqualTo("v3");
  }

  @Test
  void failuresSayWhatToDoAndNoSecret() {
    String data = "/search/call/data";
    homer.lab().next(data, 1, new HomerFault.Drop());
    assertThat(code(homer, "homer_search_calls", "{}")).isEqualTo("HOMER_UNREACHABLE");
    homer.lab().next(data, 1, new HomerFault.Instead(500, "application/json", "{}"));
    assertThat(code(homer, "homer_search_calls", "{}")).isEqualTo("HOMER_REFUSED");
    homer
        .lab()
        .next(
            data,
            2,
            new HomerFault.Instead(
                401, "application/json", "{\"message\": \"" + OnHomer.SECRET + "\"}"));
    Outcome.Failure failure = Outcomes.failure(homer.run("homer_search_calls", "{}"));
    assertThat(failure.code()).isEqualTo("HOMER_UNAUTHORIZED");
    assertThat(failure.toString()).doesNotContain(OnHomer.SECRET);
    assertThat(code(homer, "homer_search_calls", "{'time_from': 'yesterday'}"))
        .isEqualTo("TIME_INVALID");
    assertThat(code(homer, "homer_search_calls", "{'source_ip': 'host'}"))
        .isEqualTo("ARGUMENTS_WRONG");
    assertThat(
            code(
                homer,
                "homer_search_calls",
                "{'time_from': '2026-11-20T12:00:00Z', 'time_to': '2026-11-20T11:00:00Z'}"))
        .isEqualTo("TIME_RANGE_EMPTY");
    homer.close();
    JsonObject health = homer.object("homer_health", "{}");
    assertThat(health.get("ok").getAsBoolean()).isFalse();
    assertThat(health.get("reason").getAsString()).contains("Nothing accepts connections");
  }
}
