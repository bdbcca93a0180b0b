package dev.opensipsmcp.mi;

import static dev.opensipsmcp.mi.replay.Nodes.error;
import static dev.opensipsmcp.mi.replay.Nodes.value;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.replay.HttpNode;
import dev.opensipsmcp.mi.replay.Nodes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One process of a node serves all calls, so they wait their turn here. */
@Timeout(60)
class QueueTest {
  private static final MiRequest READ = MiRequest.read("uptime", new JsonObject());

  @Test
  void oneCallIsInFlightAtATime() throws Exception {
    AtomicInteger inFlight = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    try (HttpNode node =
            Nodes.of(
                "3.6",
                call -> {
                  most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
                  pause();
                  inFlight.decrementAndGet();
                  return call.result("{}");
                });
        MiClient client = Nodes.client(node);
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<MiResult<JsonElement>>> results = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        results.add(callers.submit(() -> client.call(READ)));
      }
      for (Future<MiResult<JsonElement>> result : results) {
        value(result.get());
      }
      assertThat(most).hasValue(1);
    }
  }

  @Test
  void aFullQueueRefusesInsteadOfCollectingCallers() throws Exception {
    MiSettings small =
        new MiSettings(Duration.ofSeconds(5), Duration.ofSeconds(20), 2, Optional.empty());
    CountDownLatch reached = new CountDownLatch(1);
    CountDownLatch released = new CountDownLatch(1);
    try (HttpNode node =
            Nodes.of(
                "3.6",
                call -> {
                  reached.countDown();
                  await(released);
                  return call.result("{}");
                });
        MiClient client = Nodes.client(node, small);
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<MiResult<JsonElement>>> admitted = new ArrayList<>();
      admitted.add(callers.submit(() -> client.call(READ)));
      await(reached);
      admitted.add(callers.submit(() -> client.call(READ)));
      admitted.add(callers.submit(() -> client.call(READ)));
      // Whether or not both wait by now, of the next three at least one finds the queue full.
      List<Future<MiResult<JsonElement>>> more = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        more.add(callers.submit(() -> client.call(READ)));
      }
      int busy = 0;
      List<Future<MiResult<JsonElement>>> all = new ArrayList<>(admitted);
      all.addAll(more);
      while (busy < 3) {
        busy = 0;
        for (Future<MiResult<JsonElement>> call : all) {
          busy += call.isDone() ? 1 : 0;
        }
        Thread.sleep(5);
      }
      released.countDown();
      int refused = 0;
      for (Future<MiResult<JsonElement>> call : all) {
        MiResult<JsonElement> result = call.get();
        if (result instanceof MiResult.Failure<JsonElement>) {
          MiError.Busy error = error(result, MiError.Busy.class);
          assertThat(error.code()).isEqualTo("MI_BUSY");
          assertThat(error.cause()).contains("2 calls wait", "nothing was sent");
          refused++;
        }
      }
      assertThat(refused).isEqualTo(3);
      assertThat(node.calls()).hasSize(5);
    }
  }

  @Test
  void aCallerThatIsCancelledWhileWaitingSendsNothing() throws Exception {
    CountDownLatch reached = new CountDownLatch(1);
    CountDownLatch released = new CountDownLatch(1);
    try (HttpNode node =
            Nodes.of(
                "3.6",
                call -> {
                  reached.countDown();
                  await(released);
                  return call.result("{}");
                });
        MiClient client = Nodes.client(node);
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<MiResult<JsonElement>> first = callers.submit(() -> client.call(READ));
      await(reached);
      List<MiResult<JsonElement>> cancelled = new ArrayList<>();
      Thread waiting = Thread.ofVirtual().start(() -> cancelled.add(client.call(READ)));
      waiting.interrupt();
      waiting.join();
      assertThat(error(cancelled.getFirst(), MiError.Busy.class).cause()).contains("cancelled");
      released.countDown();
      value(first.get());
      value(client.call(READ));
      assertThat(node.calls()).hasSize(4);
    }
  }

  /** Long enough for a second call to overlap, if it could. */
  private static void pause() {
    try {
      Thread.sleep(2);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }
}
