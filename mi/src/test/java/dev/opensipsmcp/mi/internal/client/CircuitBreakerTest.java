package dev.opensipsmcp.mi.internal.client;

import static dev.opensipsmcp.mi.replay.Nodes.error;
import static dev.opensipsmcp.mi.replay.Nodes.value;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiClient;
import dev.opensipsmcp.mi.MiEndpoint;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiHealth;
import dev.opensipsmcp.mi.MiHealth.Breaker;
import dev.opensipsmcp.mi.MiRequest;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.mi.MiSettings;
import dev.opensipsmcp.mi.replay.HttpNode;
import dev.opensipsmcp.mi.replay.HttpNode.Played;
import dev.opensipsmcp.mi.replay.Nodes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A node that does not answer is left alone for a while, so that it costs its callers no time. */
@Timeout(60)
class CircuitBreakerTest {
  private static final MiRequest READ = MiRequest.read("uptime", new JsonObject());
  private static final MiRequest WRITE =
      MiRequest.write("dlg_end_dlg", Nodes.json("{'dialog_id':'a@example.com'}"));

  private final AtomicLong now = new AtomicLong(-7);
  private final AtomicReference<HttpNode.Script> script =
      new AtomicReference<>(call -> call.result("{}"));

  private HttpNode node() {
    return Nodes.of("3.6", call -> script.get().answer(call));
  }

  private MiClient client(HttpNode node) {
    return NodeClient.of(
        MiEndpoint.parse(node.url().toString()),
        Nodes.impatient().withRest(MiSettings.Rest.DEFAULT),
        now::get);
  }

  private void later(Duration time) {
    now.addAndGet(time.toNanos());
  }

  private void failing() {
    script.set(call -> Played.silence());
  }

  private void answering() {
    script.set(call -> call.result("{}"));
  }

  @Test
  void threeFailuresInARowOpenItAndThenNothingIsSent() throws Exception {
    try (HttpNode node = node();
        MiClient client = client(node)) {
      value(client.call(READ));
      failing();
      for (int i = 0; i < 3; i++) {
        assertThat(client.health().breaker()).isEqualTo(Breaker.CLOSED);
        error(client.call(READ), MiError.OutcomeUnknown.class);
      }
      int sent = node.calls().size();
      later(Duration.ofSeconds(2));

      MiError.Resting resting = error(client.call(READ), MiError.Resting.class);
      assertThat(resting.code()).isEqualTo("MI_NODE_RESTING");
      assertThat(resting.cause())
          .contains("none of the last 3 calls", "for 2 s", "nothing was sent", "sent no answer");
      assertThat(resting.nextStep()).contains("after 3 s");
      error(client.node(), MiError.Resting.class);
      assertThat(node.calls()).hasSize(sent);

      MiHealth health = client.health();
      assertThat(health.breaker()).isEqualTo(Breaker.OPEN);
      assertThat(health.failures()).isEqualTo(3);
      assertThat(health.failingFor()).isEqualTo(Duration.ofSeconds(2));
      assertThat(health.retryIn()).isEqualTo(Duration.ofSeconds(3));
    }
  }

  @Test
  void aChangeThatMeetsAnOpenBreakerHasNotRun() throws Exception {
    try (HttpNode node = node();
        MiClient client = client(node)) {
      value(client.call(READ));
      failing();
      MiError.OutcomeUnknown unknown = error(client.call(WRITE), MiError.OutcomeUnknown.class);
      assertThat(unknown.mayHaveRun()).isTrue();
      error(client.call(READ), MiError.OutcomeUnknown.class);
      error(client.call(READ), MiError.OutcomeUnknown.class);
      int sent = node.calls().size();
      assertThat(error(client.call(WRITE), MiError.Resting.class).cause())
          .contains("nothing was sent");
      assertThat(node.calls()).hasSize(sent);
    }
  }

  @Test
  void afterTheRestOneReadTriesTheNodeAndItsAnswerClosesIt() throws Exception {
    try (HttpNode node = node();
        MiClient client = client(node)) {
      open(client);
      answering();
      int sent = node.calls().size();
      later(Duration.ofMillis(4_999));
      error(client.call(WRITE), MiError.Resting.class);
      later(Duration.ofMillis(1));
      value(client.call(WRITE));
      assertThat(client.health()).isEqualTo(MiHealth.good());
      // It may have come back as another version, so what tries it is the question for that.
      assertThat(node.calls().subList(sent, node.calls().size()))
          .extracting(call -> call.method())
          .containsExactly("version", "which", "dlg_end_dlg");
    }
  }

