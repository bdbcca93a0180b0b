package dev.opensipsmcp.mcp.internal.core;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.mcp.Caller;
import dev.opensipsmcp.mcp.Client;
import dev.opensipsmcp.mcp.Exchange;
import dev.opensipsmcp.mcp.internal.rpc.Call;
import dev.opensipsmcp.mcp.internal.rpc.Messages;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The request that a host sees, bound to the call that it is answered on. */
public final class CallExchange implements Exchange {
  private static final Pattern TRACE_PARENT =
      Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

  private final Caller caller;
  private final Client client;
  private final Call call;
  private final @Nullable JsonPrimitive progressToken;
  private final @Nullable LogLevel logLevel;
  private final @Nullable String traceParent;
  private final JsonObject inputResponses;
  private final @Nullable JsonElement state;
  private double progressed = Double.NEGATIVE_INFINITY;

  /**
   * Makes the first round of a request.
   *
   * @param caller who asked
   * @param client what the client can do
   * @param call where its notifications go
   * @param params the request's parameters, for its progress token
   * @param logLevel the least level that the client wants to hear of, or nothing for silence
   */
  public CallExchange(
      Caller caller, Client client, Call call, JsonObject params, Optional<LogLevel> logLevel) {
    this(
        caller,
        client,
        call,
        progressToken(params),
        logLevel.orElse(null),
        traceParent(params),
        new JsonObject(),
        null,
        Double.NEGATIVE_INFINITY);
  }

  private CallExchange(
      Caller caller,
      Client client,
      Call call,
      @Nullable JsonPrimitive progressToken,
      @Nullable LogLevel logLevel,
      @Nullable String traceParent,
      JsonObject inputResponses,
      @Nullable JsonElement state,
      double progressed) {
    this.caller = caller;
    this.client = client;
    this.call = call;
    this.progressToken = progressToken;
    this.logLevel = logLevel;
    this.traceParent = traceParent;
    this.inputResponses = inputResponses;
    this.state = state;
    this.progressed = progressed;
  }

  /**
   * {@return a later round of the same request}
   *
   * @param responses the client's answers, by key
   * @param hostState what the host wanted back
   */
  public synchronized CallExchange answered(JsonObject responses, JsonElement hostState) {
    return new CallExchange(
        caller,
        client,
        call,
        progressToken,
        logLevel,
        traceParent,
        responses,
        hostState,
        progressed);
  }

  @Override
  public Caller caller() {
    return caller;
  }

  @Override
  public Client client() {
    return client;
  }

  @Override
  public JsonObject inputResponses() {
    return inputResponses;
  }

  @Override
  public Optional<JsonElement> state() {
    return Optional.ofNullable(state);
  }

  /** Steps that do not grow are not sent: the protocol wants growing ones only. */
  @Override
  public synchronized void progress(double done, double total, String message) {
    if (progressToken == null || !(done > progressed)) {
      return;
    }
    progressed = done;
    JsonObject params = new JsonObject();
    params.add("progressToken", progressToken);
    params.addProperty("progress", plain(done));
    if (total >= 0) {
      params.addProperty("total", plain(total));
    }
    if (!message.isEmpty()) {
      params.addProperty("message", message);
    }
    call.send(Messages.notification("notifications/progress", params));
  }

  @Override
  public void log(String level, JsonElement data) {
    if (logLevel == null) {
      return;
    }
    LogLevel grave =
        LogLevel.of(level)
            .orElseThrow(
                () -> new IllegalArgumentException("There is no log level " + level + "."));
    if (grave.compareTo(logLevel) < 0) {
      return;
    }
    JsonObject params = new JsonObject();
    params.addProperty("level", level);
    params.add("data", data);
    call.send(Messages.notification("notifications/message", params));
  }

  @Override
  public Optional<String> traceParent() {
    return Optional.ofNullable(traceParent);
  }

  /** Version 00 of W3C Trace Context, section 3.2; zeros alone name nothing. */
  private static @Nullable String traceParent(JsonObject params) {
    return params.get("_meta") instanceof JsonObject meta
            && meta.get("traceparent") instanceof JsonPrimitive text
            && text.isString()
            && TRACE_PARENT.matcher(text.getAsString()).matches()
        ? text.getAsString()
        : null;
  }

  @Override
  public boolean cancelled() {
    return call.cancelled();
  }

  private static @Nullable JsonPrimitive progressToken(JsonObject params) {
    return params.get("_meta") instanceof JsonObject meta
            && meta.get("progressToken") instanceof JsonPrimitive token
            && (token.isString() || token.isNumber())
        ? token
        : null;
  }

  /** Whole numbers go out without a fraction, as people write them. */
  private static Number plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? (Number) (long) value
        : (Number) value;
  }
}
