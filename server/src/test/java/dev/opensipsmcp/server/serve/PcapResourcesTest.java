package dev.opensipsmcp.server.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.opensipsmcp.lab.homer.HomerLab;
import dev.opensipsmcp.lab.homer.HomerLabSettings;
import dev.opensipsmcp.lab.homer.HomerLabSettings.Generation;
import dev.opensipsmcp.lab.homer.HomerPacket;
import dev.opensipsmcp.mcp.Caller;
import dev.opensipsmcp.mcp.Reply;
import dev.opensipsmcp.mcp.ToolResult;
import dev.opensipsmcp.mi.MiClient;
import dev.opensipsmcp.mi.MiEndpoint;
import dev.opensipsmcp.mi.MiSettings;
import dev.opensipsmcp.server.approval.Approvals;
import dev.opensipsmcp.server.audit.AuditFilter;
import dev.opensipsmcp.server.audit.AuditLog;
import dev.opensipsmcp.server.config.EvidenceEntry;
import dev.opensipsmcp.server.config.EvidenceEntry.CaptureEntry;
import dev.opensipsmcp.server.config.EvidenceEntry.HomerEntry;
import dev.opensipsmcp.server.gate.Catalogue;
import dev.opensipsmcp.server.gate.GateParts;
import dev.opensipsmcp.server.gate.GateReply;
import dev.opensipsmcp.server.gate.GateSettings;
import dev.opensipsmcp.server.gate.Invocation;
import dev.opensipsmcp.server.gate.StandardGate;
import dev.opensipsmcp.server.instance.Instance;
import dev.opensipsmcp.server.instance.Instances;
import dev.opensipsmcp.server.journal.ChangeJournal;
import dev.opensipsmcp.server.policy.Policy;
import dev.opensipsmcp.server.policy.Role;
import dev.opensipsmcp.server.redact.Redactor;
import dev.opensipsmcp.server.tool.Nodes;
import dev.opensipsmcp.server.tool.Rights;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.capture.CaptureToolset;
import dev.opensipsmcp.server.toolset.evidence.EvidenceDesk;
import dev.opensipsmcp.server.toolset.homer.HomerToolset;
import dev.opensipsmcp.server.toolset.mi.MiTable;
import dev.opensipsmcp.sip.capture.CaptureBounds;
import dev.opensipsmcp.sip.capture.CaptureFile;
import dev.opensipsmcp.sip.capture.CaptureWriter;
import dev.opensipsmcp.sip.file.AllowedDirectories;
import dev.opensipsmcp.sip.trace.CapturedMessage;
import dev.opensipsmcp.sip.trace.Found;
import dev.opensipsmcp.sip.trace.TimeWindow;
import dev.opensipsmcp.sip.trace.Transport;
import dev.opensipsmcp.sip.trace.Watch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Calls are exported, and clients without access to the host read the exports by their links. */
class PcapResourcesTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00.250Z");
  private static final Clock STILL = Clock.fixed(NOON.plusSeconds(600), ZoneOffset.UTC);
  private static final Caller ANN = new Caller("ann", "http", Map.of());

  @TempDir private Path folder;
  private Path captures = Path.of("");
  private final MiClient nowhere =
      MiClient.of(MiEndpoint.parse("http://127.0.0.1:1/mi"), MiSettings.defaults());
  private final List<HomerLab> servers = new ArrayList<>();

  @BeforeEach
  void directories() throws IOException {
    captures = Files.createDirectory(folder.resolve("captures")).toRealPath();
  }

  @AfterEach
  void close() {
    servers.forEach(HomerLab::close);
    nowhere.close();
  }

  /** The whole way from a client's words to tools that have this Homer server. */
  private final class House {
    private final HomerLab lab;
    private final AuditLog audit;
    private final StandardGate gate;
    private final GateTools tools;
    private final ToolResources resources;

    House(Generation generation) {
      this(generation, GateSettings.defaults());
    }

    House(Generation generation, GateSettings settings) {
      this.lab = HomerLab.start(HomerLabSettings.of(generation));
      servers.add(lab);
      this.audit = new AuditLog(folder.resolve("audit.jsonl"), STILL);
      EvidenceEntry none = EvidenceDesk.none().settings();
      HomerEntry homer =
          new HomerEntry(
              lab.url().toString(),
              "auto",
              Optional.of("admin"),
              Optional.of("sipcapture"),
              Optional.empty(),
              Optional.empty(),
              20_000);
      EvidenceDesk desk =
          new EvidenceDesk(
              new EvidenceEntry(
                  new CaptureEntry(List.of(captures), Optional.empty(), List.of()),
                  none.hep(),
                  Optional.of(homer),
                  none.relays(),
                  none.fail2ban(),
                  none.probes(),
                  Map.of()),
              STILL);
      List<Tool> all = new ArrayList<>(HomerToolset.make(desk).tools());
      all.addAll(CaptureToolset.make(desk).tools());
      this.gate =
          new StandardGate(
              new GateParts(
                  new Catalogue(all),
                  new Instances(List.of(new Instance("lab", nowhere))),
                  Policy.DEFAULT,
                  new MiTable(),
                  new Approvals(
                      folder.resolve("approvals"), Duration.ofMinutes(1), 4, audit, STILL),
                  audit,
                  new ChangeJournal(folder.resolve("changes.jsonl")),
                  new Redactor(List.of("sipcapture")),
                  (id, trace) -> {
                    throw new AssertionError(id + ": " + trace);
                  },
                  settings,
                  STILL));
      Principals principals = new Principals(Role.OPERATOR, false);
      this.tools = new GateTools(gate, List.of(), principals, Nodes.ONE);
      this.resources = new ToolResources(gate, principals, List.of("lab"));
    }

    void call(String callId, int messages) {
      for (int i = 0; i < messages; i++) {
        String text =
            "OPTIONS sip:200@example.com SIP/2.0\r\nVia: SIP/2.0/UDP 192.0.2.10;branch=z9hG4bK-"
                + i
                + "\r\nFrom: <sip:100@example.com>;tag=a\r\nTo: <sip:200@example.com>\r\nCall-ID: "
                + callId
                + "\r\nCSeq: "
                + i
                + " OPTIONS\r\nAuthorization: Digest username=\"100\", response=\"planted-answer\""
                + "\r\nContent-Length: 0\r\n\r\n";
        lab.keep(HomerPacket.sip(NOON.plusMillis(i), "192.0.2.10:5060", "198.51.100.1:5060", text));
      }
    }

    JsonObject result(String tool, String arguments) {
      Reply<ToolResult> reply =
          tools.call(
              tool,
              JsonParser.parseString(arguments.replace('\'', '"')).getAsJsonObject(),
              new Asking(ANN));
      ToolResult result = ((Reply.Complete<ToolResult>) reply).result();
      assertThat(result.isError()).as("%s", result.content()).isFalse();
      JsonObject json = new JsonObject();
      json.add("content", result.content());
      json.add("data", result.structuredContent().orElseThrow().getAsJsonObject().get("data"));
      return json;
    }

    /** {@return what a result links to} */
    JsonObject link(String tool, String arguments) {
      JsonArray content = result(tool, arguments).getAsJsonArray("content");
      JsonObject link = content.get(content.size() - 1).getAsJsonObject();
      assertThat(link.get("type").getAsString()).isEqualTo("resource_link");
      return link;
    }

    Reply<JsonArray> read(String uri, Caller caller) {
      return resources.read(uri, new Asking(caller));
    }

    JsonObject read(String uri) {
      Reply<JsonArray> reply = read(uri, ANN);
      assertThat(reply).as("%s", reply).isInstanceOf(Reply.Complete.class);
      return ((Reply.Complete<JsonArray>) reply).result().get(0).getAsJsonObject();
    }

    String refused(String uri) {
      return refusal(read(uri, ANN));
    }
  }

  private static String refusal(Reply<JsonArray> reply) {
    assertThat(reply).isInstanceOf(Reply.Fault.class);
    return ((Reply.Fault<JsonArray>) reply).error().message();
  }

  /** The bytes are those that the link promised; {@return them as text}. */
  private static String checked(JsonObject link, JsonObject content) throws Exception {
    byte[] bytes = Base64.getDecoder().decode(content.get("blob").getAsString());
    String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    JsonObject meta = link.getAsJsonObject("_meta");
    assertThat(meta.get("dev.opensipsmcp/sha256").getAsString()).isEqualTo(hash);
    assertThat(content.get("_meta")).isEqualTo(meta);
    assertThat(link.get("size").getAsInt()).isEqualTo(bytes.length);
    assertThat(content.get("uri")).isEqualTo(link.get("uri"));
    assertThat(content.get("mimeType").getAsString())
        .isEqualTo(link.get("mimeType").getAsString())
        .isEqualTo("application/vnd.tcpdump.pcap");
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static List<CapturedMessage> messages(Path file) {
    Found<List<CapturedMessage>> found =
        new CaptureFile(file, CaptureBounds.USUAL)
            .messages(List.of("one@h"), TimeWindow.ALWAYS, Watch.NONE);
    return ((Found.Value<List<CapturedMessage>>) found).value();
  }

  @ParameterizedTest
  @EnumSource(Generation.class)
  void aCallTooLargeForTheAnswerIsReadByItsLink(Generation generation) throws Exception {
    House house = new House(generation);
    house.call("big one@h/+%", 60);

    JsonObject link = house.link("homer_export_pcap", "{'callid': 'big one@h/+%'}");
    String pcap = checked(link, house.read(link.get("uri").getAsString()));

    assertThat(pcap).contains("CSeq: 59 OPTIONS").doesNotContain("planted-answer");
    assertThat(link.getAsJsonObject("_meta").get("dev.opensipsmcp/packets").getAsInt())
        .isEqualTo(60);
    assertThat(link.get("name").getAsString()).endsWith(".pcap");
    JsonObject data =
        house.result("homer_export_pcap", "{'callid': 'big one@h/+%'}").getAsJsonObject("data");
    assertThat(data.get("resource_uri")).isEqualTo(link.get("uri"));
    assertThat(data.has("pcap_base64")).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Generation.class)
  void aWrittenFileIsReadByItsLinkWithoutSecretsUntilItIsGone(Generation generation)
      throws Exception {
    House house = new House(generation);
    house.call("one@h", 4);
    Path file = Files.createDirectory(captures.resolve("case 7")).resolve("ä+b.pcap");

    JsonObject link =
        house.link("homer_export_pcap", "{'callid': 'one@h', 'output_file': '" + file + "'}");
    String uri = link.get("uri").getAsString();
    String pcap = checked(link, house.read(uri));

    assertThat(uri).isEqualTo("opensips://captures/case%207/%C3%A4%2Bb.pcap");
    assertThat(pcap).contains("CSeq: 3 OPTIONS").doesNotContain("planted-answer");
    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).contains("planted-answer");
    Path copy = captures.resolve("copy.pcap");
    Files.write(copy, Base64.getDecoder().decode(house.read(uri).get("blob").getAsString()));
    assertThat(messages(copy))
        .hasSize(4)
        .allSatisfy(message -> assertThat(message.transport()).isEqualTo(Transport.UDP));

    Files.delete(file);
    assertThat(house.refused(uri)).contains("CAPTURE_UNREADABLE").contains("no file");
  }

  @Test
  void bytesAreInTheAnswerWhereItHasRoomForAllOfThem() throws Exception {
    String asked = "{'callid': 'one@h'}";
    House house = new House(Generation.V3);
    house.call("one@h", 4);
    JsonObject data = house.result("homer_export_pcap", asked).getAsJsonObject("data");
    byte[] bytes = Base64.getDecoder().decode(data.get("pcap_base64").getAsString());
    assertThat(data.get("sha256").getAsString())
        .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));

    GateSettings usual = GateSettings.defaults();
    House small =
        new House(
            Generation.V3,
            new GateSettings(
                1_500, usual.argumentChars(), usual.deadline(), usual.calls(), usual.changes()));
    small.call("one@h", 4);
    JsonObject without = small.result("homer_export_pcap", asked).getAsJsonObject("data");
    assertThat(without.has("pcap_base64")).isFalse();
    JsonObject link = small.link("homer_export_pcap", asked);
    checked(link, small.read(link.get("uri").getAsString()));
  }

  @Test
  void theExportOfACaptureFileHasALinkToo() throws Exception {
    House house = new House(Generation.V3);
    house.call("one@h", 4);
    Path whole = captures.resolve("whole.pcap");
    house.link("homer_export_pcap", "{'callid': 'one@h', 'output_file': '" + whole + "'}");

    JsonObject link =
        house.link(
            "capture_export_pcap",
            "{'path': 'whole.pcap', 'call_ids': ['one@h'], 'output_file': '"
                + captures.resolve("part.pcap")
                + "'}");

    assertThat(link.get("uri").getAsString()).isEqualTo("opensips://captures/part.pcap");
    checked(link, house.read(link.get("uri").getAsString()));
    JsonObject again = house.link("capture_get_pcap", "{'path': 'part.pcap'}");
    assertThat(again).isEqualTo(link);
  }

  @Test
  void whatIsTooLargeToBeReadSaysWhereItIs() throws Exception {
    House house = new House(Generation.V3);
    house.call("one@h", 4);
    Path file = captures.resolve("large.pcap");
    house.link(
        "homer_export_pcap",
        "{'callid': 'one@h', 'output_file': '" + captures.resolve("one.pcap") + "'}");
    List<CapturedMessage> many = new ArrayList<>();
    for (int i = 0; i < 1_500; i++) {
      for (CapturedMessage one : messages(captures.resolve("one.pcap"))) {
        many.add(
            new CapturedMessage(
                one.time().plusSeconds(i),
                one.transport(),
                one.source(),
                one.destination(),
                one.message(),
                one.origin()));
      }
    }
    new CaptureWriter(new AllowedDirectories(List.of(captures))).write(file, many);

    assertThat(house.refused("opensips://captures/large.pcap"))
        .contains("CAPTURE_TOO_LARGE")
        .contains("1048576")
        .contains("Copy " + file);
    JsonObject link =
        house.link(
            "capture_export_pcap",
            "{'path': 'large.pcap', 'call_ids': ['one@h'], 'output_file': '"
                + captures.resolve("again.pcap")
                + "'}");
    assertThat(link.get("size").getAsLong()).isEqualTo(Files.size(captures.resolve("again.pcap")));
  }

  @Test
  void anEmptyExportSaysSoAndHasNoLink() {
    House house = new House(Generation.V3);

    assertThat(house.result("homer_export_pcap", "{'callid': 'none@h'}").getAsJsonArray("content"))
        .hasSize(1);
    assertThat(house.refused("opensips://calls/none%40h/1700000000000/1800000000000/pcap"))
        .contains("0 packets");
  }

  @Test
  void noUriLeadsOutOfTheDirectories() throws IOException {
    House house = new House(Generation.V3);
    Path outside = Files.writeString(folder.resolve("outside.pcap"), "no business of a client");
    Files.createSymbolicLink(captures.resolve("link.pcap"), outside);

    for (String path :
        List.of(
            "../outside.pcap",
            "%2E%2E/outside.pcap",
            "..%2Foutside.pcap",
            "x/../../outside.pcap",
            outside.toString().substring(1),
            outside.toString().replace("/", "%2F"),
            "link.pcap",
            "%2Fetc%2Fpasswd",
            "..",
            "%00")) {
      assertThat(house.refused("opensips://captures/" + path))
          .as(path)
          .doesNotContain("no business")
          .containsAnyOf("CAPTURE_OUTSIDE", "CAPTURE_UNREADABLE");
    }
  }

  @Test
  void whoMayNotCallTheToolMayNotReadTheLinkAndEveryReadIsInTheTrail() throws Exception {
    House house = new House(Generation.V3);
    house.call("one@h", 4);
    Path file = captures.resolve("case.pcap");
    String uri =
        house
            .link("homer_export_pcap", "{'callid': 'one@h', 'output_file': '" + file + "'}")
            .get("uri")
            .getAsString();

    Caller narrowed = new Caller("bea", "http", Map.of("path", "/x/core"));
    assertThat(refusal(house.read(uri, narrowed))).doesNotContain("192.0.2.10");
    assertThat(house.resources.templates(narrowed).toString()).doesNotContain("captures");
    assertThat(house.resources.templates(ANN).toString()).contains("opensips://captures/{+path}");

    Set<Scope> without = Set.of(Scope.MI_READ, Scope.DOCS_READ);
    JsonObject path = new JsonObject();
    path.addProperty("path", file.toString());
    assertThat(
            house.gate.pass(
                new Invocation(
                    "capture_get_pcap",
                    path,
                    new Rights("eve", "viewer", without),
                    "http",
                    new ExchangeChannel(new Asking(ANN)))))
        .isNotInstanceOf(GateReply.Done.class);

    house.read(uri);
    List<JsonObject> trail = house.audit.query(AuditFilter.newest(10)).events();
    assertThat(trail.toString()).contains("capture_get_pcap").contains("ann");
  }
}
