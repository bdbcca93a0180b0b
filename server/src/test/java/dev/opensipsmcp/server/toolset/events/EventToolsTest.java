package dev.opensipsmcp.server.toolset.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.lab.LabNode;
import dev.opensipsmcp.mi.MiClient;
import dev.opensipsmcp.mi.MiEndpoint;
import dev.opensipsmcp.mi.MiSettings;
import dev.opensipsmcp.mi.event.EventTransport;
import dev.opensipsmcp.mi.event.SubscriptionSettings;
import dev.opensipsmcp.server.events.EventEars;
import dev.opensipsmcp.server.events.EventOptions;
import dev.opensipsmcp.server.events.EventSource;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Plan;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.testing.NodePorts;
import dev.opensipsmcp.server.toolset.testing.Outcomes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What happens on a node is received, waited for, and no longer received. */
class EventToolsTest {
  private static final String CALLS = "{\"event\":\"E_DLG_STATE_CHANGED\"}";
  private static final int MANY = 10_000;

  /** Renews so often that a test needs not wait for it. */
  private static final SubscriptionSettings BRISK =
      new SubscriptionSettings(
          Duration.ofSeconds(30),
          Duration.ofMillis(50),
          Duration.ofMillis(10),
          Duration.ofSeconds(1));

  private final List<AutoCloseable> open = new ArrayList<>();

  private final class Place {
    private final LabNode node;
    private final NodePorts ports;
    private final List<Tool> tools;

    Place(Version version, EventTransport transport, SubscriptionSettings settings) {
      node = LabNode.start(version);
      MiEndpoint endpoint = MiEndpoint.parse(node.miUrl().toString());
      MiClient client = MiClient.of(endpoint, MiSettings.defaults());
      ports = NodePorts.over(client);
      EventOptions options =
          new EventOptions(Optional.empty(), 0, Optional.empty(), transport, List.of(), MANY);
      EventEars ears =
          new EventEars(name -> Optional.of(new EventSource(client, endpoint, options)), settings);
      tools = EventsToolset.make(ears).tools();
      open.addAll(List.of(ears, client, node));
    }

    Tool tool(String name) {
      return tools.stream().filter(tool -> tool.name().equals(name)).findFirst().orElseThrow();
    }

    JsonObject object(String name, String arguments) {
      return Outcomes.object(tool(name), ports.run(tool(name), arguments));
    }

    List<JsonObject> rows(String name, String arguments) {
      return Outcomes.rows(tool(name), ports.run(tool(name), arguments));
    }

    Outcome.Failure failure(String name, String arguments) {
      return Outcomes.failure(ports.run(tool(name), arguments));
    }

