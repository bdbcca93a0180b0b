package dev.opensipsmcp.cfg.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {
  @ParameterizedTest
  @CsvSource({
    "192.0.2.9, 24, c0000200",
    "192.0.2.9, 255.255.0.0, c0000000",
    "192.0.2.9, '', c0000209",
    "2001:db8::1, 32, 20010db8000000000000000000000000",
    "::, '', 00000000000000000000000000000000",
    "1:2:3:4:5:6:7:8, '', 00010002000300040005000600070008",
    "::ffff:192.0.2.1, '', 00000000000000000000ffffc0000201",
    "fe80::1:0:0:2, 64, fe800000000000000000000000000000"
  })
  void aNetworkIsTheBitsThatItCovers(String address, String mask, String bits) {
    assertThat(Network.key(address, mask)).contains(bits);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "1::2::3",
        ":1:2:3:4:5:6:7",
        "12345::",
        "g::",
        "1:2:3:4:5:6:7::8",
        "::192.0.2.300",
        "::1.2.3.4:5",
        "192.0.2.300",
        "localhost"
      })
  void whatIsNoAddressHasNoBits(String text) {
    assertThat(Network.key(text, "")).isEmpty();
  }

  @Test
  void aMaskFitsItsAddress() {
    assertThat(Network.key("192.0.2.9", "33")).isEmpty();
    assertThat(Network.key("2001:db8::1", "255.0.0.0")).isEmpty();
  }
}
