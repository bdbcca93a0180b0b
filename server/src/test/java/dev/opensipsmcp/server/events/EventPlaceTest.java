package dev.opensipsmcp.server.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.opensipsmcp.mi.MiEndpoint;
import dev.opensipsmcp.mi.event.EventTransport;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where events are received follows from the way to the node, unless it is configured. */
class EventPlaceTest {
  private static final MiEndpoint HERE = MiEndpoint.parse("http://127.0.0.1:8888/mi");

  private static EventOptions options(String listen, String advertise, String... from) {
    return new EventOptions(
        Optional.of(listen).filter(text -> !text.isEmpty()),
        0,
        Optional.of(advertise).filter(text -> !text.isEmpty()),
        EventTransport.UDP,
        List.of(from),
        10);
  }

  @Test
  void aNodeOnThisMachineSendsOverLoopbackAndNobodyElseMay() throws IOException {
    for (MiEndpoint endpoint : List.of(HERE, MiEndpoint.parse("unix:///run/opensips/mi.sock"))) {
      EventPlace place = EventPlace.of(endpoint, EventOptions.defaults());
      assertThat(place.advertise()).isEqualTo("127.0.0.1");
      assertThat(place.listener().bind().getAddress().isLoopbackAddress()).isTrue();
      assertThat(place.listener().senders()).containsExactly(InetAddress.getByName("127.0.0.1"));
    }
  }

  @Test
  void whatIsListenedOnEverywhereIsAdvertisedByTheWayToTheNode() throws IOException {
    EventPlace place = EventPlace.of(HERE, options("0.0.0.0", ""));
    assertThat(place.listener().bind().getAddress().isAnyLocalAddress()).isTrue();
    assertThat(place.advertise()).isEqualTo("127.0.0.1");
  }

  @Test
  void anotherAddressCanBeAdvertisedAndOthersMaySend() throws IOException {
    EventPlace place = EventPlace.of(HERE, options("127.0.0.1", "203.0.113.9", "192.0.2.7"));
    assertThat(place.advertise()).isEqualTo("203.0.113.9");
    assertThat(place.listener().senders()).containsExactly(InetAddress.getByName("192.0.2.7"));
    assertThat(EventPlace.of(HERE, options("", "", "any")).listener().senders()).isEmpty();
  }

  @Test
  void aNodeOnThisMachineMaySendFromTheAddressThatIsAdvertised() throws IOException {
    EventPlace place = EventPlace.of(HERE, options("127.0.0.1", "127.0.0.2"));
    assertThat(place.listener().senders())
        .containsExactlyInAnyOrder(
            InetAddress.getByName("127.0.0.1"), InetAddress.getByName("127.0.0.2"));
  }

  @Test
  void aNameWithoutAddressIsSaid() {
    assertThatIOException()
        .isThrownBy(() -> EventPlace.of(HERE, options("no-such-host.invalid", "")));
  }
}
