package dev.opensipsmcp.server.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.lab.LabNode;
import dev.opensipsmcp.mcp.ServerInfo;
import dev.opensipsmcp.mi.MiClient;
import dev.opensipsmcp.mi.MiEndpoint;
import dev.opensipsmcp.mi.MiRequest;
import dev.opensipsmcp.mi.MiSettings;
import dev.opensipsmcp.mi.event.SubscriptionSettings;
import dev.opensipsmcp.server.config.Loaded;
import dev.opensipsmcp.server.config.Settings;
import dev.opensipsmcp.server.config.SettingsLoader;
import dev.opensipsmcp.server.events.EventEar;
import dev.opensipsmcp.server.events.EventEars;
import dev.opensipsmcp.server.events.EventOptions;
import dev.opensipsmcp.server.events.EventSource;
import dev.opensipsmcp.server.gate.Gate;
import dev.opensipsmcp.server.gate.GateReply;
import dev.opensipsmcp.server.gate.Invocation;
import dev.opensipsmcp.server.policy.Role;
import dev.opensipsmcp.server.tool.Nodes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients of both eras listen to a node's events, and read them through the gate. */
class EventResourcesTest {
  private static final String URI = "opensips://lab/events";
  private static final String META =
      "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
          + "\"io.modelcontextprotocol/clientCapabilities\":{}}";

  private final LabNode node = LabNode.start(Version.V3_6);
  private final MiEndpoint endpoint = MiEndpoint.parse(node.miUrl().toString());
  private final MiClient client = MiClient.of(endpoint, MiSettings.defaults());
  private final EventEars ears =
      new EventEars(
          name -> Optional.of(new EventSource(client, endpoint, EventOptions.defaults())),
          SubscriptionSettings.defaults());
  private final Remembering gate = new Remembering();
  private final Service service =
      new Service(
          new ServerInfo("test", "test", "0", ""),
          gate,
          List.of(),
          settings(),
          new Principals(Role.VIEWER, false),
          Nodes.ONE,
          List.of("lab"),
          ears);
  private final BlockingQueue<JsonObject> said = new LinkedBlockingQueue<>();
  // Not the pipes of java.io, which count a virtual thread that has ended as the end of the pipe.
  private final Pipe requests = Pipe.open();
  private final Pipe answers = Pipe.open();
  private final OutputStream in = Channels.newOutputStream(requests.sink());

  EventResourcesTest() throws IOException {}

  /** A gate that answers what it is told to. */
  private static final class Remembering implements Gate {
    private final List<Invocation> passed = new ArrayList<>();
    private GateReply reply =
        new GateReply.Failed("EVENTS_NOT_SUBSCRIBED", "None.", "Call event_subscribe.");

    @Override
    public GateReply pass(Invocation invocation) {
      passed.add(invocation);
      return reply;
    }
  }

  private static Settings settings() {
    return switch (new SettingsLoader(Map.of("HOME", "/nowhere")).load()) {
      case Loaded.Ready(Settings settings) -> settings;
      case Loaded.Wrong(var faults) -> throw new AssertionError(faults.toString());
    };
  }

  @BeforeEach
  void serve() {
    InputStream server = Channels.newInputStream(requests.source());
    OutputStream written = Channels.newOutputStream(answers.sink());
    InputStream out = Channels.newInputStream(answers.source());
    Thread.ofVirtual().start(() -> service.serveStdio(server, written));
    Thread.ofVirtual()
        .start(() -> {
          try (BufferedReader lines =
              new BufferedReader(new InputStreamReader(out, StandardCharsets.UTF_8))) {
            lines.lines().forEach(line -> said.add(JsonParser.parseString(line).getAsJsonObject()));
          } catch (IOException e) {
            throw new AssertionError(e);
          }
        });
  }

  @AfterEach
  void close() throws IOException {
    in.close();
    service.close();
    answers.sink().close();
    ears.close();
    client.close();
    node.close();
  }

  private void send(String message) throws IOException {
    in.write((message + "\n").getBytes(StandardCharsets.UTF_8));
    in.flush();
  }

  private JsonObject next() throws InterruptedException {
    JsonObject message = said.poll(20, TimeUnit.SECONDS);
    assertThat(message).as("a message within 20 s").isNotNull();
    return message;
  }

