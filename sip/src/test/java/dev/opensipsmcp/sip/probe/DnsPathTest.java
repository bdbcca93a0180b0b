package dev.opensipsmcp.sip.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.sip.internal.probe.DnsMessage;
import dev.opensipsmcp.sip.message.SipUris;
import dev.opensipsmcp.sip.testing.DnsStandIn;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A SIP URI leads to servers in the order of RFC 3263. */
class DnsPathTest {

  private static DnsPath path(DnsStandIn server, String uri) {
    return DnsPaths.of(SipUris.parse(uri).orElseThrow(), server.client(), () -> false);
  }

  private static List<String> hops(DnsPath path) {
    return path.hops().stream()
        .map(hop -> hop.transport().word() + ' ' + hop.address() + ':' + hop.port())
        .toList();
  }

  @Test
  void naptrThenSrvThenAddressesInOrder() {
    try (DnsStandIn server =
        DnsStandIn.start()
            .pointer("example.org", 600, 20, 1, "SIP+D2U", "_sip._udp.example.org")
            .pointer("example.org", 600, 10, 5, "SIP+D2T", "_sip._tcp.example.org")
            .pointer("example.org", 600, 10, 2, "SIPS+D2T", "_sips._tcp.example.org")
            .pointer("example.org", 600, 5, 1, "E2U+sip", "x.example.org")
            .service("_sips._tcp.example.org", 300, 1, 0, 5061, "edge.example.org")
            .service("_sip._tcp.example.org", 300, 2, 10, 5060, "late.example.org")
            .service("_sip._tcp.example.org", 300, 1, 30, 5070, "edge.example.org")
            .service("_sip._tcp.example.org", 300, 1, 70, 5080, "big.example.org")
            .address("edge.example.org", 60, "192.0.2.1")
            .address("edge.example.org", 90, "2001:db8::1")
            .address("big.example.org", 900, "192.0.2.2")
            .address("late.example.org", 900, "192.0.2.3")) {
      DnsPath path = path(server, "sip:alice@example.org");
      assertThat(hops(path))
          .containsExactly(
              "tls 192.0.2.1:5061",
              "tls 2001:db8:0:0:0:0:0:1:5061",
              "tcp 192.0.2.2:5080",
              "tcp 192.0.2.1:5070",
              "tcp 2001:db8:0:0:0:0:0:1:5070",
              "tcp 192.0.2.3:5060");
      assertThat(path.hops().get(2).share()).isEqualTo(70);
      assertThat(path.hops().get(0).ttl()).isEqualTo(60);
      assertThat(path.hops().get(2).ttl()).isEqualTo(300);
      assertThat(path.remarks().toString()).contains("E2U+SIP", "_sip._udp.example.org");
      assertThat(server.asked()).doesNotHaveDuplicates();

      assertThat(hops(path(server, "sips:alice@example.org")))
          .containsExactly("tls 192.0.2.1:5061", "tls 2001:db8:0:0:0:0:0:1:5061");
    }
  }

  @Test
  void withoutNaptrTheUsualSrvNamesAreAsked() {
    try (DnsStandIn server =
        DnsStandIn.start()
            .service("_sip._udp.example.org", 30, 1, 0, 5062, "a.example.org")
            .address("a.example.org", 60, "192.0.2.9")) {
      assertThat(hops(path(server, "sip:example.org"))).containsExactly("udp 192.0.2.9:5062");
      assertThat(server.asked())
          .startsWith("example.org 35", "_sip._udp.example.org 33")
          .contains("_sip._tcp.example.org 33", "_sips._tcp.example.org 33");
    }
  }

  @Test
  void withoutSrvTheHostItselfIsTaken() {
    try (DnsStandIn server = DnsStandIn.start().unknown(3).address("pbx.lan", 5, "10.1.1.1")) {
      DnsPath path = path(server, "sip:pbx.lan");
      assertThat(hops(path)).containsExactly("udp 10.1.1.1:5060");
      assertThat(path.hops().getFirst().ttl()).isEqualTo(5);
      assertThat(hops(path(server, "sips:pbx.lan"))).containsExactly("tls 10.1.1.1:5061");
      assertThat(hops(path(server, "sip:pbx.lan;transport=tcp")))
          .containsExactly("tcp 10.1.1.1:5060");
    }
  }

