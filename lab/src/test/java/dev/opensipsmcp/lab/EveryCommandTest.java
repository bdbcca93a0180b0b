package dev.opensipsmcp.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.lab.internal.command.Commands;
import dev.opensipsmcp.lab.internal.state.NodeState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The commands that {@link FidelityTest} does not replay. Left out of both are: the end by {@code
 * kill}, after which nothing answers; what needs two clients at once or more bytes than a recording
 * keeps ({@link HttpBytesTest} and {@link FaultsTest} have those); passwords over HTTP; one command
 * that ended the recorded servers; and the list of transactions, two megabytes of empty buckets.
 *
 * <p>A command that only repeats answers must repeat them. One that the node carries out has other
 * data than the recorded server had, so that it may find what was missing there and the other way
 * round; whenever both have a result, or both an error, they are compared.
 */
class EveryCommandTest {

  /**
   * Commands whose module the node has configured otherwise: carrier routes come from a file, tries
   * have partitions, and calls run through a media server. Without that, they refuse to write.
   * Redis is a cluster here; it was one server that did not answer.
   */
  private static final Set<String> CONFIGURED_OTHERWISE =
      Set.of(
          "cr_add_host",
          "cr_activate_host",
          "cr_deactivate_host",
          "cr_delete_host",
          "cr_replace_host",
          "trie_reload_status",
          "trie_number_delete",
          "trie_number_upsert",
          "rtp_relay_update",
          "carrierroute:add_host",
          "carrierroute:activate_host",
          "carrierroute:deactivate_host",
          "carrierroute:delete_host",
          "carrierroute:replace_host",
          "cachedb_redis:redis_cluster_info",
          "cachedb_redis:redis_ping_nodes",
          "trie:reload_status",
          "trie:number_delete",
          "trie:number_upsert",
          "rtp_relay:update",
          "media_exchange:fork_from_call_to_uri");

  private final List<LabNode> nodes = new ArrayList<>();
  private final AtomicInteger compared = new AtomicInteger();

  @AfterEach
  void stop() {
    nodes.forEach(LabNode::close);
  }

  @TestFactory
  Stream<DynamicTest> answersAs36() throws IOException {
    return replay(Version.V3_6, 397);
  }

  @TestFactory
  Stream<DynamicTest> answersAs40() throws IOException {
    return replay(Version.V4_0, 404);
  }

  private Stream<DynamicTest> replay(Version version, int count) throws IOException {
    LabSettings settings = LabSettings.of(version);
    LabNode node = LabNode.of(settings);
    nodes.add(node);
    Commands commands = new Commands(NodeState.of(settings, 8888), Facts.of(version).mi());
    List<RecordedExchange> exchanges = RecordedExchange.others(version.label());
    assertThat(exchanges).hasSize(count);
    Stream<DynamicTest> replayed =
        exchanges.stream()
            .map(exchange ->
                DynamicTest.dynamicTest(exchange.title(), () -> compare(node, exchange, commands)));
    return Stream.concat(
        replayed,
        Stream.of(
            DynamicTest.dynamicTest(
                "nine of ten could be compared",
                () -> assertThat(compared.get() * 10).isGreaterThanOrEqualTo(count * 9))));
  }

  private void compare(LabNode node, RecordedExchange exchange, Commands commands) {
    JsonObject seen = Wire.post(node, exchange.text("body")).json().getAsJsonObject();
    JsonObject recorded = JsonParser.parseString(exchange.text("answer")).getAsJsonObject();
    if (commands.carriesOut(exchange.method())) {
      boolean alike = recorded.has("error") == seen.has("error");
      Assumptions.assumeTrue(alike, "the recorded server had other data");
      Assumptions.assumeFalse(
          CONFIGURED_OTHERWISE.contains(exchange.text("command")), "configured otherwise");
    }
    FidelityTest.compare(exchange, recorded, seen);
    compared.incrementAndGet();
  }
}