  private void receive(String event) throws IOException {
    EventEar ear = ears.of("lab");
    JsonObject params = new JsonObject();
    params.addProperty("event", event);
    params.addProperty("socket", ear.listen());
    client.call(MiRequest.write("event_subscribe", params));
    ear.keep(event);
  }

  @Test
  void aClientOfTheNewEraListensAndHearsOfEvents() throws Exception {
    receive("E_UL_AOR_INSERT");
    send(
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"subscriptions/listen\",\"params\":{"
            + META
            + ",\"notifications\":{\"resourceSubscriptions\":[\""
            + URI
            + "\"]}}}");
    assertThat(next().get("method").getAsString())
        .isEqualTo("notifications/subscriptions/acknowledged");
    node.raise("E_UL_AOR_INSERT", new JsonObject());
    JsonObject update = next();
    assertThat(update.get("method").getAsString()).isEqualTo("notifications/resources/updated");
    assertThat(update.getAsJsonObject("params").get("uri").getAsString()).isEqualTo(URI);
  }

  @Test
  void aClientOfTheOldEraSubscribesAndIsNotFlooded() throws Exception {
    receive("E_UL_AOR_INSERT");
    send(
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":"
            + "\"2025-11-25\",\"capabilities\":{},\"clientInfo\":{\"name\":\"t\",\"version\":\"0\"}}}");
    next();
    send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
    send(
        "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"resources/subscribe\",\"params\":{\"uri\":\""
            + URI
            + "\"}}");
    next();
    long before = System.nanoTime();
    node.raise("E_UL_AOR_INSERT", 1_000, 2_000);
    assertThat(next().get("method").getAsString()).isEqualTo("notifications/resources/updated");
    while (ears.of("lab").listener().orElseThrow().latest() < 1_000) {
      Thread.sleep(5);
    }
    int told = 1 + said.size();
    long seconds = (System.nanoTime() - before) / 1_000_000_000L;
    assertThat(told).isLessThanOrEqualTo((int) (5 * (seconds + 1) + 1));
  }

  @Test
  void readingPassesTheGate() throws Exception {
    JsonObject envelope = JsonParser.parseString("{\"data\":{\"events\":[]}}").getAsJsonObject();
    gate.reply = new GateReply.Done(envelope);
    assertThat(read()).isEqualTo(envelope);
    assertThat(gate.passed).hasSize(1);
    assertThat(gate.passed.getFirst().tool()).isEqualTo("event_wait");
    assertThat(gate.passed.getFirst().arguments().get("timeout_s").getAsInt()).isZero();
  }

  @Test
  void aNodeOfWhichNothingIsReceivedHasNoEvents() throws Exception {
    assertThat(read().getAsJsonObject("data").getAsJsonArray("events")).isEmpty();
  }

  @Test
  void whoMayNotReadIsToldWhy() throws Exception {
    gate.reply = new GateReply.Failed("SCOPE_MISSING", "No.", "Ask.");
    send(readRequest());
    assertThat(next().getAsJsonObject("error").get("message").getAsString())
        .contains("SCOPE_MISSING");
  }

  @Test
  void theyAreListedBesideTheFacts() throws Exception {
    send("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"resources/list\",\"params\":{" + META + "}}");
    assertThat(next().toString()).contains(URI).contains("opensips://versions/3.6/mi");
  }

  private JsonObject read() throws Exception {
    send(readRequest());
    String text =
        next()
            .getAsJsonObject("result")
            .getAsJsonArray("contents")
            .get(0)
            .getAsJsonObject()
            .get("text")
            .getAsString();
    return JsonParser.parseString(text).getAsJsonObject();
  }

  private static String readRequest() {
    return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"resources/read\",\"params\":{"
        + META
        + ",\"uri\":\""
        + URI
        + "\"}}";
  }

  @Test
  void whatHappensWithinAPauseIsToldOnceWhenItEnds() throws Exception {
    BlockingQueue<String> told = new LinkedBlockingQueue<>();
    UpdateTicker ticker = new UpdateTicker(told::add, Duration.ofSeconds(1));
    ticker.accept("a");
    assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo("a");
    ticker.accept("a");
    ticker.accept("a");
    ticker.accept("b");
    assertThat(told.poll(20, TimeUnit.SECONDS)).isNotNull();
    assertThat(told.poll(20, TimeUnit.SECONDS)).isNotNull();
    assertThat(told).isEmpty();
  }
}
