package dev.opensipsmcp.server.toolset.homer;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.opensipsmcp.lab.homer.HomerLab;
import dev.opensipsmcp.lab.homer.HomerLabSettings;
import dev.opensipsmcp.lab.homer.HomerLabSettings.Generation;
import dev.opensipsmcp.lab.homer.HomerPacket;
import dev.opensipsmcp.server.config.EvidenceEntry;
import dev.opensipsmcp.server.config.EvidenceEntry.CaptureEntry;
import dev.opensipsmcp.server.config.EvidenceEntry.HomerEntry;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.Toolset;
import dev.opensipsmcp.server.toolset.evidence.EvidenceDesk;
import dev.opensipsmcp.server.toolset.testing.NodePorts;
import dev.opensipsmcp.server.toolset.testing.Outcomes;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Homer's tools on a server with a call.
 *
 * @param lab the server
 * @param tools the tools
 * @param ports reach no node
 */
record OnHomer(HomerLab lab, Toolset tools, NodePorts ports) implements AutoCloseable {
  static final Instant NOON = Instant.parse("2026-11-20T12:00:00.250Z");
  static final String SECRET = "sipcapture";

  static OnHomer make(Generation generation, List<Path> captures) {
    HomerLab lab = HomerLab.start(HomerLabSettings.of(generation));
    return new OnHomer(lab, tools(Optional.of(entry(lab)), captures), NodePorts.nowhere());
  }

  static HomerEntry entry(HomerLab lab) {
    return new HomerEntry(
        lab.url().toString(),
        "auto",
        Optional.of("admin"),
        Optional.of(SECRET),
        Optional.empty(),
        Optional.empty(),
        20_000);
  }

  static Toolset tools(Optional<HomerEntry> homer, List<Path> captures) {
    return HomerToolset.make(desk(homer, captures));
  }

  static EvidenceDesk desk(Optional<HomerEntry> homer, List<Path> captures) {
    EvidenceEntry none = EvidenceDesk.none().settings();
    return new EvidenceDesk(
        new EvidenceEntry(
            new CaptureEntry(captures, Optional.empty(), List.of()),
            none.hep(),
            homer,
            none.relays(),
            none.fail2ban(),
            none.probes(),
            Map.of("198.51.100.1", "edge")),
        InstantSource.fixed(NOON.plusSeconds(600)));
  }

  /** A call that is busy, and its leg behind a B2BUA. */
  void busy(String callId) {
    String leg = "b-" + callId;
    sip(0, "192.0.2.10:5060", "198.51.100.1:5060", request("INVITE", callId), "");
    sip(1, "198.51.100.1:5060", "192.0.2.10:5060", response(100, callId), "");
    sip(5, "198.51.100.1:5060", "203.0.113.20:5060", request("INVITE", leg), callId);
    sip(80, "203.0.113.20:5060", "198.51.100.1:5060", response(486, leg), callId);
    sip(82, "198.51.100.1:5060", "203.0.113.20:5060", request("ACK", leg), callId);
    sip(90, "198.51.100.1:5060", "192.0.2.10:5060", response(486, callId), "");
    sip(95, "192.0.2.10:5060", "198.51.100.1:5060", request("ACK", callId), "");
  }

  private void sip(int ms, String from, String to, String raw, String correlation) {
    lab.keep(HomerPacket.sip(NOON.plusMillis(ms), from, to, raw).correlated(correlation));
  }

  static String request(String method, String callId) {
    return method
        + " sip:200@example.com SIP/2.0\r\nVia: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK-"
        + callId
        + "\r\nFrom: <sip:100@example.com>;tag=a\r\nTo: <sip:200@example.com>\r\nCall-ID: "
        + callId
        + "\r\nCSeq: 1 "
        + method
        + "\r\nAuthorization: Digest username=\"100\", response=\"6629fae49393a05397450978507c4ef1\""
        + "\r\nContent-Length: 0\r\n\r\n";
  }

  static String response(int code, String callId) {
    return request("INVITE", callId)
        .replaceFirst("^[^\r]*", "SIP/2.0 " + code + " Reason")
        .replaceFirst("Authorization:[^\r]*\r\n", "");
  }

  Tool tool(String name) {
    return tools.tools().stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
  }

  static Arguments arguments(String text) {
    return new Arguments(JsonParser.parseString(text.replace('\'', '"')).getAsJsonObject());
  }

  Outcome run(String name, String text) {
    Arguments arguments = arguments(text);
    return switch (tool(name).work()) {
      case Work.Read read -> read.run(arguments, ports);
      case Work.PerCall per ->
          switch (per.choose(arguments, ports)) {
            case Work.Choice.Chosen(_, Work.Read read) -> read.run(arguments, ports);
            case Work.Choice.Refused(Outcome.Failure failure) -> failure;
            default -> throw new AssertionError("It would change something.");
          };
      default -> throw new AssertionError(name + " does not read.");
    };
  }

  JsonObject object(String name, String text) {
    return Outcomes.object(tool(name), run(name, text));
  }

  List<JsonObject> rows(String name, String text) {
    return Outcomes.rows(tool(name), run(name, text));
  }

  List<String> warnings(String name, String text) {
    return switch (run(name, text)) {
      case Outcome.Rows rows -> rows.warnings();
      case Outcome.Value value -> value.warnings();
      case Outcome.Failure failure -> List.of(failure.toString());
    };
  }

  @Override
  public void close() {
    ports.close();
    lab.close();
  }
}
