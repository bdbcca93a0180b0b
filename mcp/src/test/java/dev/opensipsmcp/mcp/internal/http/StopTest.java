package dev.opensipsmcp.mcp.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.opensipsmcp.mcp.HttpSettings;
import dev.opensipsmcp.mcp.Limits;
import dev.opensipsmcp.mcp.McpServer;
import dev.opensipsmcp.mcp.conformance.Fixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How a listener ends. */
class StopTest {

  @Test
  void requestsInProgressAreAnsweredAndStreamsEnd() throws Exception {
    try (Rig rig = new Rig();
        EventReader busy = new EventReader(rig.open(rig.call("wait")));
        EventReader listener =
            new EventReader(
                rig.open(rig.modern("subscriptions/listen", "{\"notifications\":{}}")))) {
      rig.tools.waiting.acquire();
      Thread closing = Thread.ofVirtual().start(rig.listener::close);
      listener.next();
      assertThat(listener.ended()).isTrue();
      rig.tools.release.countDown();
      assertThat(busy.next()).contains("waited");
      assertThat(closing.join(Duration.ofSeconds(10))).isTrue();
      assertThatThrownBy(() -> rig.send(rig.call("echo"))).isInstanceOf(IOException.class);
    }
  }

  @Test
  void aRequestThatNeverEndsIsCancelled() throws Exception {
    try (Rig rig = new Rig();
        EventReader busy = new EventReader(rig.open(rig.call("wait")))) {
      rig.tools.waiting.acquire();
      rig.listener.close();
      rig.tools.cancelled.acquire();
      assertThat(busy.ended()).isTrue();
    }
  }

  @Test
  void joinWaitsForTheEnd() throws Exception {
    try (Rig rig = new Rig()) {
      Thread joined =
          Thread.ofVirtual()
              .start(() -> {
                try {
                  rig.listener.join();
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              });
      assertThat(joined.join(Duration.ofMillis(100))).isFalse();
      rig.listener.close();
      assertThat(joined.join(Duration.ofSeconds(10))).isTrue();
    }
  }

  @Test
  void closingTheServerClosesItsListeners() {
    URI uri;
    try (McpServer server = Fixture.server(Limits.defaults())) {
      uri = server.serveHttp(Rig.settings(Rig::everybody)).uri();
    }
    assertThatThrownBy(() -> new RawClient(uri)).isInstanceOf(IOException.class);
  }

  @Test
  void aPortThatIsTakenIsNamedInTheError() {
    try (Rig rig = new Rig()) {
      HttpSettings any = Rig.settings(Rig::everybody);
      HttpSettings same =
          new HttpSettings(
              any.host(),
              rig.listener.uri().getPort(),
              any.path(),
              any.allowedHosts(),
              any.allowedOrigins(),
              any.passedHeaders(),
              any.authenticator(),
              false);
      assertThatThrownBy(() -> JettyListener.start(rig.core, same, Rig.FAST))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("127.0.0.1:" + rig.listener.uri().getPort());
    }
  }
}
