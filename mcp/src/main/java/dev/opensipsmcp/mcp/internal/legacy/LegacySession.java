package dev.opensipsmcp.mcp.internal.legacy;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.mcp.Caller;
import dev.opensipsmcp.mcp.Client;
import dev.opensipsmcp.mcp.RpcError;
import dev.opensipsmcp.mcp.internal.core.CallExchange;
import dev.opensipsmcp.mcp.internal.core.Core;
import dev.opensipsmcp.mcp.internal.core.Identity;
import dev.opensipsmcp.mcp.internal.core.LogLevel;
import dev.opensipsmcp.mcp.internal.core.Operation;
import dev.opensipsmcp.mcp.internal.rpc.Answer;
import dev.opensipsmcp.mcp.internal.rpc.Call;
import dev.opensipsmcp.mcp.internal.rpc.Calls;
import dev.opensipsmcp.mcp.internal.rpc.Message;
import dev.opensipsmcp.mcp.internal.rpc.Outbound;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One client of the handshake era, from {@code initialize} to the end of its connection.
 *
 * <p>A transport makes one per stdio process or HTTP session. It gives every request a {@link Call}
 * from {@link #calls()}, serves it with {@link #serve} on a virtual thread (those for which {@link
 * #immediate} holds on the reading thread, so that their order counts), and passes notifications
 * and responses to {@link #accept}. What belongs to a request, questions to the client included,
 * goes out through its call; what does not, such as a changed list, through the session's stream.
 * Safe for use from many threads.
 */
public final class LegacySession implements AutoCloseable {
  private final Core core;
  private final Calls calls;
  private final Questions questions;
  private final Changes changes;
  private final Conversation conversation;
  private volatile @Nullable Client client;
  private volatile LogLevel logLevel = LogLevel.INFO;

  /**
   * Makes a session whose handshake is still to come.
   *
   * @param core what is shared
   * @param calls where the requests in progress are kept, to be cancelled
   * @param stream where messages go that belong to no request
   */
  public LegacySession(Core core, Calls calls, Outbound stream) {
    this.core = core;
    this.calls = calls;
    this.questions = new Questions(core.limits().stateLifetime());
    this.changes = new Changes(core.subscriptions(), stream);
    this.conversation = new Conversation(core.operations(), questions);
  }

  /** {@return the requests in progress} */
  public Calls calls() {
    return calls;
  }

  /** {@return what the client told in the handshake, once it did} */
  public Optional<Client> client() {
    return Optional.ofNullable(client);
  }

  /**
   * {@return whether a request takes no time and changes how later ones are served, so that it is
   * best served before the next message is read}
   *
   * @param method the method
   */
  public static boolean immediate(String method) {
    return switch (method) {
      case "initialize",
          "ping",
          "logging/setLevel",
          "resources/subscribe",
          "resources/unsubscribe" ->
          true;
      default -> false;
    };
  }

  /**
   * Serves a request on the calling thread, however long it takes.
   *
   * @param request the request
   * @param caller who asked
   * @param call where its notifications and questions go, and how it is withdrawn
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
    if (request.method().equals("ping")) {
      return Answer.result(request.id(), new JsonObject());
    }
    if (request.method().equals("initialize")) {
      return initialize(request);
    }
    Client known = client;
    if (known == null) {
      return error(
          request,
          RpcError.INVALID_REQUEST,
          "Send initialize first, or name the revision with each request as 2026-07-28 asks.");
    }
    Optional<Operation> operation = Operation.of(request.method());
    if (operation.isPresent()) {
      return conversation.answer(
          request,
          operation.get(),
          new CallExchange(caller, known, call, request.params(), Optional.of(logLevel)),
          call);
    }
    return switch (request.method()) {
      case "logging/setLevel" -> setLevel(request);
      case "resources/subscribe" ->
          subscribed(request, changes::subscribe, "No more resources can be subscribed to.");
      case "resources/unsubscribe" ->
          subscribed(request, changes::unsubscribe, "The resource was not subscribed to.");
      default ->
          error(
              request,
              RpcError.METHOD_NOT_FOUND,
              "There is no method \"" + request.method() + "\".");
    };
  }

  private synchronized Answer initialize(Message.Request request) {
    if (client != null) {
      return error(request, RpcError.INVALID_REQUEST, "The handshake has already been made.");
    }
    if (!(request.params().get("protocolVersion") instanceof JsonPrimitive version
        && version.isString())) {
      return error(request, RpcError.INVALID_PARAMS, "initialize needs a \"protocolVersion\".");
    }
    Client told =
        new Client(
            Revision.negotiated(version.getAsString()),
            object(request, "clientInfo"),
            object(request, "capabilities"));
    client = told;
    JsonObject result = new JsonObject();
    result.addProperty("protocolVersion", told.protocolVersion());
    result.add("capabilities", Identity.capabilities());
    result.add("serverInfo", Identity.serverInfo(core.host().info()));
    if (!core.host().info().instructions().isEmpty()) {
      result.addProperty("instructions", core.host().info().instructions());
    }
    return Answer.result(request.id(), result);
  }

  private Answer setLevel(Message.Request request) {
    Optional<LogLevel> level =
        request.params().get("level") instanceof JsonPrimitive name
            ? LogLevel.of(name.getAsString())
            : Optional.empty();
    if (level.isEmpty()) {
      return error(
          request, RpcError.INVALID_PARAMS, "\"level\" must be a level from debug to emergency.");
    }
    logLevel = level.get();
    return Answer.result(request.id(), new JsonObject());
  }

  private interface Subscribing {
    boolean change(String uri);
  }

  private static Answer subscribed(Message.Request request, Subscribing change, String refusal) {
    if (!(request.params().get("uri") instanceof JsonPrimitive uri && uri.isString())) {
      return error(request, RpcError.INVALID_PARAMS, request.method() + " needs a \"uri\".");
    }
    return change.change(uri.getAsString())
        ? Answer.result(request.id(), new JsonObject())
        : error(request, RpcError.INVALID_PARAMS, refusal);
  }

  /**
   * Takes a notification.
   *
   * @param notification the notification; unknown ones are ignored
   */
  public void accept(Message.Notification notification) {
    if (notification.method().equals("notifications/initialized") && client != null) {
      changes.begin();
    } else if (notification.method().equals("notifications/cancelled")
        && notification.params().get("requestId") instanceof JsonPrimitive id) {
      calls.cancel(id);
    }
  }

  /**
   * Takes the client's answer to a question of the server.
   *
   * @param response the answer; one that nobody waits for is ignored
   */
  public void accept(Message.Response response) {
    questions.answered(response);
  }

  /** Ends the session: requests in progress are cancelled, and nothing more is sent. */
  @Override
  public void close() {
    changes.close();
    calls.cancelAll();
  }

  private static JsonObject object(Message.Request request, String member) {
    return request.params().get(member) instanceof JsonObject object ? object : new JsonObject();
  }

  private static Answer error(Message.Request request, int code, String message) {
    return Answer.error(request.id(), RpcError.of(code, message));
  }
}
