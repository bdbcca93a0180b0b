package dev.opensipsmcp.mcp.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.mcp.McpServer;
import dev.opensipsmcp.mcp.RpcError;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ConcurrencyTest {
  private static final String LOUD =
      "'io.modelcontextprotocol/clientCapabilities':{},'progressToken':1,"
          + "'io.modelcontextprotocol/logLevel':'debug'";

  private final Semaphore started = new Semaphore(0);
  private final CountDownLatch release = new CountDownLatch(1);
  private final CountDownLatch interrupted = new CountDownLatch(1);

  private final TestHost host =
      new TestHost()
          .tool(
              "slow",
              (arguments, exchange) -> {
                started.release();
                release.await();
                return TestHost.said("slow");
              })
          .tool(
              "stubborn",
              (arguments, exchange) -> {
                started.release();
                try {
                  new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                  exchange.progress(1, 1, "too late");
                  exchange.log("error", new JsonPrimitive("too late"));
                  interrupted.countDown();
                }
                return TestHost.said("cancelled: " + exchange.cancelled());
              })
          .tool("quick", (arguments, exchange) -> TestHost.said("quick"));

  private void started(int count) throws InterruptedException {
    assertThat(started.tryAcquire(count, 10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aSlowToolHoldsUpNobody() throws InterruptedException {
    try (StdioClient client = new StdioClient(host.server())) {
      client.modern("1", "tools/call", "'name':'slow'");
      started(1);
      client.modern("2", "tools/call", "'name':'quick'");
      assertThat(client.next().get("id").getAsInt()).isEqualTo(2);

      release.countDown();
      assertThat(client.next().get("id").getAsInt()).isEqualTo(1);
    }
  }

  @Test
  void nothingIsSentAnyMoreForACancelledRequest() throws InterruptedException {
    try (StdioClient client = new StdioClient(host.server())) {
      client.modern("1", "tools/call", "'name':'stubborn'", LOUD);
      started(1);
      client.cancel("1");
      assertThat(interrupted.await(10, TimeUnit.SECONDS)).as("the tool is interrupted").isTrue();

      client.assertNothingElseWasSent();
      client.closeAndWait();
      assertThat(client.hasUnread()).isFalse();
    }
  }

  @Test
  void cancellingIsByIdAndTypeOfId() throws InterruptedException {
    try (StdioClient client = new StdioClient(host.server())) {
      client.modern("1", "tools/call", "'name':'slow'");
      started(1);
      client.cancel("'1'");
      client.cancel("99");
      release.countDown();

      assertThat(TestHost.text(client.result())).isEqualTo("slow");
    }
  }

  @Test
  void requestsBeyondTheBoundAreRefusedUntilOneIsAnswered() throws InterruptedException {
    try (StdioClient client = new StdioClient(host.server())) {
      for (int id = 1; id <= 8; id++) {
        client.modern(Integer.toString(id), "tools/call", "'name':'slow'");
      }
      started(8);
      client.modern("9", "tools/call", "'name':'quick'");
      assertThat(client.error().get("code").getAsInt()).isEqualTo(RpcError.TOO_MANY_REQUESTS);

      release.countDown();
      Set<Integer> answered = new HashSet<>();
      for (int i = 0; i < 8; i++) {
        answered.add(client.next().get("id").getAsInt());
      }
      assertThat(answered).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8);
      client.assertNothingElseWasSent();
    }
  }

  @Test
  void anIdCanNotBeUsedTwiceAtOnceButAgainLater() throws InterruptedException {
    try (StdioClient client = new StdioClient(host.server())) {
      client.modern("1", "tools/call", "'name':'slow'");
      started(1);
      client.modern("1", "tools/call", "'name':'quick'");
      assertThat(client.error().get("code").getAsInt()).isEqualTo(RpcError.INVALID_REQUEST);
      release.countDown();
      assertThat(TestHost.text(client.result())).isEqualTo("slow");
      client.modern("1", "tools/call", "'name':'quick'");
      assertThat(TestHost.text(client.result())).isEqualTo("quick");
    }
  }

  @Test
  void theServerEndsPromptlyWhenTheInputEndsDuringWork() throws InterruptedException {
    StdioClient client = new StdioClient(host.server());
    client.modern("1", "tools/call", "'name':'stubborn'");
    started(1);

    assertThat(client.closeAndWait()).isLessThan(Duration.ofSeconds(2));
    assertThat(interrupted.await(0, TimeUnit.SECONDS)).isTrue();
    assertThat(client.hasUnread()).isFalse();
  }

  @Test
  void aToolThatIgnoresItsInterruptDoesNotKeepTheServer() throws InterruptedException {
    TestHost deaf =
        new TestHost()
            .tool(
                "deaf",
                (arguments, exchange) -> {
                  started.release();
                  while (true) {
                    try {
                      release.await();
                      return TestHost.said("at last");
                    } catch (InterruptedException e) {
                      // That is its point.
                    }
                  }
                });
    StdioClient client = new StdioClient(deaf.server());
    client.modern("1", "tools/call", "'name':'deaf'");
    started(1);

    assertThat(client.closeAndWait()).isLessThan(Duration.ofSeconds(5));
    release.countDown();
  }

  @Test
  void aClientThatClosesItsEndAtOnceStillGetsItsAnswer() throws InterruptedException {
    StdioClient client = new StdioClient(host.server());
    client.modern("1", "tools/call", "'name':'quick'");
    client.closeAndWait();

    assertThat(TestHost.text(client.result())).isEqualTo("quick");
  }

  @Test
  void twoClientsOfOneServerDoNotMeet() throws InterruptedException {
    McpServer server = host.server();
    try (StdioClient one = new StdioClient(server);
        StdioClient two = new StdioClient(server)) {
      one.modern("1", "tools/call", "'name':'slow'");
      started(1);
      two.cancel("1");
      two.modern("1", "tools/call", "'name':'quick'");
      JsonObject answer = two.result();
      release.countDown();

      assertThat(TestHost.text(answer)).isEqualTo("quick");
      assertThat(TestHost.text(one.result())).isEqualTo("slow");
    }
  }
}
