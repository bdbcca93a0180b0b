package dev.opensipsmcp.mcp.internal.legacy;

import com.google.gson.JsonObject;
import dev.opensipsmcp.mcp.RpcError;
import dev.opensipsmcp.mcp.internal.core.CallExchange;
import dev.opensipsmcp.mcp.internal.core.InputRequests;
import dev.opensipsmcp.mcp.internal.core.Operation;
import dev.opensipsmcp.mcp.internal.core.Operations;
import dev.opensipsmcp.mcp.internal.core.Outcome;
import dev.opensipsmcp.mcp.internal.rpc.Answer;
import dev.opensipsmcp.mcp.internal.rpc.Message;
import dev.opensipsmcp.mcp.internal.rpc.Outbound;

/**
 * Serves a request, asking the client in between as often as the host needs. The host's state stays
 * here between two rounds, so nothing needs to be sealed.
 */
final class Conversation {
  private static final int MOST_ROUNDS = 10;

  private final Operations operations;
  private final Questions questions;

  Conversation(Operations operations, Questions questions) {
    this.operations = operations;
    this.questions = questions;
  }

  /**
   * Serves a request. One that needs no question passes without a switch over patterns, whose first
   * use costs a process that starts 20 ms.
   */
  Answer answer(Message.Request request, Operation operation, CallExchange first, Outbound out) {
    Outcome outcome = operations.perform(operation, request.params(), first);
    return outcome instanceof Outcome.Done done
        ? done(request, operation, first, done)
        : converse(request, operation, first, outcome, out);
  }

  private static Answer done(
      Message.Request request, Operation operation, CallExchange exchange, Outcome.Done done) {
    String revision = exchange.client().protocolVersion();
    return Answer.result(request.id(), LegacyResults.of(operation, done.result(), revision));
  }

  private Answer converse(
      Message.Request request,
      Operation operation,
      CallExchange first,
      Outcome firstOutcome,
      Outbound out) {
    Outcome outcome = firstOutcome;
    CallExchange exchange = first;
    for (int round = 0; true; round++) {
      switch (outcome) {
        case Outcome.Done done -> {
          return done(request, operation, exchange, done);
        }
        case Outcome.Failed failed -> {
          return Answer.error(request.id(), LegacyResults.of(operation, failed.error()));
        }
        case Outcome.Ask ask -> {
          if (round == MOST_ROUNDS) {
            return Answer.error(request.id(), exhausted());
          }
          JsonObject missing = InputRequests.missing(ask.requests(), exchange.client());
          if (!missing.isEmpty()) {
            return Answer.error(request.id(), unable(missing));
          }
          switch (ask(ask, exchange, out)) {
            case Questions.Answers.All(JsonObject byKey) -> {
              exchange = exchange.answered(byKey, ask.state());
              outcome = operations.perform(operation, request.params(), exchange);
            }
            case Questions.Answers.Failed(String reason) -> {
              return Answer.error(request.id(), RpcError.of(RpcError.INTERNAL_ERROR, reason));
            }
          }
        }
      }
    }
  }

  private static RpcError exhausted() {
    return RpcError.of(
        RpcError.INTERNAL_ERROR,
        "The client was asked " + MOST_ROUNDS + " times and it was not enough.");
  }

  private Questions.Answers ask(Outcome.Ask ask, CallExchange exchange, Outbound out) {
    try {
      return questions.ask(
          LegacyResults.questions(ask.requests(), exchange.client().protocolVersion()), out);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Questions.Answers.Failed("The request was withdrawn.");
    }
  }

  private static RpcError unable(JsonObject missing) {
    JsonObject data = new JsonObject();
    data.add("requiredCapabilities", missing);
    return new RpcError(
        RpcError.INVALID_REQUEST,
        "The client must be able to answer "
            + String.join(" and ", missing.keySet())
            + " for this.",
        data);
  }
}