    Outcome.Failure refusal(String name, String arguments) {
      Plan plan = ports.plan(tool(name), arguments);
      assertThat(plan).isInstanceOf(Plan.Refused.class);
      return ((Plan.Refused) plan).failure();
    }
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable one : open) {
      one.close();
    }
  }

  private Place lab(EventTransport transport) {
    return new Place(Version.V3_6, transport, SubscriptionSettings.defaults());
  }

  @ParameterizedTest
  @EnumSource(names = {"V3_6", "V4_0"})
  void aCallThatEndsIsWaitedFor(Version version) {
    Place lab = new Place(version, EventTransport.UDP, SubscriptionSettings.defaults());
    JsonObject subscribed = lab.object("event_subscribe", CALLS);
    assertThat(subscribed.get("socket").getAsString()).startsWith("udp:127.0.0.1:");
    assertThat(subscribed.getAsJsonObject("before").get("subscribed").getAsBoolean()).isFalse();
    assertThat(subscribed.getAsJsonObject("after").get("subscribed").getAsBoolean()).isTrue();

    lab.node.raise("E_DLG_STATE_CHANGED", new JsonObject());
    JsonObject first =
        lab.object("event_wait", "{\"after\":\"" + text(subscribed, "cursor") + "\"}");
    assertThat(first.getAsJsonArray("events")).hasSize(1);

    JsonObject params = new JsonObject();
    params.addProperty("callid", LabNode.STUCK_9H);
    params.addProperty("new_state", 5);
    lab.node.raise("E_DLG_STATE_CHANGED", params);
    JsonObject second =
        lab.object(
            "event_wait",
            "{\"events\":[\"E_DLG_STATE_CHANGED\"],\"params\":{\"new_state\":5},\"after\":\""
                + text(first, "cursor")
                + "\"}");
    JsonObject event = second.getAsJsonArray("events").get(0).getAsJsonObject();
    assertThat(second.getAsJsonArray("events")).hasSize(1);
    assertThat(event.get("event").getAsString()).isEqualTo("E_DLG_STATE_CHANGED");
    assertThat(event.get("params")).isEqualTo(params);
    assertThat(second.get("missed").getAsInt()).isZero();
  }

  @ParameterizedTest
  @EnumSource(EventTransport.class)
  void tenThousandEventsComeInOrderAndNoneIsLostWithoutBeingCounted(EventTransport transport)
      throws InterruptedException {
    Place lab = lab(transport);
    String cursor = text(lab.object("event_subscribe", CALLS), "cursor");
    lab.node.raise("E_DLG_STATE_CHANGED", MANY, 5_000);

    List<Integer> seen = new ArrayList<>();
    JsonObject page;
    do {
      page =
          lab.object(
              "event_wait", "{\"max_events\":200,\"timeout_s\":1,\"after\":\"" + cursor + "\"}");
      cursor = text(page, "cursor");
      page.getAsJsonArray("events")
          .forEach(event -> seen.add(number(event.getAsJsonObject().get("params"))));
      assertThat(page.get("missed").getAsInt()).isZero();
    } while (!page.getAsJsonArray("events").isEmpty());

    JsonObject counts = page.getAsJsonObject("counts");
    assertThat(seen).isSorted().doesNotHaveDuplicates();
    assertThat(seen.size() + counts.get("lost").getAsInt()).isEqualTo(MANY);
    assertThat(counts.get("received").getAsInt()).isEqualTo(seen.size());
  }

  @Test
  void anEventCanBeRaisedByHand() {
    Place lab = lab(EventTransport.TCP);
    lab.object("event_subscribe", "{\"event\":\"E_DISPATCHER_STATUS\"}");
    JsonObject raised =
        lab.object(
            "event_raise",
            "{\"event\":\"E_DISPATCHER_STATUS\",\"params\":{\"group\":7,\"status\":\"drill\"}}");
    assertThat(raised.get("answer").getAsString()).isEqualTo("OK");
    JsonObject event =
        lab.object("event_wait", "{}").getAsJsonArray("events").get(0).getAsJsonObject();
    assertThat(event.get("params")).hasToString("{\"group\":7,\"status\":\"drill\"}");
  }

  @Test
  void subscriptionsOfOthersAreMadeChangedAndEnded() {
    Place lab = lab(EventTransport.UDP);
    String other = "{\"event\":\"E_UL_AOR_INSERT\",\"socket\":\"udp:127.0.0.1:9\"";
    lab.object("event_subscribe", other + ",\"expire\":600}");
    lab.object("event_subscribe", CALLS);

    List<JsonObject> rows = lab.rows("event_subscriptions", "{}");
    assertThat(rows)
        .extracting(row -> text(row, "event") + " " + row.get("own"))
        .containsExactly(
            "E_DISPATCHER_STATUS false", "E_UL_AOR_INSERT false", "E_DLG_STATE_CHANGED true");
    assertThat(rows.get(1).get("expire").getAsInt()).isEqualTo(600);
    assertThat(rows.get(2).get("gaps").getAsInt()).isZero();

    JsonObject ended = lab.object("event_unsubscribe", other + "}");
    assertThat(ended.getAsJsonObject("before").get("expire").getAsInt()).isEqualTo(600);
    assertThat(ended.getAsJsonObject("after").get("subscribed").getAsBoolean()).isFalse();
    assertThat(lab.refusal("event_unsubscribe", other + "}").code()).isEqualTo("TARGET_NOT_FOUND");
  }

  @Test
  void whatEndsASubscriptionTakesItsBeginningBack() {
    Place lab = lab(EventTransport.UDP);
    Plan.Ready plan = (Plan.Ready) lab.ports.plan(lab.tool("event_subscribe"), CALLS);
    assertThat(plan.restore().orElseThrow().inverse().tool()).isEqualTo("event_unsubscribe");
    lab.object("event_subscribe", CALLS);
    lab.object("event_unsubscribe", plan.restore().orElseThrow().inverse().arguments().toString());
    assertThat(lab.rows("event_subscriptions", "{}"))
        .extracting(row -> row.get("own").getAsBoolean())
        .containsOnly(false);
    assertThat(lab.failure("event_wait", "{\"timeout_s\":60}").code())
        .isEqualTo("EVENTS_NOT_SUBSCRIBED");
  }

  @Test
  @Timeout(60)
  void aNodeThatForgotIsSubscribedToAgainAndTheGapIsTold() throws InterruptedException {
    Place lab = new Place(Version.V3_6, EventTransport.UDP, BRISK);
    lab.object("event_subscribe", CALLS);
    lab.node.forgetSubscribers();
    JsonObject mine = own(lab);
    // The row joins what the node lists with what the server knows, a moment apart.
    while (mine.get("gaps").getAsInt() == 0 || !mine.get("listed").getAsBoolean()) {
      Thread.sleep(10);
      mine = own(lab);
    }
    lab.node.raise("E_DLG_STATE_CHANGED", new JsonObject());
    Outcome.Value page = (Outcome.Value) lab.ports.run(lab.tool("event_wait"), "{}");
    assertThat(page.data().getAsJsonObject().getAsJsonArray("events")).hasSize(1);
    assertThat(page.warnings()).anyMatch(warning -> warning.contains("had forgotten"));
  }

  private static JsonObject own(Place lab) {
    return lab.rows("event_subscriptions", CALLS).stream()
        .filter(row -> row.get("own").getAsBoolean())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void eventsAreListedWithWhatTheyCarry() {
    Place lab = lab(EventTransport.UDP);
    lab.object("event_subscribe", CALLS);
    List<JsonObject> rows = lab.rows("event_list", "{\"search\":\"dialog\"}");
    assertThat(rows).hasSize(1);
    assertThat(rows.getFirst().get("received").getAsBoolean()).isTrue();
    assertThat(rows.getFirst().getAsJsonArray("params").toString()).contains("\"callid\"");
    assertThat(lab.rows("event_list", "{}")).hasSizeGreaterThan(40);
  }

  @Test
  void whatMakesNoSenseIsSaid() {
    Place lab = lab(EventTransport.UDP);
    assertThat(lab.failure("event_wait", "{}").code()).isEqualTo("EVENTS_NOT_SUBSCRIBED");
    assertThat(lab.refusal("event_subscribe", "{\"event\":\"E_NOPE\"}").code())
        .isEqualTo("TARGET_NOT_FOUND");
    assertThat(
            lab.refusal("event_subscribe", "{\"event\":\"E_UL_AOR_INSERT\",\"expire\":60}").code())
        .isEqualTo("ARGUMENTS_INCOMPLETE");
    lab.object("event_subscribe", CALLS);
    assertThat(lab.failure("event_wait", "{\"after\":\"x-1\"}").code()).isEqualTo("CURSOR_INVALID");
    assertThat(lab.failure("event_wait", "{\"events\":[\"E_UL_AOR_INSERT\"]}").code())
        .isEqualTo("EVENTS_NOT_SUBSCRIBED");
  }

  @Test
  void anAddressThatCantBeHadIsSaid() {
    LabNode node = LabNode.start(Version.V3_6);
    MiEndpoint endpoint = MiEndpoint.parse(node.miUrl().toString());
    MiClient client = MiClient.of(endpoint, MiSettings.defaults());
    EventOptions elsewhere =
        new EventOptions(
            Optional.of("192.0.2.1"), 0, Optional.empty(), EventTransport.UDP, List.of(), 10);
    EventEars ears =
        new EventEars(
            name -> Optional.of(new EventSource(client, endpoint, elsewhere)),
            SubscriptionSettings.defaults());
    open.addAll(List.of(ears, client, node));
    Tool subscribe =
        EventsToolset.make(ears).tools().stream()
            .filter(tool -> tool.name().equals("event_subscribe"))
            .findFirst()
            .orElseThrow();
    assertThat(Outcomes.failure(NodePorts.over(client).run(subscribe, CALLS)).code())
        .isEqualTo("EVENTS_NOT_RECEIVABLE");
    assertThat(node.received("event_subscribe")).isZero();
  }

  private static String text(JsonObject json, String name) {
    return json.get(name).getAsString();
  }

  private static int number(JsonElement params) {
    return params.getAsJsonObject().get("n").getAsInt();
  }
}
