package dev.opensipsmcp.server.toolset.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.db.DbReads;
import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.db.testing.DatabaseKind;
import dev.opensipsmcp.db.testing.TestDatabase;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.config.EvidenceEntry;
import dev.opensipsmcp.server.config.EvidenceEntry.CaptureEntry;
import dev.opensipsmcp.server.policy.Role;
import dev.opensipsmcp.server.tool.MiReads;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Rights;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.evidence.EvidenceDesk;
import dev.opensipsmcp.server.toolset.testing.NodePorts;
import dev.opensipsmcp.server.toolset.testing.OnLab;
import dev.opensipsmcp.server.toolset.testing.Outcomes;
import dev.opensipsmcp.sip.capture.CaptureWriter;
import dev.opensipsmcp.sip.file.AllowedDirectories;
import dev.opensipsmcp.sip.ladder.MessageTexts;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LadderToolsTest {
  private static final Spoken CALL =
      new Spoken("one@192.0.2.10", "alice@example.com", "bob@example.com").whole();

  @Test
  void messagesGivenAsTextMakeALadderInEachFormat() {
    JsonObject ladder = object("call_ladder", Map.of("messages", CALL.text()));

    assertThat(ladder.getAsJsonObject("verdict").get("sentence").getAsString())
        .isEqualTo("The caller (192.0.2.10:5060) hung up after 8.1 s.");
    assertThat(ladder.get("picture").getAsString())
        .contains("#1 INVITE")
        .contains("audio 192.0.2.10:4000 PCMA PCMU");
    assertThat(
            object("call_ladder", Map.of("messages", CALL.text(), "format", "svg"))
                .get("picture")
                .getAsString())
        .startsWith("<svg ")
        .contains("prefers-color-scheme");
    assertThat(
            object("call_ladder", Map.of("messages", CALL.text(), "format", "mermaid"))
                .get("picture")
                .getAsString())
        .startsWith("sequenceDiagram");
  }

  @Test
  void textWithoutTimesAndEndsIsRefusedWithTheFormThatIsRead() {
    Outcome.Failure failure = failure("call_ladder", Map.of("messages", "INVITE sip:bob SIP/2.0"));

    assertThat(failure.code()).isEqualTo("ARGUMENTS_WRONG");
    assertThat(failure.nextStep()).contains("2026-11-20T08:00:00.1Z udp");
    assertThat(failure("call_ladder", Map.of()).code()).isEqualTo("EVIDENCE_NOT_CONFIGURED");
    assertThat(failure("call_ladder", Map.of("path", "/etc/passwd")).code())
        .isEqualTo("CAPTURE_OUTSIDE");
  }

  @Test
  void aPictureThatIsTooLongIsLeftOutAndItIsSaid() {
    StringBuilder many = new StringBuilder();
    for (int call = 0; call < 30; call++) {
      many.append(
          new Spoken("call-" + call, "alice@example.com", "bob@example.com").whole().text());
    }
    Outcome outcome =
        run(
            "call_ladder",
            Map.of("messages", many.toString(), "format", "svg"),
            NodePorts.nowhere());

    assertThat(Outcomes.object(tool("call_ladder"), outcome).has("picture")).isFalse();
    assertThat(((Outcome.Value) outcome).warnings())
        .anyMatch(note -> note.contains("was left out"));
  }

  @Test
  void aCaptureFileGivesTheCallWithItsOtherLeg(@TempDir Path directory) throws Exception {
    Path real = directory.toRealPath();
    String second =
        CALL.text()
            .replace("one@192.0.2.10", "two@198.51.100.5")
            .replace(
                "192.0.2.10:5060 -> 198.51.100.5:5060", "198.51.100.5:5060 -> 203.0.113.9:5060")
            .replace(
                "198.51.100.5:5060 -> 192.0.2.10:5060", "203.0.113.9:5060 -> 198.51.100.5:5060");
    String stranger =
        new Spoken("three@192.0.2.99", "carol@example.com", "dave@example.com").whole().text();
    new CaptureWriter(new AllowedDirectories(List.of(real)))
        .write(
            real.resolve("calls.pcap"),
            MessageTexts.read(CALL.text() + second + stranger.replace("192.0.2.10", "192.0.2.99")));

    Tool tool =
        LadderToolset.make(desk(real)).tools().stream()
            .filter(one -> one.name().equals("call_ladder"))
            .findFirst()
            .orElseThrow();
    JsonObject json = new JsonObject();
    json.addProperty("path", "calls.pcap");
    json.add("call_ids", com.google.gson.JsonParser.parseString("[\"one@192.0.2.10\"]"));
    try (NodePorts nowhere = NodePorts.nowhere()) {
      JsonObject ladder = Outcomes.object(tool, nowhere.run(tool, json.toString()));
      assertThat(texts(ladder, "legs", "call_id"))
          .containsExactly("one@192.0.2.10", "two@198.51.100.5");
      json.remove("call_ids");
      assertThat(Outcomes.failure(nowhere.run(tool, json.toString())).cause())
          .contains("Several calls fit")
          .contains("three@192.0.2.99");
    }
  }

  @Test
  void aLadderIsWrittenToANewFileOfTheAllowedDirectoryOnly(@TempDir Path directory)
      throws Exception {
    Path real = directory.toRealPath();
    Tool tool =
        LadderToolset.make(desk(real)).tools().stream()
            .filter(one -> one.name().equals("call_export_ladder"))
            .findFirst()
            .orElseThrow();
    JsonObject json = new JsonObject();
    json.addProperty("messages", CALL.text());
    json.addProperty("output_file", real.resolve("call.svg").toString());
    try (NodePorts nowhere = NodePorts.nowhere()) {
      JsonObject written = Outcomes.object(tool, nowhere.run(tool, json.toString()));
      assertThat(real.resolve("call.svg"))
          .hasSize(written.get("bytes").getAsLong())
          .content()
          .startsWith("<svg ");
      assertThat(nowhere.plan(tool, json.toString()))
          .isInstanceOf(dev.opensipsmcp.server.tool.Plan.Refused.class);
      json.addProperty("output_file", "/tmp/outside.svg");
      assertThat(nowhere.plan(tool, json.toString()))
          .isInstanceOf(dev.opensipsmcp.server.tool.Plan.Refused.class);
    }
  }

  @Test
  void hopsAreComparedAndSecretsMasked() {
    String second =
        CALL.text()
            .replace(
                "192.0.2.10:5060 -> 198.51.100.5:5060", "198.51.100.5:5060 -> 203.0.113.9:5060")
            .replace(
                "198.51.100.5:5060 -> 192.0.2.10:5060", "203.0.113.9:5060 -> 198.51.100.5:5060")
            .replace("m=audio 4000 RTP/AVP 8 0", "m=audio 6000 RTP/AVP 0")
            .replace("03.250Z", "03.255Z")
            .replaceAll("Authorization:[^\n]*\n", "");
    List<JsonObject> rows =
        Outcomes.rows(
            tool("call_compare_hops"),
            run(
                "call_compare_hops",
                Map.of("messages", CALL.text() + second, "method", "INVITE"),
                NodePorts.nowhere()));

    assertThat(rows).isNotEmpty();
    assertThat(rows.getFirst().toString())
        .contains("m=audio 4000 RTP/AVP 8 0")
        .contains("m=audio 6000 RTP/AVP 0")
        .contains("\"REMOVED\"".toLowerCase(java.util.Locale.ROOT))
        .contains("Authorization")
        .doesNotContain("deadbeef");
  }

  @Test
  void aReportNamesEvidenceForEachStatementAndWhatWasNotSeen() {
    try (OnLab lab = OnLab.of(Version.V3_6);
        TestDatabase base = TestDatabase.of(DatabaseKind.SQLITE).withGroups(Version.V3_6, "acc")) {
      JsonObject dialog = lab.rows("dlg_list", "{\"limit\":1}").getFirst();
      String callId = dialog.get("callid").getAsString();
      String aor =
          lab.rows("registration_list", "{\"limit\":1}").getFirst().get("aor").getAsString();
      base.execute(
          "INSERT INTO acc (method, from_tag, to_tag, callid, sip_code, sip_reason, time) VALUES ('INVITE', 'f', 't', '"
              + callId
              + "', '200', 'OK', '2026-11-20 10:14:04')");
      Spoken call =
          new Spoken(callId, "alice@example.com", aor.contains("@") ? aor : aor + "@example.com")
              .whole();
      Tool tool = tool("call_report");
      JsonObject json = new JsonObject();
      json.addProperty("messages", call.text());
      json.addProperty(
          "log", "Nov 20 sbc: a line of another call\nNov 20 sbc: relaying " + callId + "\n");

      JsonObject report =
          Outcomes.object(
              tool,
              ((dev.opensipsmcp.server.tool.Work.Read) tool.work())
                  .run(
                      new dev.opensipsmcp.server.tool.Arguments(json),
                      new Both(lab.ports(), base)));

      assertThat(texts(report, "statements", "about"))
          .contains("signalling", "media", "dialog", "contacts", "cdr", "log");
      assertThat(texts(report, "statements", "text"))
          .anyMatch(text -> text.startsWith("192.0.2.10:5060 to 198.51.100.5:5060 agrees on PCMU"))
          .anyMatch(text -> text.startsWith("Accounted INVITE with 200 OK"))
          .anyMatch(text -> text.startsWith("Dialog " + dialog.get("dialog_id").getAsString()))
          .anyMatch(
              text -> text.contains("has one contact") || text.contains("contacts registered now"))
          .anyMatch(text -> text.equals("1 of 2 log lines name the call."));
      List<String> ids = texts(report, "evidence", "id");
      for (JsonElement statement : report.getAsJsonArray("statements")) {
        List<String> named =
            statement.getAsJsonObject().getAsJsonArray("evidence").asList().stream()
                .map(JsonElement::getAsString)
                .toList();
        assertThat(named).isNotEmpty().allMatch(id -> id.matches("m[1-6]") || ids.contains(id));
      }
      assertThat(texts(report, "not_seen", "part")).containsExactly("relay");
    }
  }

  @Test
  void withoutAnythingElseAReportSaysWhatItDoesNotKnow() {
    JsonObject report = object("call_report", Map.of("call_id", "gone@192.0.2.1"));

    assertThat(report.has("verdict")).isFalse();
    assertThat(texts(report, "not_seen", "part"))
        .contains("signalling", "dialog", "contacts", "cdr", "relay", "log");
    assertThat(failure("call_report", Map.of()).code()).isEqualTo("ARGUMENTS_INCOMPLETE");
  }

  private static EvidenceDesk desk(Path directory) {
    EvidenceEntry none = EvidenceDesk.none().settings();
    return new EvidenceDesk(
        new EvidenceEntry(
            new CaptureEntry(List.of(directory), Optional.empty(), List.of()),
            none.hep(),
            none.homer(),
            none.relays(),
            none.fail2ban(),
            none.probes(),
            none.aliases()),
        InstantSource.system());
  }

  private static Tool tool(String name) {
    return LadderToolset.make(EvidenceDesk.none()).tools().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Outcome run(String name, Map<String, String> arguments, NodePorts ports) {
    JsonObject json = new JsonObject();
    arguments.forEach(json::addProperty);
    try (ports) {
      return ports.run(tool(name), json.toString());
    }
  }

  private static JsonObject object(String name, Map<String, String> arguments) {
    return Outcomes.object(tool(name), run(name, arguments, NodePorts.nowhere()));
  }

  private static Outcome.Failure failure(String name, Map<String, String> arguments) {
    return Outcomes.failure(run(name, arguments, NodePorts.nowhere()));
  }

  private static List<String> texts(JsonObject json, String list, String member) {
    List<String> texts = new ArrayList<>();
    json.getAsJsonArray(list)
        .forEach(one -> texts.add(one.getAsJsonObject().get(member).getAsString()));
    return texts;
  }

  /** A node and its database. */
  private record Both(NodePorts node, TestDatabase base) implements ReadPorts {
    @Override
    public MiReads mi() {
      return node.mi();
    }

    @Override
    public DbResult<DbReads> db() {
      return new DbResult.Success<>(base.database().reads());
    }

    @Override
    public Rights rights() {
      return Role.VIEWER.rights("tester", false);
    }

    @Override
    public void progress(double done, double total, String message) {}

    @Override
    public boolean cancelled() {
      return false;
    }
  }
}
