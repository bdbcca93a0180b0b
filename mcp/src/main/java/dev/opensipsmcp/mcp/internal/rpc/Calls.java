package dev.opensipsmcp.mcp.internal.rpc;

import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The requests of one connection or session that are being served, by id, so that a later message
 * can cancel them. Safe for use from many threads.
 */
public final class Calls {
  private final Map<String, Call> running = new ConcurrentHashMap<>();

  /**
   * Begins a call; end it with {@link #end}.
   *
   * @param id the request's id
   * @param out where its notifications go
   * @return the call, or nothing when another with this id is still running
   */
  public Optional<Call> begin(JsonPrimitive id, Outbound out) {
    Call call = new Call(out);
    return running.putIfAbsent(key(id), call) == null ? Optional.of(call) : Optional.empty();
  }

  /**
   * Forgets a call that was answered or cancelled.
   *
   * @param id the request's id
   */
  public void end(JsonPrimitive id) {
    running.remove(key(id));
  }

  /**
   * Cancels a call as {@code notifications/cancelled} asks for; an unknown id is ignored.
   *
   * @param id the request's id
   */
  public void cancel(JsonPrimitive id) {
    Call call = running.get(key(id));
    if (call != null) {
      call.cancel();
    }
  }

  /** Cancels all that is running. */
  public void cancelAll() {
    for (Call call : List.copyOf(running.values())) {
      call.cancel();
    }
  }

  /** Gson compares numbers by their double value, which takes different large ids for one. */
  private static String key(JsonPrimitive id) {
    return JsonText.write(id);
  }

  /** {@return how many are running} */
  public int size() {
    return running.size();
  }
}
