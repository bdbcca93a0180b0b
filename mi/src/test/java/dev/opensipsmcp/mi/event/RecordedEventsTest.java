package dev.opensipsmcp.mi.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonStreamParser;
import dev.opensipsmcp.mi.replay.Recording;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every notification that real servers sent while they were recorded, from its bytes. */
class RecordedEventsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** What 4.0 sends for values without names would lose two of them as an object. */
  private static final String THREE_VALUES = "[\"a\",\"b\",\"3\"]";

  private record Sent(List<byte[]> pieces, List<JsonObject> events) {}

  static Stream<String> versions() {
    return Stream.of("3.4.18", "3.6.8", "4.0.1");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void datagramsLoseNoField(String version) throws Exception {
    Sent sent = recorded(version, "event_datagram udp");
    try (EventListener listener = Senders.listener(EventTransport.UDP);
        Senders.Udp node = Senders.udp(listener.port())) {
      for (byte[] piece : sent.pieces()) {
        node.send(piece);
      }
      assertSame(listener, sent.events());
    }
  }

  @ParameterizedTest
  @MethodSource("versions")
  void unixDatagramsHoldTheSame(String version) throws Exception {
    Sent sent = recorded(version, "event_datagram unix");
    try (EventListener listener = Senders.listener(EventTransport.UDP);
        Senders.Udp node = Senders.udp(listener.port())) {
      for (byte[] piece : sent.pieces()) {
        node.send(piece);
      }
      assertSame(listener, sent.events());
    }
  }

  @ParameterizedTest
  @MethodSource("versions")
  void aStreamLosesNoFieldThoughNothingSeparatesItsObjects(String version) throws Exception {
    Sent sent = recorded(version, "event_stream");
    try (EventListener listener = Senders.listener(EventTransport.TCP);
        Senders.Tcp node = Senders.tcp(listener.port())) {
      for (byte[] piece : sent.pieces()) {
        node.send(piece);
      }
      assertSame(listener, sent.events());
    }
  }

  @Test
  void theMethodOfASubscriptionStandsForTheName() {
    assertThat(recorded("3.6.8", "event_stream").events())
        .anyMatch(event -> event.get("method").getAsString().equals("my_method"));
  }

  @ParameterizedTest
  @MethodSource("versions")
  void valuesWithoutNamesAreAllThere(String version) {
    assertThat(recorded(version, "event_datagram udp").events())
        .anyMatch(
            event -> event.has("params") && event.get("params").toString().equals(THREE_VALUES));
  }

  private static void assertSame(EventListener listener, List<JsonObject> sent)
      throws InterruptedException {
    List<ReceivedEvent> seen = Senders.collect(listener, sent.size(), PATIENCE);
    assertThat(seen).hasSameSizeAs(sent).isNotEmpty();
    for (int i = 0; i < sent.size(); i++) {
      JsonObject one = sent.get(i);
      JsonElement params = one.has("params") ? one.get("params") : JsonNull.INSTANCE;
      assertThat(seen.get(i).sequence()).isEqualTo(i + 1L);
      assertThat(seen.get(i).name()).isEqualTo(one.get("method").getAsString());
      assertThat(seen.get(i).params()).isEqualTo(params);
    }
    assertThat(listener.counts().undecodable()).isZero();
    assertThat(listener.counts().lost()).isZero();
  }

  private static Sent recorded(String version, String transport) {
    List<byte[]> pieces = new ArrayList<>();
    List<JsonObject> events = new ArrayList<>();
    for (Recording recording : Recording.all("events")) {
      boolean wanted =
          recording.text("version").orElseThrow().equals(version)
              && recording.text("transport").orElseThrow().equals(transport);
      if (wanted) {
        String data = recording.text("data").orElseThrow();
        byte[] bytes = data.getBytes(StandardCharsets.UTF_8);
        assertThat(bytes).hasSize(recording.json().get("bytes").getAsInt());
        pieces.add(bytes);
        String named = data.replace("{\"\":\"a\",\"\":\"b\",\"\":\"3\"}", THREE_VALUES);
        new JsonStreamParser(named).forEachRemaining(event -> events.add(event.getAsJsonObject()));
      }
    }
    return new Sent(pieces, events);
  }
}