  @Test
  void aNodeThatFailsAgainRestsOnceMore() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    try (HttpNode node =
            HttpNode.start(call -> {
              asked.incrementAndGet();
              return Played.of("");
            });
        MiClient client = client(node)) {
      for (int i = 0; i < 3; i++) {
        error(client.node(), MiError.OutcomeUnknown.class);
      }
      for (int i = 0; i < 2; i++) {
        later(Duration.ofSeconds(5));
        error(client.call(READ), MiError.OutcomeUnknown.class);
        int before = asked.get();
        assertThat(error(client.call(READ), MiError.Resting.class).nextStep()).contains("5 s");
        assertThat(asked).hasValue(before);
      }
      assertThat(client.health().failures()).isEqualTo(5);
      assertThat(client.health().failingFor()).isEqualTo(Duration.ofSeconds(10));
    }
  }

  @Test
  void whileOneCallTriesTheNodeOthersAreAnsweredWithoutIt() throws Exception {
    CountDownLatch reached = new CountDownLatch(1);
    CountDownLatch released = new CountDownLatch(1);
    try (HttpNode node =
            HttpNode.start(call -> {
              if (now.get() < 0) {
                return Played.of("");
              }
              reached.countDown();
              await(released);
              return call.result("{\"Server\":\"OpenSIPS (3.6.8 (x86_64/linux))\"}");
            });
        MiClient client = client(node);
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 3; i++) {
        error(client.node(), MiError.OutcomeUnknown.class);
      }
      later(Duration.ofSeconds(6));
      Future<MiHealth> trying =
          callers.submit(() -> {
            client.node();
            return client.health();
          });
      await(reached);
      assertThat(client.health().breaker()).isEqualTo(Breaker.HALF_OPEN);
      assertThat(error(client.call(READ), MiError.Resting.class).nextStep())
          .isEqualTo("Another call is trying it now; ask again in a moment.");
      error(client.call(WRITE), MiError.Resting.class);
      released.countDown();
      assertThat(trying.get().breaker()).isEqualTo(Breaker.CLOSED);
    }
  }

  @Test
  void refusalsOfTheNodeAreAnswers() throws Exception {
    try (HttpNode node = node();
        MiClient client = client(node)) {
      List<HttpNode.Script> answers =
          List.of(
              call -> call.error(404, "Not found"),
              call -> call.error(-32602, "Invalid params"),
              call -> Played.of("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n"),
              call -> Played.json("<html>"));
      for (HttpNode.Script answer : answers) {
        script.set(answer);
        for (int i = 0; i < 4; i++) {
          assertThat(client.call(READ)).isInstanceOf(MiResult.Failure.class);
        }
        assertThat(client.health()).isEqualTo(MiHealth.good());
      }
    }
  }

  @Test
  void anAnswerBetweenFailuresStartsTheCountAnew() throws Exception {
    try (HttpNode node = node();
        MiClient client = client(node)) {
      value(client.call(READ));
      for (int round = 0; round < 2; round++) {
        failing();
        error(client.call(READ), MiError.OutcomeUnknown.class);
        error(client.call(READ), MiError.OutcomeUnknown.class);
        answering();
        value(client.call(READ));
      }
      assertThat(client.health()).isEqualTo(MiHealth.good());
    }
  }

  @Test
  void callsThatWaitTheirTurnBehindASilentNodeAreSparedToo() throws Exception {
    MiSettings settings = Nodes.impatient().withRest(new MiSettings.Rest(2, Duration.ofSeconds(5)));
    try (HttpNode node = node();
        MiClient client =
            NodeClient.of(MiEndpoint.parse(node.url().toString()), settings, now::get);
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      value(client.call(READ));
      failing();
      int sent = node.calls().size();
      List<Future<MiResult<?>>> calls = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        calls.add(callers.submit(() -> client.call(READ)));
      }
      int resting = 0;
      for (Future<MiResult<?>> call : calls) {
        resting += error(call.get(), MiError.class) instanceof MiError.Resting ? 1 : 0;
      }
      assertThat(resting).isEqualTo(18);
      assertThat(node.calls()).hasSize(sent + 2);
    }
  }

  @Test
  void aCallThatIsWithdrawnSaysNothingAboutTheNode() throws Exception {
    CountDownLatch reached = new CountDownLatch(3);
    try (HttpNode node =
            Nodes.of(
                "3.6",
                call -> {
                  reached.countDown();
                  return Played.silence();
                });
        MiClient client =
            NodeClient.of(MiEndpoint.parse(node.url().toString()), Nodes.SETTINGS, now::get)) {
      value(client.node());
      for (int i = 0; i < 3; i++) {
        long before = reached.getCount();
        Thread caller = Thread.ofVirtual().start(() -> client.call(READ));
        while (reached.getCount() == before) {
          Thread.sleep(2);
        }
        caller.interrupt();
        caller.join();
      }
      assertThat(client.health()).isEqualTo(MiHealth.good());
    }
  }

  private void open(MiClient client) {
    value(client.call(READ));
    failing();
    for (int i = 0; i < 3; i++) {
      error(client.call(READ), MiError.OutcomeUnknown.class);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
