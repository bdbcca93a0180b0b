package dev.opensipsmcp.sip.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class IpNetworkTest {

  @Test
  void onlyWholeAddressesAreAddresses() {
    for (String text :
        List.of(
            "", "1", "10.1", "010.0.0.1", "256.0.0.1", "host", "fe80::1%eth0", "::g", "[::1]")) {
      assertThat(IpAddress.of(text)).as(text).isEmpty();
    }
    assertThat(IpAddress.of("::ffff:127.0.0.1")).hasValue(address("127.0.0.1"));
    assertThat(IpNetwork.parse("10.0.0.0/33")).isEmpty();
    assertThat(IpNetwork.parse("10.0.0.0/")).isEmpty();
    assertThat(IpNetwork.parse("10.0.0.0/-1")).isEmpty();
  }

  @Test
  void aNetworkHoldsWhatSharesItsBits() {
    IpNetwork network = IpNetwork.parse("203.0.113.64/26").orElseThrow();
    assertThat(network.contains(address("203.0.113.127"))).isTrue();
    assertThat(network.contains(address("203.0.113.128"))).isFalse();
    assertThat(network.contains(address("2001:db8::1"))).isFalse();
    assertThat(IpNetwork.parse("2001:db8::/32").orElseThrow().contains(address("2001:db8:ffff::1")))
        .isTrue();
  }

  @Property
  void everyAddressIsInItsNetworksAndNothingElseIsInItsOwn(
      @ForAll int address, @ForAll int other, @ForAll @IntRange(max = 32) int bits) {
    IpAddress one = four(address);
    assertThat(new IpNetwork(one, bits).contains(one)).isTrue();
    assertThat(new IpNetwork(one, 32).contains(four(other))).isEqualTo(address == other);
    assertThat(IpNetwork.parse(new IpNetwork(one, bits).toString()))
        .hasValue(new IpNetwork(one, bits));
  }

  private static IpAddress four(int value) {
    return address(
        "%d.%d.%d.%d"
            .formatted(value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff));
  }

  private static IpAddress address(String text) {
    return IpAddress.of(text).orElseThrow();
  }
}
