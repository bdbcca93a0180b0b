package dev.opensipsmcp.mcp.internal.modern;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.mcp.RpcError;
import dev.opensipsmcp.mcp.internal.core.CallExchange;
import dev.opensipsmcp.mcp.internal.core.Core;
import dev.opensipsmcp.mcp.internal.core.InputRequests;
import dev.opensipsmcp.mcp.internal.core.Operation;
import dev.opensipsmcp.mcp.internal.core.Outcome;
import dev.opensipsmcp.mcp.internal.rpc.Answer;
import dev.opensipsmcp.mcp.internal.rpc.Message;
import dev.opensipsmcp.mcp.internal.state.Binding;
import dev.opensipsmcp.mcp.internal.state.StateSeal.Opened;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Serves methods that may need several rounds: the client carries a sealed state from one to the
 * next. Answers without a genuine state never reach the host, and of those with one only the keys
 * that were asked.
 */
final class Rounds {
  private final Core core;
  private final Results results;

  Rounds(Core core, Results results) {
    this.core = core;
    this.results = results;
  }

  Answer answer(Message.Request request, Operation operation, CallExchange first) {
    Binding binding = binding(request, operation, first);
    JsonElement carried = request.params().get("requestState");
    if (carried == null) {
      return perform(request, operation, first, binding);
    }
    if (!(carried instanceof JsonPrimitive sealed && sealed.isString())) {
      return refused(request, "\"requestState\" must be the string that the server gave.");
    }
    JsonElement responses = request.params().get("inputResponses");
    if (responses != null && !responses.isJsonObject()) {
      return refused(request, "\"inputResponses\" must be an object.");
    }
    return switch (core.seal().open(binding, sealed.getAsString())) {
      case Opened.Refused refused -> refused(request, refused.reason());
      case Opened.Genuine genuine ->
          perform(
              request,
              operation,
              first.answered(asked(responses, genuine.asked()), genuine.state()),
              binding);
    };
  }

  private Answer perform(
      Message.Request request, Operation operation, CallExchange exchange, Binding binding) {
    return switch (core.operations().perform(operation, request.params(), exchange)) {
      case Outcome.Done done ->
          Answer.result(request.id(), results.complete(operation, done.result()));
      case Outcome.Failed failed -> Answer.error(request.id(), failed.error());
      case Outcome.Ask ask -> ask(request, ask, exchange, binding);
    };
  }

  private Answer ask(
      Message.Request request, Outcome.Ask ask, CallExchange exchange, Binding binding) {
    JsonObject missing = InputRequests.missing(ask.requests(), exchange.client());
    if (!missing.isEmpty()) {
      JsonObject data = new JsonObject();
      data.add("requiredCapabilities", missing);
      return Answer.error(
          request.id(),
          new RpcError(
              RpcError.MISSING_CLIENT_CAPABILITY,
              "The client must be able to answer "
                  + String.join(" and ", missing.keySet())
                  + " for this.",
              data));
    }
    JsonObject result = new JsonObject();
    if (!ask.requests().isEmpty()) {
      JsonObject requests = new JsonObject();
      ask.requests().forEach(requests::add);
      result.add("inputRequests", requests);
    }
    result.addProperty(
        "requestState", core.seal().seal(binding, ask.state(), ask.requests().keySet()));
    return Answer.result(request.id(), results.inputRequired(result));
  }

  private static JsonObject asked(@Nullable JsonElement responses, Set<String> keys) {
    JsonObject known = new JsonObject();
    if (responses instanceof JsonObject all) {
      for (String key : keys) {
        if (all.get(key) instanceof JsonObject response) {
          known.add(key, response);
        }
      }
    }
    return known;
  }

  private static Binding binding(
      Message.Request request, Operation operation, CallExchange exchange) {
    String member = operation == Operation.RESOURCES_READ ? "uri" : "name";
    return new Binding(
        exchange.caller().subject(),
        operation.method(),
        request.params().get(member) instanceof JsonPrimitive target ? target.getAsString() : "",
        request.params().get("arguments") instanceof JsonObject arguments
            ? arguments
            : new JsonObject());
  }

  private static Answer refused(Message.Request request, String reason) {
    return Answer.error(request.id(), RpcError.of(RpcError.INVALID_PARAMS, reason));
  }
}
