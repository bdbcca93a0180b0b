package dev.opensipsmcp.mcp.stories;

import static dev.opensipsmcp.mcp.stories.StdioClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.opensipsmcp.mcp.McpServer;
import dev.opensipsmcp.mcp.RpcError;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SubscriptionsTest {
  private final McpServer server = new TestHost().server();

  private static String id(JsonObject message) {
    return message
        .getAsJsonObject("params")
        .getAsJsonObject("_meta")
        .get("io.modelcontextprotocol/subscriptionId")
        .toString();
  }

  @Test
  void aSubscriberIsAcknowledgedAndHearsOnlyWhatItAskedFor() {
    try (StdioClient client = new StdioClient(server)) {
      client.modern(
          "5",
          "subscriptions/listen",
          "'notifications':{'toolsListChanged':true,'promptsListChanged':false,"
              + "'resourceSubscriptions':['node://a',7],'unknown':true}");
      JsonObject acknowledged = client.next();
      assertThat(acknowledged.get("method").getAsString())
          .isEqualTo("notifications/subscriptions/acknowledged");
      assertThat(id(acknowledged)).isEqualTo("5");
      assertThat(acknowledged.getAsJsonObject("params").get("notifications"))
          .isEqualTo(json("{'toolsListChanged':true,'resourceSubscriptions':['node://a']}"));

      server.promptsChanged();
      server.resourcesChanged();
      server.resourceUpdated("node://b");
      server.toolsChanged();
      JsonObject tools = client.next();
      assertThat(tools.get("method").getAsString()).isEqualTo("notifications/tools/list_changed");
      assertThat(id(tools)).isEqualTo("5");
      server.resourceUpdated("node://a");
      JsonObject updated = client.next();
      assertThat(updated.get("method").getAsString()).isEqualTo("notifications/resources/updated");
      assertThat(updated.getAsJsonObject("params").get("uri").getAsString()).isEqualTo("node://a");
      assertThat(id(updated)).isEqualTo("5");
    }
  }

  @Test
  void severalSubscriptionsAreToldApart() {
    try (StdioClient client = new StdioClient(server)) {
      client.modern("'p'", "subscriptions/listen", "'notifications':{'promptsListChanged':true}");
      client.next();
      client.modern("'r'", "subscriptions/listen", "'notifications':{'resourcesListChanged':true}");
      client.next();

      server.resourcesChanged();
      assertThat(id(client.next())).isEqualTo("\"r\"");
      server.promptsChanged();
      assertThat(id(client.next())).isEqualTo("\"p\"");
    }
  }

  @Test
  void aCancelledSubscriptionIsSilentAndNotAnswered() {
    try (StdioClient client = new StdioClient(server)) {
      client.modern("1", "subscriptions/listen", "'notifications':{'toolsListChanged':true}");
      client.next();
      client.cancel("1");
      client.assertNothingElseWasSent();
      server.toolsChanged();
      client.assertNothingElseWasSent();
    }
  }

  @Test
  void aServerThatStopsEndsItsSubscriptionsWithAResult() {
    try (StdioClient client = new StdioClient(server)) {
      client.modern("1", "subscriptions/listen", "'notifications':{'toolsListChanged':true}");
      client.next();
      server.close();

      JsonObject result = client.result();
      assertThat(result.get("resultType").getAsString()).isEqualTo("complete");
      assertThat(
              result
                  .getAsJsonObject("_meta")
                  .get("io.modelcontextprotocol/subscriptionId")
                  .getAsInt())
          .isEqualTo(1);
    }
  }

  @Test
  void aSubscriptionDoesNotKeepTheServerFromEnding() {
    StdioClient client = new StdioClient(server);
    client.modern("1", "subscriptions/listen", "'notifications':{'toolsListChanged':true}");
    client.next();

    assertThat(client.closeAndWait()).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void aSubscriptionMustSayWhatFor() {
    try (StdioClient client = new StdioClient(server)) {
      client.modern("1", "subscriptions/listen", "");

      assertThat(client.error().get("code").getAsInt()).isEqualTo(RpcError.INVALID_PARAMS);
    }
  }

  @Test
  void aClientOfTheOldEraHearsOfListsAndOfResourcesItSubscribedTo() {
    try (StdioClient client = new StdioClient(server)) {
      client.handshake("2025-11-25", "");
      client.legacy("1", "resources/subscribe", "'uri':'node://a'");
      assertThat(client.result().isEmpty()).isTrue();

      server.resourceUpdated("node://b");
      server.resourceUpdated("node://a");
      assertThat(client.next())
          .isEqualTo(
              json(
                  "{'jsonrpc':'2.0','method':'notifications/resources/updated',"
                      + "'params':{'uri':'node://a'}}"));
      server.toolsChanged();
      assertThat(client.next())
          .isEqualTo(json("{'jsonrpc':'2.0','method':'notifications/tools/list_changed'}"));

      client.legacy("2", "resources/unsubscribe", "'uri':'node://a'");
      client.result();
      server.resourceUpdated("node://a");
      client.assertNothingElseWasSent();
    }
  }

  @Test
  void beforeTheHandshakeIsDoneNothingIsTold() {
    try (StdioClient client = new StdioClient(server)) {
      client.legacy("1", "initialize", "'protocolVersion':'2025-11-25','capabilities':{}");
      client.result();
      server.toolsChanged();

      client.assertNothingElseWasSent();
    }
  }
}
