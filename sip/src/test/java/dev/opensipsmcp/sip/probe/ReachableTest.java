package dev.opensipsmcp.sip.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReachableTest {

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1", "10.1.2.3", "172.16.0.1", "192.168.0.1", "fd00::1"})
  void privateAddressesMayBeAsked(String host) {
    assertThat(new Reachable(List.of()).find(host)).isInstanceOf(Reachable.Way.Open.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"198.51.100.7", "169.254.169.254", "fe80::1", "fec0::1", "2001:db8::1"})
  void noOthersMay(String host) {
    assertThat(new Reachable(List.of()).find(host)).isInstanceOf(Reachable.Way.Closed.class);
  }

  @Test
  void whatIsAllowedMayBeAskedAndNothingBesideIt() {
    Reachable some = new Reachable(List.of("198.51.100.0/24"));
    assertThat(some.find("198.51.100.7")).isInstanceOf(Reachable.Way.Open.class);
    assertThat(some.find("198.51.101.7")).isInstanceOf(Reachable.Way.Closed.class);
  }
}
