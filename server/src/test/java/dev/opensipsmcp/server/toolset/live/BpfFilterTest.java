package dev.opensipsmcp.server.toolset.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BpfFilterTest {

  @ParameterizedTest
  @CsvSource({
    "port 5060, port 5060",
    "udp and (port 5060 or portrange 10000-20000), "
        + "udp and ( port 5060 or portrange 10000-20000 )",
    "not src host 2001:db8::1, not src host 2001:db8::1",
    "net 192.0.2.0/24, net 192.0.2.0/24"
  })
  void addressesAndPortsPass(String text, String filter) {
    assertThat(BpfFilter.of(text)).contains(filter);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-w /etc/passwd",
        "-z reboot",
        "host evil.example",
        "port 5060; reboot",
        "udp[8:4] = 0x52454749",
        "port sip",
        "host 192.0.2.999",
        "port 5060\nor port 22",
        "$(id)"
      })
  void allElseIsRefused(String text) {
    assertThat(BpfFilter.of(text)).isEmpty();
  }
}
