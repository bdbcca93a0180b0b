package dev.opensipsmcp.server.toolset.testing;

import dev.opensipsmcp.lab.homer.HomerLab;
import dev.opensipsmcp.lab.homer.HomerLabSettings;
import dev.opensipsmcp.lab.homer.HomerLabSettings.Generation;
import dev.opensipsmcp.lab.homer.HomerPacket;
import dev.opensipsmcp.server.config.EvidenceEntry;
import dev.opensipsmcp.server.config.EvidenceEntry.BanEntry;
import dev.opensipsmcp.server.config.EvidenceEntry.CaptureEntry;
import dev.opensipsmcp.server.config.EvidenceEntry.HomerEntry;
import dev.opensipsmcp.server.config.EvidenceEntry.LoadEntry;
import dev.opensipsmcp.server.config.EvidenceEntry.RelayEntry;
import dev.opensipsmcp.server.hep.HepEar;
import dev.opensipsmcp.server.toolset.evidence.EvidenceDesk;
import dev.opensipsmcp.server.toolset.tls.SelfMade;
import dev.opensipsmcp.server.toolset.tls.TlsServer;
import dev.opensipsmcp.sip.capture.CaptureWriter;
import dev.opensipsmcp.sip.file.AllowedDirectories;
import dev.opensipsmcp.sip.hep.HepPacket;
import dev.opensipsmcp.sip.hep.PayloadType;
import dev.opensipsmcp.sip.message.SipMessage;
import dev.opensipsmcp.sip.message.SipParser;
import dev.opensipsmcp.sip.testing.UdpStandIn;
import dev.opensipsmcp.sip.trace.CapturedMessage;
import dev.opensipsmcp.sip.trace.Endpoint;
import dev.opensipsmcp.sip.trace.Transport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stands around a node: each has the call {@code one@a}, of alice to bob. A capture file has
 * it, a Homer, an ear that heard it, and a relay that carries it; and there are a phone, and
 * programs that ban addresses, record interfaces and send loads.
 */
public final class Neighbours implements AutoCloseable {
  private static final String CALL = "one@a";

  /** Keeps the banned addresses in a file beside itself. */
  private static final String BANS =
      """
      #!/bin/sh
      banned="$0.banned"
      touch "$banned"
      case "$# $1 $3" in
        "1 status ") echo "\\`- Jail list: opensips" ;;
        "2 status ")
          echo "Status for the jail: opensips"
          echo "|- Filter"
          echo "|  |- Currently failed: 0"
          echo "|  \\`- Total failed: 0"
          echo "\\`- Actions"
          echo "   |- Currently banned: $(wc -l < "$banned")"
          echo "   |- Total banned: $(wc -l < "$banned")"
          echo "   \\`- Banned IP list: $(tr '\\n' ' ' < "$banned")" ;;
        *' get banip') cat "$banned" ;;
        *' set banip') echo "$4" >> "$banned"; echo 1 ;;
        *' set unbanip') grep -vxF "$4" "$banned" > "$banned.new"; mv "$banned.new" "$banned"; echo 1 ;;
        *) exit 1 ;;
      esac
      """;

  /** Writes the header of a pcap and one packet, and ends. */
  private static final String RECORDS =
      """
      #!/bin/sh
      printf '\\324\\303\\262\\241\\2\\0\\4\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\4\\0\\1\\0\\0\\0'
      printf '\\1\\0\\0\\0\\2\\0\\0\\0\\4\\0\\0\\0\\4\\0\\0\\0abcd'
      """;

  /** Counts one call that went well; a long load it keeps up until it is ended. */
  private static final String SENDS =
      """
      #!/bin/sh
      echo "CallRate(C);TotalCallCreated;SuccessfulCall(C);FailedCall(C);Retransmissions(C);" > statistics.csv
      echo "1;1;1;0;0;" >> statistics.csv
      case " $* " in
        *" -timeout "[4-6]?" "*) exec tail -f /dev/null ;;
      esac
      """;

