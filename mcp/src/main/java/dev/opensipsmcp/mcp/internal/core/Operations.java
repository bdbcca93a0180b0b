package dev.opensipsmcp.mcp.internal.core;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.mcp.Caller;
import dev.opensipsmcp.mcp.Exchange;
import dev.opensipsmcp.mcp.Host;
import dev.opensipsmcp.mcp.Reply;
import dev.opensipsmcp.mcp.RpcError;
import dev.opensipsmcp.mcp.ToolResult;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Does what a method asks for by asking the host. */
public final class Operations {
  private static final int MOST_COMPLETIONS = 100;

  private final Host host;
  private final Pager pager;

  Operations(Host host, Pager pager) {
    this.host = host;
    this.pager = pager;
  }

  /**
   * Serves one round of a request on the calling thread. A host that throws is an internal error,
   * whose cause goes to the log only.
   *
   * @param operation the method
   * @param params its parameters
   * @param exchange the round
   * @return the outcome
   */
  public Outcome perform(Operation operation, JsonObject params, Exchange exchange) {
    try {
      return ask(operation, params, exchange);
    } catch (RuntimeException | StackOverflowError e) {
      if (!exchange.cancelled()) {
        System.getLogger(Operations.class.getName())
            .log(System.Logger.Level.ERROR, operation.method() + " failed", e);
      }
      return new Outcome.Failed(
          RpcError.of(
              RpcError.INTERNAL_ERROR,
              "The server failed at " + operation.method() + "; its log says why."));
    }
  }

  private Outcome ask(Operation operation, JsonObject params, Exchange exchange) {
    Caller caller = exchange.caller();
    return switch (operation) {
      case TOOLS_LIST -> pager.page("tools", "name", host.tools().list(caller), params);
      case RESOURCES_LIST -> pager.page("resources", "uri", host.resources().list(caller), params);
      case RESOURCE_TEMPLATES_LIST ->
          pager.page(
              "resourceTemplates", "uriTemplate", host.resources().templates(caller), params);
      case PROMPTS_LIST -> pager.page("prompts", "name", host.prompts().list(caller), params);
      case TOOLS_CALL -> callTool(params, exchange);
      case PROMPTS_GET -> getPrompt(params, exchange);
      case RESOURCES_READ -> readResource(params, exchange);
      case COMPLETE -> complete(params, caller);
    };
  }

  private Outcome callTool(JsonObject params, Exchange exchange) {
    String name = string(params, "name");
    JsonObject arguments = object(params, "arguments");
    if (name == null || arguments == null) {
      return Outcome.invalid("tools/call needs a \"name\", and \"arguments\" that are an object.");
    }
    return outcome(host.tools().call(name, arguments, exchange), Operations::toolResult);
  }

  private static JsonObject toolResult(ToolResult tool) {
    JsonObject result = new JsonObject();
    result.add("content", tool.content());
    tool.structuredContent().ifPresent(data -> result.add("structuredContent", data));
    if (tool.isError()) {
      result.addProperty("isError", true);
    }
    return result;
  }

  private Outcome getPrompt(JsonObject params, Exchange exchange) {
    String name = string(params, "name");
    JsonObject arguments = object(params, "arguments");
    if (name == null || arguments == null) {
      return Outcome.invalid("prompts/get needs a \"name\", and \"arguments\" that are an object.");
    }
    return outcome(host.prompts().get(name, arguments, exchange), Operations::copy);
  }

  /** The eras add members to a result, so a host's own object must not be handed on. */
  private static JsonObject copy(JsonObject original) {
    JsonObject copy = new JsonObject();
    original.entrySet().forEach(member -> copy.add(member.getKey(), member.getValue()));
    return copy;
  }

  private Outcome readResource(JsonObject params, Exchange exchange) {
    String uri = string(params, "uri");
    if (uri == null) {
      return Outcome.invalid("resources/read needs a \"uri\".");
    }
    return outcome(
        host.resources().read(uri, exchange),
        contents -> {
          JsonObject result = new JsonObject();
          result.add("contents", contents);
          return result;
        });
  }

  private static <T> Outcome outcome(Reply<T> reply, Function<T, JsonObject> result) {
    return switch (reply) {
      case Reply.Complete<T> complete -> new Outcome.Done(result.apply(complete.result()));
      case Reply.InputRequired<T> ask -> {
        InputRequests.check(ask.requests());
        yield new Outcome.Ask(ask.requests(), ask.state());
      }
      case Reply.Fault<T> fault -> new Outcome.Failed(fault.error());
    };
  }

  private Outcome complete(JsonObject params, Caller caller) {
    if (!(params.get("ref") instanceof JsonObject reference)
        || !(params.get("argument") instanceof JsonObject argument)) {
      return Outcome.invalid("completion/complete needs the objects \"ref\" and \"argument\".");
    }
    String name = string(argument, "name");
    String typed = string(argument, "value");
    if (name == null || typed == null) {
      return Outcome.invalid("\"argument\" needs the strings \"name\" and \"value\".");
    }
    List<String> fitting = host.completions().complete(reference, name, typed, caller);
    JsonArray values = new JsonArray();
    for (String value : fitting.subList(0, Math.min(fitting.size(), MOST_COMPLETIONS))) {
      values.add(value);
    }
    JsonObject completion = new JsonObject();
    completion.add("values", values);
    completion.addProperty("total", fitting.size());
    completion.addProperty("hasMore", fitting.size() > MOST_COMPLETIONS);
    JsonObject result = new JsonObject();
    result.add("completion", completion);
    return new Outcome.Done(result);
  }

  private static @Nullable String string(JsonObject params, String member) {
    return params.get(member) instanceof JsonPrimitive text && text.isString()
        ? text.getAsString()
        : null;
  }

  /** An absent object is an empty one. */
  private static @Nullable JsonObject object(JsonObject params, String member) {
    JsonElement value = params.get(member);
    if (value == null) {
      return new JsonObject();
    }
    return value instanceof JsonObject object ? object : null;
  }
}
