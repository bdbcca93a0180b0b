package dev.opensipsmcp.mcp.internal.modern;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mcp.Caller;
import dev.opensipsmcp.mcp.RpcError;
import dev.opensipsmcp.mcp.internal.core.CallExchange;
import dev.opensipsmcp.mcp.internal.core.Core;
import dev.opensipsmcp.mcp.internal.core.Identity;
import dev.opensipsmcp.mcp.internal.core.Operation;
import dev.opensipsmcp.mcp.internal.core.Outcome;
import dev.opensipsmcp.mcp.internal.rpc.Answer;
import dev.opensipsmcp.mcp.internal.rpc.Call;
import dev.opensipsmcp.mcp.internal.rpc.Message;
import java.util.Optional;

/**
 * Serves requests that stand for themselves: nothing is remembered from one to the next.
 *
 * <p>A transport gives each request a {@link Call} and a virtual thread, runs {@link #serve} on it,
 * and sends the answer with {@link Call#finish}. Notifications go out through the call before that,
 * so over HTTP the first of them turns the response into a stream. {@code subscriptions/listen}
 * returns only when the call is cancelled or the server stops. Header checks and {@link
 * Core#admission} are the transport's. Safe for use from many threads.
 */
public final class ModernDispatcher {
  private final Core core;
  private final Results results;
  private final Rounds rounds;
  private final Listening listening;

  /**
   * Makes a dispatcher.
   *
   * @param core what is shared
   */
  public ModernDispatcher(Core core) {
    this.core = core;
    this.results = new Results(core.host().info());
    this.rounds = new Rounds(core, results);
    this.listening = new Listening(core.subscriptions(), results);
  }

  /**
   * Serves a request on the calling thread, however long it takes.
   *
   * @param request the request
   * @param caller who asked
   * @param call where its notifications go, and how it is withdrawn
   * @return the answer, or nothing when the call was cancelled
   */
  public Optional<Answer> serve(Message.Request request, Caller caller, Call call) {
    call.enter();
    try {
      Answer answer = answer(request, caller, call);
      return call.cancelled() ? Optional.empty() : Optional.of(answer);
    } finally {
      call.exit();
    }
  }

  private Answer answer(Message.Request request, Caller caller, Call call) {
    Meta meta = Meta.of(request.params());
    return meta instanceof Meta.Told told
        ? answer(request, told, caller, call)
        : Answer.error(request.id(), ((Meta.Wrong) meta).error(), 400);
  }

  private Answer answer(Message.Request request, Meta.Told told, Caller caller, Call call) {
    Optional<Operation> operation = Operation.of(request.method());
    if (operation.isPresent()) {
      CallExchange exchange =
          new CallExchange(caller, told.client(), call, request.params(), told.logLevel());
      return operation.get().mayAsk()
          ? rounds.answer(request, operation.get(), exchange)
          : plain(request, operation.get(), exchange);
    }
    return switch (request.method()) {
      case "server/discover" -> Answer.result(request.id(), discover());
      case "subscriptions/listen" -> listening.answer(request, call);
      default ->
          Answer.error(
              request.id(),
              RpcError.of(
                  RpcError.METHOD_NOT_FOUND,
                  "There is no method \"" + request.method() + "\" in " + Meta.REVISION + "."));
    };
  }

  private Answer plain(Message.Request request, Operation operation, CallExchange exchange) {
    Outcome outcome = core.operations().perform(operation, request.params(), exchange);
    if (outcome instanceof Outcome.Done done) {
      return Answer.result(request.id(), results.complete(operation, done.result()));
    }
    if (outcome instanceof Outcome.Failed failed) {
      return Answer.error(request.id(), failed.error());
    }
    throw new IllegalStateException(operation + " may not ask.");
  }

  private JsonObject discover() {
    JsonObject result = new JsonObject();
    JsonArray versions = new JsonArray();
    versions.add(Meta.REVISION);
    result.add("supportedVersions", versions);
    result.add("capabilities", Identity.capabilities());
    if (!core.host().info().instructions().isEmpty()) {
      result.addProperty("instructions", core.host().info().instructions());
    }
    return results.discovered(result);
  }
}
