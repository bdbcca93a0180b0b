package dev.opensipsmcp.server.toolset.provision.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** A node prints addresses in its own way; a row is found in its lists all the same. */
class PrintedAddressTest {

  @Test
  void anAddressOfItsOwnIsPrintedAsItIs() {
    assertThat(PrintedAddress.ip(row("203.0.113.5", "32"))).isEqualTo("203.0.113.5");
    assertThat(PrintedAddress.mask(row("203.0.113.5", "32"))).isEqualTo("255.255.255.255");
  }

  @Test
  void aSubnetIsPrintedByItsFirstAddressAndItsMask() {
    assertThat(PrintedAddress.ip(row("192.0.2.77", "24"))).isEqualTo("192.0.2.0");
    assertThat(PrintedAddress.mask(row("192.0.2.77", "24"))).isEqualTo("255.255.255.0");
    assertThat(PrintedAddress.ip(row("10.1.2.3", "0"))).isEqualTo("0.0.0.0");
  }

  @Test
  void anIpv6AddressIsPrintedInCapitalsWithAllItsParts() {
    assertThat(PrintedAddress.ip(row("2001:db8::1a", "128"))).isEqualTo("2001:DB8:0:0:0:0:0:1A");
    assertThat(PrintedAddress.ip(row("2001:db8::1", "32"))).isEqualTo("2001:DB8:0:0:0:0:0:0");
    assertThat(PrintedAddress.mask(row("2001:db8::1", "32"))).isEqualTo("FFFF:FFFF:0:0:0:0:0:0");
  }

  @Test
  void whatIsNoAddressIsLeftAlone() {
    assertThat(PrintedAddress.ip(row("gw.example.net", "32"))).isEqualTo("gw.example.net");
  }

  @Test
  void noTransportIsAnyTransport() {
    assertThat(PrintedAddress.proto(Map.of())).isEqualTo("any");
    assertThat(PrintedAddress.proto(Map.of("proto", "UDP"))).isEqualTo("udp");
  }

  private static Map<String, String> row(String ip, String mask) {
    return Map.of("ip", ip, "mask", mask);
  }
}