  @Test
  void aPortOrAnAddressSkipsWhatItMakesNeedless() {
    try (DnsStandIn server = DnsStandIn.start().address("pbx.lan", 5, "10.1.1.1")) {
      assertThat(hops(path(server, "sip:pbx.lan:5999"))).containsExactly("udp 10.1.1.1:5999");
      assertThat(server.asked()).containsExactly("pbx.lan 1", "pbx.lan 28");
      assertThat(hops(path(server, "sip:[2001:db8::5]:7;transport=tcp")))
          .containsExactly("tcp 2001:db8::5:7");
      assertThat(server.asked()).hasSize(2);
    }
  }

  @Test
  void deadEndsAreSaid() {
    try (DnsStandIn server =
        DnsStandIn.start()
            .pointer("example.org", 1, 1, 1, "SIP+D2U", "_sip._udp.gone.example.org")
            .service("_sip._udp.none.org", 1, 0, 0, 0, ".")
            .service("_sip._tcp.none.org", 1, 1, 1, 5060, "away.none.org")
            .service("_sip._udp.alias.org", 1, 1, 1, 5060, "www.alias.org")
            .alias("www.alias.org", 9, "web.alias.org")) {
      DnsPath dead = path(server, "sip:example.org");
      assertThat(dead.hops()).isEmpty();
      assertThat(dead.remarks().toString()).contains("that way is dead", "No server is found");
      assertThat(path(server, "sip:none.org").remarks().toString())
          .contains("decidedly not there", "away.none.org has no address");
      assertThat(path(server, "sip:alias.org").remarks().toString()).contains("alias (CNAME)");
    }
  }

  @Test
  void anAnswerThatDoesNotFitIsFetchedOverTcp() {
    try (DnsStandIn server = DnsStandIn.start().cutting().address("pbx.lan", 5, "10.1.1.1")) {
      assertThat(hops(path(server, "sip:pbx.lan:1"))).containsExactly("udp 10.1.1.1:1");
    }
  }

  @Test
  void whoeverGuessesAnswersIsNotBelieved() {
    try (DnsStandIn server = DnsStandIn.start().guessed().address("pbx.lan", 5, "10.1.1.1")) {
      assertThat(hops(path(server, "sip:pbx.lan:1"))).containsExactly("udp 10.1.1.1:1");
    }
  }

  @Test
  void aServerThatIsSilentOrRefusesIsNamed() {
    try (DnsStandIn server = DnsStandIn.start().silent()) {
      assertThat(path(server, "sip:pbx.lan:1").remarks().toString()).contains("did not answer");
    }
    try (DnsStandIn server = DnsStandIn.start().unknown(5)) {
      assertThat(path(server, "sip:pbx.lan:1").remarks().toString()).contains("REFUSED");
    }
    DnsClient none = new DnsClient(List.of(), Duration.ofSeconds(1));
    assertThat(none.ask("example.org", DnsType.A)).isInstanceOf(DnsAnswer.Failed.class);
  }

  @Test
  void namesThatNoServerCanBeAskedForAreNotAsked() {
    try (DnsStandIn server = DnsStandIn.start()) {
      for (String name : List.of("", ".", "a..b", "x".repeat(64), "a.".repeat(130), "caf\u00e9")) {
        assertThat(server.client().ask(name, DnsType.A)).isInstanceOf(DnsAnswer.Failed.class);
      }
      assertThat(server.asked()).isEmpty();
    }
  }

  @Test
  void theSystemsNameServersAreRead(@TempDir Path directory) throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("resolv.conf"),
            """
            # old
            nameserver 192.0.2.53
            search lan
            nameserver fe80::1%eth0
            nameserver 2001:db8::53
            """);
    assertThat(DnsClient.servers(file))
        .extracting(InetSocketAddress::getPort)
        .containsExactly(53, 53);
    assertThat(DnsClient.servers(directory.resolve("none"))).isEmpty();
  }

  @Property(tries = 2_000)
  void garbageIsNoAnswer(@ForAll @Size(max = 80) byte[] tail) {
    byte[] question = DnsMessage.question(7, "a.example", DnsType.NAPTR).orElseThrow();
    byte[] bytes = new byte[question.length + tail.length];
    System.arraycopy(question, 0, bytes, 0, question.length);
    System.arraycopy(tail, 0, bytes, question.length, tail.length);
    bytes[2] = (byte) 0x81;
    bytes[3] = 0;
    bytes[7] = 3;
    assertThat(DnsMessage.read(bytes, question)).isNotNull();
    assertThat(DnsMessage.read(tail, question)).isNotNull();
  }
}
