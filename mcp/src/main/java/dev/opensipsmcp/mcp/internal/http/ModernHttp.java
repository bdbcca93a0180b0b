package dev.opensipsmcp.mcp.internal.http;

import dev.opensipsmcp.mcp.RpcError;
import dev.opensipsmcp.mcp.internal.core.Core;
import dev.opensipsmcp.mcp.internal.modern.ModernDispatcher;
import dev.opensipsmcp.mcp.internal.rpc.Answer;
import dev.opensipsmcp.mcp.internal.rpc.Call;
import dev.opensipsmcp.mcp.internal.rpc.Message;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Serves requests of 2026-07-28 over HTTP: each is a POST of its own, and a client that closes the
 * connection has withdrawn it.
 */
final class ModernHttp implements AutoCloseable {
  private static final String LISTEN = "subscriptions/listen";

  private final Core core;
  private final Timing timing;
  private final ModernDispatcher dispatcher;
  private final Set<Call> working = ConcurrentHashMap.newKeySet();
  private final Set<Call> listening = ConcurrentHashMap.newKeySet();

  ModernHttp(Core core, Timing timing) {
    this.core = core;
    this.timing = timing;
    this.dispatcher = new ModernDispatcher(core);
  }

  /** Serves a request and writes its answer. */
  void serve(Channel channel, Message.Request request, Visitor visitor)
      throws IOException, InterruptedException {
    Optional<RpcError> fault = MirroredHeaders.fault(channel, request);
    if (fault.isPresent()) {
      channel.json(Answer.error(request.id(), fault.get()));
      return;
    }
    boolean listen = request.method().equals(LISTEN);
    // Streams that live for hours must not use up what short calls need.
    String key = listen ? visitor.key() + ' ' + LISTEN : visitor.key();
    if (!core.admission().enter(key)) {
      channel.json(Answer.error(request.id(), core.admission().refusal()));
      return;
    }
    PostResponse response = new PostResponse();
    Call call = new Call(response.outbox());
    Set<Call> running = listen ? listening : working;
    running.add(call);
    response.serve(
        call,
        () -> dispatcher.serve(request, visitor.caller(), call),
        () -> {
          running.remove(call);
          core.admission().leave(key);
        });
    try {
      response.write(channel, timing);
    } finally {
      // Without effect when the answer was sent; otherwise the client is gone.
      call.cancel();
    }
  }

  /** {@return how many requests are being served, those that only listen left out} */
  int working() {
    return working.size();
  }

  /** Ends the streams that would never end by themselves. */
  void endListening() {
    for (Call call : List.copyOf(listening)) {
      call.cancel();
    }
  }

  /** Cancels all that is being served. */
  @Override
  public void close() {
    endListening();
    for (Call call : List.copyOf(working)) {
      call.cancel();
    }
  }
}
