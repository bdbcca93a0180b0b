package dev.opensipsmcp.mcp.internal.modern;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.mcp.RpcError;
import dev.opensipsmcp.mcp.internal.core.ServerEvent;
import dev.opensipsmcp.mcp.internal.core.Subscriptions;
import dev.opensipsmcp.mcp.internal.rpc.Answer;
import dev.opensipsmcp.mcp.internal.rpc.Call;
import dev.opensipsmcp.mcp.internal.rpc.Message;
import dev.opensipsmcp.mcp.internal.rpc.Messages;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** Serves {@code subscriptions/listen}: one request that lives as long as the subscription. */
final class Listening {
  private final Subscriptions subscriptions;
  private final Results results;

  Listening(Subscriptions subscriptions, Results results) {
    this.subscriptions = subscriptions;
    this.results = results;
  }

  /** Passes on what the client wants to hear of. */
  private record Ear(Filter filter, JsonPrimitive id, Call call, CountDownLatch end)
      implements Subscriptions.Listener {
    @Override
    public boolean wants(ServerEvent event) {
      return filter.wants(event);
    }

    @Override
    public void tell(ServerEvent event) {
      call.send(notification(id, event));
    }

    @Override
    public void ended() {
      end.countDown();
    }
  }

  /** What a client wants to hear of. */
  private record Filter(boolean tools, boolean prompts, boolean resources, Set<String> uris) {

    static Filter of(JsonObject wanted) {
      Set<String> uris = new HashSet<>();
      if (wanted.get("resourceSubscriptions") instanceof JsonArray list) {
        for (JsonElement uri : list) {
          if (uri instanceof JsonPrimitive text && text.isString()) {
            uris.add(text.getAsString());
          }
        }
      }
      return new Filter(
          yes(wanted, "toolsListChanged"),
          yes(wanted, "promptsListChanged"),
          yes(wanted, "resourcesListChanged"),
          Set.copyOf(uris));
    }

    private static boolean yes(JsonObject wanted, String member) {
      return wanted.get(member) instanceof JsonPrimitive flag
          && flag.isBoolean()
          && flag.getAsBoolean();
    }

    boolean wants(ServerEvent event) {
      return switch (event) {
        case ServerEvent.ToolsChanged() -> tools;
        case ServerEvent.PromptsChanged() -> prompts;
        case ServerEvent.ResourcesChanged() -> resources;
        case ServerEvent.ResourceUpdated(String uri) -> uris.contains(uri);
      };
    }

    JsonObject honoured() {
      JsonObject json = new JsonObject();
      if (tools) {
        json.addProperty("toolsListChanged", true);
      }
      if (prompts) {
        json.addProperty("promptsListChanged", true);
      }
      if (resources) {
        json.addProperty("resourcesListChanged", true);
      }
      if (!uris.isEmpty()) {
        JsonArray list = new JsonArray();
        uris.forEach(list::add);
        json.add("resourceSubscriptions", list);
      }
      return json;
    }
  }

  Answer answer(Message.Request request, Call call) {
    if (!(request.params().get("notifications") instanceof JsonObject wanted)) {
      return Answer.error(
          request.id(),
          RpcError.of(
              RpcError.INVALID_PARAMS,
              "subscriptions/listen needs the object \"notifications\", which says what of."));
    }
    Filter filter = Filter.of(wanted);
    Ear ear = new Ear(filter, request.id(), call, new CountDownLatch(1));
    try (var subscription = subscriptions.add(ear)) {
      JsonObject acknowledged = tagged(request.id());
      acknowledged.add("notifications", filter.honoured());
      call.send(Messages.notification("notifications/subscriptions/acknowledged", acknowledged));
      subscription.start();
      ear.end().await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Answer.result(request.id(), results.complete(tagged(request.id(), new JsonObject())));
  }

  private static JsonObject notification(JsonPrimitive id, ServerEvent event) {
    JsonObject params = tagged(id);
    if (event instanceof ServerEvent.ResourceUpdated(String uri)) {
      params.addProperty("uri", uri);
    }
    return Messages.notification(event.method(), params);
  }

  private static JsonObject tagged(JsonPrimitive id) {
    return tagged(id, new JsonObject());
  }

  private static JsonObject tagged(JsonPrimitive id, JsonObject params) {
    JsonObject meta = new JsonObject();
    meta.add(Meta.SUBSCRIPTION_ID, id);
    params.add("_meta", meta);
    return params;
  }
}
