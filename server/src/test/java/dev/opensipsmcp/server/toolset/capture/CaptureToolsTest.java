package dev.opensipsmcp.server.toolset.capture;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.server.config.EvidenceEntry;
import dev.opensipsmcp.server.config.EvidenceEntry.CaptureEntry;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Plan;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.evidence.EvidenceDesk;
import dev.opensipsmcp.server.toolset.testing.NodePorts;
import dev.opensipsmcp.server.toolset.testing.Outcomes;
import dev.opensipsmcp.sip.capture.CaptureWriter;
import dev.opensipsmcp.sip.file.AllowedDirectories;
import dev.opensipsmcp.sip.message.SipParser;
import dev.opensipsmcp.sip.trace.CapturedMessage;
import dev.opensipsmcp.sip.trace.Endpoint;
import dev.opensipsmcp.sip.trace.Transport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody looks for a call in a capture, reads it, and exports it. */
class CaptureToolsTest {
  private static final Instant START = Instant.parse("2026-11-20T08:00:00Z");

  @TempDir private Path folder;
  private final NodePorts ports = NodePorts.nowhere();
  private Path captures = Path.of("");
  private Path file = Path.of("");

  @BeforeEach
  void layDown() throws IOException {
    captures = Files.createDirectory(folder.resolve("captures"));
    List<CapturedMessage> messages = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      messages.add(message(i, i, "INVITE sip:bob@example.net SIP/2.0"));
      messages.add(message(i, i + 1, i == 3 ? "SIP/2.0 486 Busy" : "SIP/2.0 200 OK"));
    }
    file = captures.resolve("day.pcap");
    new CaptureWriter(new AllowedDirectories(List.of(captures))).write(file, messages);
  }

  @AfterEach
  void close() {
    ports.close();
  }

  private static CapturedMessage message(int call, int second, String line) {
    String text =
        line
            + "\r\nFrom: <sip:user%d@example.org>;tag=1\r\nTo: <sip:bob@example.net>\r\n"
                .formatted(call)
            + "Call-ID: call-%d\r\nCSeq: 1 INVITE\r\n".formatted(call)
            + "Authorization: Digest username=\"u\", response=\"planted-answer\"\r\n"
            + "Content-Length: 0\r\n\r\n";
    return new CapturedMessage(
        START.plusSeconds(second),
        Transport.UDP,
        new Endpoint("192.0.2.1", 5060),
        new Endpoint("192.0.2." + (10 + call), 5060),
        SipParser.parse(text.getBytes(StandardCharsets.UTF_8)),
        "test");
  }

  private Tool tool(String name, Path... directories) {
    EvidenceEntry none = EvidenceDesk.none().settings();
    EvidenceEntry entry =
        new EvidenceEntry(
            new CaptureEntry(List.of(directories), Optional.empty(), List.of()),
            none.hep(),
            none.homer(),
            none.relays(),
            none.fail2ban(),
            none.probes(),
            none.aliases());
    return CaptureToolset.make(new EvidenceDesk(entry, InstantSource.system())).tools().stream()
        .filter(tool -> tool.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Arguments arguments(Object... pairs) {
    JsonObject json = new JsonObject();
    for (int i = 0; i < pairs.length; i += 2) {
      String name = (String) pairs[i];
      switch (pairs[i + 1]) {
        case Integer number -> json.addProperty(name, number);
        case JsonElement element -> json.add(name, element);
        case Object other -> json.addProperty(name, other.toString());
      }
    }
    return new Arguments(json);
  }

  private static JsonArray ids(String... ids) {
    JsonArray array = new JsonArray();
    for (String id : ids) {
      array.add(id);
    }
    return array;
  }

  private Outcome run(Tool tool, Object... pairs) {
    Arguments arguments = arguments(pairs);
    return switch (tool.work()) {
      case Work.Read read -> read.run(arguments, ports);
      case Work.Change change ->
          switch (change.plan(arguments, ports)) {
            case Plan.Refused(Outcome.Failure failure) -> failure;
            case Plan.Ready ready -> change.apply(ready, arguments, ports);
          };
      case Work.PerCall _, Work.Proxy _ -> throw new IllegalArgumentException(tool.name());
    };
  }

  private List<JsonObject> rows(String name, Object... pairs) {
    Tool tool = tool(name, captures);
    return Outcomes.rows(tool, run(tool, pairs));
  }

  private String failure(String name, Object... pairs) {
    return Outcomes.failure(run(tool(name, captures), pairs)).code();
  }

  @Test
  void nothingIsAllowedUnlessItIsConfigured() {
    for (String name : List.of("capture_list_files", "capture_get_info", "capture_list_calls")) {
      assertThat(Outcomes.failure(run(tool(name), "path", file)).code())
          .isEqualTo("CAPTURE_OUTSIDE");
    }
  }

  @Test
  void filesAreListedAndDescribed() {
    assertThat(rows("capture_list_files")).hasSize(1);
    Tool info = tool("capture_get_info", captures);
    JsonObject described = Outcomes.object(info, run(info, "path", "day.pcap"));

    assertThat(described.get("packets").getAsInt()).isEqualTo(10);
    assertThat(described.getAsJsonObject("messages").get("UDP").getAsInt()).isEqualTo(10);
    assertThat(described.get("first").getAsString()).isEqualTo("2026-11-20T08:00:00Z");
  }

  @Test
  void callsAreFilteredAndPaged() {
    assertThat(rows("capture_list_calls", "path", file, "limit", 2))
        .extracting(row -> row.get("call_id").getAsString())
        .containsExactly("call-4", "call-3");
    assertThat(rows("capture_list_calls", "path", file, "limit", 2, "cursor", "4"))
        .extracting(row -> row.get("call_id").getAsString())
        .containsExactly("call-0");
    assertThat(rows("capture_list_calls", "path", file, "code", 486))
        .extracting(row -> row.get("from").getAsString())
        .containsExactly("user3");
    assertThat(
            rows(
                "capture_list_calls",
                "path",
                file,
                "from_ts",
                "2026-11-20T08:00:05Z",
                "to_ts",
                "" + START.plusSeconds(6).toEpochMilli()))
        .extracting(row -> row.get("call_id").getAsString())
        .containsExactly("call-4");
  }

  @Test
  void messagesAreReadAndFoundWithoutTheirSecrets() {
    List<JsonObject> read =
        rows("capture_get_messages", "path", file, "call_ids", ids("call-3", "call-1"));
    List<JsonObject> found = rows("capture_search", "path", file, "text", "busy");

    assertThat(read).hasSize(4);
    assertThat(read.getFirst().get("call_id").getAsString()).isEqualTo("call-1");
    assertThat(read.toString()).contains("username=").doesNotContain("planted");
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().get("code").getAsInt()).isEqualTo(486);
  }

  @Test
  void aCallIsExportedOnceToANewFile() {
    Tool export = tool("capture_export_pcap", captures);
    Object[] call = {
      "path", file, "call_ids", ids("call-3"), "output_file", captures.resolve("case.pcap")
    };

    JsonObject written = Outcomes.object(export, run(export, call));

    assertThat(written.get("messages").getAsInt()).isEqualTo(2);
    assertThat(rows("capture_list_calls", "path", "case.pcap")).hasSize(1);
    assertThat(failure("capture_export_pcap", call)).isEqualTo("CAPTURE_NOT_WRITTEN");
  }

  @Test
  void whatCantBeIsRefused() throws IOException {
    Path text = Files.writeString(captures.resolve("notes.cap"), "no capture at all, only words");
    Path outside = Files.copy(file, folder.resolve("outside.pcap"));
    Files.createSymbolicLink(captures.resolve("link.pcap"), outside);

    assertThat(failure("capture_get_info", "path", text)).isEqualTo("CAPTURE_UNREADABLE");
    assertThat(failure("capture_get_info", "path", outside)).isEqualTo("CAPTURE_OUTSIDE");
    assertThat(failure("capture_get_info", "path", "link.pcap")).isEqualTo("CAPTURE_OUTSIDE");
    assertThat(rows("capture_list_files")).hasSize(2);
    assertThat(failure("capture_list_calls", "path", file, "from_ts", "soon"))
        .isEqualTo("TIME_INVALID");
    assertThat(failure("capture_list_calls", "path", file, "cursor", "x"))
        .isEqualTo("CURSOR_INVALID");
    assertThat(failure("capture_list_calls", "path", file, "address", "proxy"))
        .isEqualTo("ARGUMENTS_WRONG");
    assertThat(
            failure(
                "capture_export_pcap",
                "path",
                file,
                "call_ids",
                ids("call-1"),
                "output_file",
                folder.resolve("elsewhere.pcap")))
        .isEqualTo("CAPTURE_OUTSIDE");
  }
}