  private static final String SCENARIO =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <scenario name="one">
        <recv request="OPTIONS"/>
      </scenario>
      """;

  private final HomerLab homer;
  private final UdpStandIn phone;
  private final StandInRelay relay;
  private final EvidenceDesk desk;
  private Optional<TlsServer> tls = Optional.empty();

  private Neighbours(Path directory, InstantSource clock) throws IOException {
    Path captures = Files.createDirectories(directory.resolve("captures"));
    Instant now = clock.instant();
    StandInPrograms.write(directory.toAbsolutePath());
    new CaptureWriter(new AllowedDirectories(List.of(captures)))
        .write(captures.resolve("day.pcap"), List.of(invite(now)));
    homer = HomerLab.start(HomerLabSettings.of(Generation.V3));
    homer.keep(HomerPacket.sip(now, "192.0.2.1:5060", "192.0.2.2:5060", text()));
    phone = UdpStandIn.start((request, number) -> List.of(UdpStandIn.answer(request, "200 OK")));
    relay = new StandInRelay();
    relay.carry(
        CALL,
        now.getEpochSecond(),
        new long[] {500, 400},
        new long[] {now.getEpochSecond(), now.getEpochSecond()});
    EvidenceEntry none = EvidenceDesk.none().settings();
    EvidenceEntry settings =
        new EvidenceEntry(
            new CaptureEntry(
                List.of(captures),
                Optional.of(program(directory.resolve("recorder"), RECORDS)),
                List.of("lo")),
            none.hep(),
            Optional.of(
                new HomerEntry(
                    homer.url().toString(),
                    "v3",
                    Optional.of("admin"),
                    Optional.of("sipcapture"),
                    Optional.empty(),
                    Optional.empty(),
                    20_000)),
            List.of(new RelayEntry("east", "rtpengine", relay.url(), 5_000)),
            new BanEntry(
                Optional.of(program(directory.resolve("bans"), BANS)),
                Optional.empty(),
                List.of(),
                List.of()),
            none.probes(),
            Map.of(),
            load(directory));
    desk = new EvidenceDesk(settings, clock, new HepEar(settings.hep(), List.of(), clock));
    desk.ear().place("lab");
    desk.ear().received().orElseThrow().store().add(copy(now));
  }

  /**
   * {@return them, at work}
   *
   * @param directory where their files are
   * @param clock the time that they had the call at
   */
  public static Neighbours around(Path directory, InstantSource clock) throws IOException {
    return new Neighbours(directory, clock);
  }

  private static LoadEntry load(Path directory) throws IOException {
    Path loads = Files.createDirectories(directory.resolve("loads"));
    Files.writeString(loads.resolve("one.xml"), SCENARIO);
    return new LoadEntry(
        Optional.of(program(directory.resolve("sender"), SENDS)),
        Optional.of(loads),
        List.of("127.0.0.0/8"),
        100,
        100,
        1_000,
        60);
  }

  /** {@return where a phone is that answers every request, as {@code host:port}} */
  public String phone() {
    return "127.0.0.1:" + phone.target().port();
  }

  /** {@return the port of a TLS server on loopback, which starts when it is asked for} */
  public synchronized int tlsPort() {
    try {
      if (tls.isEmpty()) {
        SelfMade made = SelfMade.ec("lab.example", Instant.EPOCH, Instant.EPOCH.plusSeconds(1));
        tls = Optional.of(TlsServer.start(made, false));
      }
      return tls.get().port();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * {@return the methods of the requests that the phone got, and a word for each connection to the
   * TLS server}
   */
  public synchronized List<String> heard() {
    List<String> heard = new ArrayList<>();
    phone.requests().stream().map(SipMessage::method).forEach(heard::add);
    tls.ifPresent(server -> heard.addAll(Collections.nCopies(server.accepted(), "TLS")));
    return heard;
  }

  /** {@return what tools reach them by} */
  public EvidenceDesk desk() {
    return desk;
  }

  private static Path program(Path file, String text) throws IOException {
    Files.writeString(file, text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }

  private static String text() {
    return "INVITE sip:bob@example.net SIP/2.0\r\n"
        + "Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1\r\n"
        + "From: <sip:alice@example.org>;tag=1\r\n"
        + "To: <sip:bob@example.net>\r\nCall-ID: "
        + CALL
        + "\r\nCSeq: 1 INVITE\r\nContent-Length: 0\r\n\r\n";
  }

  private static CapturedMessage invite(Instant when) {
    return new CapturedMessage(
        when,
        Transport.UDP,
        new Endpoint("192.0.2.1", 5060),
        new Endpoint("192.0.2.2", 5060),
        SipParser.parse(text().getBytes(StandardCharsets.UTF_8)),
        "test");
  }

  private static HepPacket copy(Instant when) {
    return new HepPacket(
        3,
        17,
        new Endpoint("192.0.2.1", 5060),
        new Endpoint("192.0.2.2", 5060),
        when,
        PayloadType.SIP,
        text().getBytes(StandardCharsets.UTF_8),
        7,
        Optional.empty(),
        Optional.of(CALL));
  }

  @Override
  public synchronized void close() {
    tls.ifPresent(TlsServer::close);
    desk.ear().close();
    relay.close();
    phone.close();
    homer.close();
  }
}
