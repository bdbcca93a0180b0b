package dev.opensipsmcp.mcp.internal.http;

import dev.opensipsmcp.mcp.RpcError;
import dev.opensipsmcp.mcp.internal.core.Core;
import dev.opensipsmcp.mcp.internal.legacy.LegacySession;
import dev.opensipsmcp.mcp.internal.rpc.Answer;
import dev.opensipsmcp.mcp.internal.rpc.Call;
import dev.opensipsmcp.mcp.internal.rpc.Message;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;

/**
 * HTTP+SSE of 2024-11-05, deprecated since: a GET opens a stream, whose first event names where to
 * POST; everything else the server says comes on that stream, and the session ends with it.
 */
final class SseHttp implements AutoCloseable {
  static final String STREAM = "/sse";
  static final String MESSAGES = "/messages";
  private static final String ID = "sessionId";

  private final Core core;
  private final Timing timing;
  private final Sessions sessions;

  SseHttp(Core core, Timing timing) {
    this.core = core;
    this.timing = timing;
    this.sessions = new Sessions(core, timing.sessionIdle());
  }

  /** Serves the stream. */
  void get(Channel channel, Visitor visitor) throws IOException, InterruptedException {
    HttpSession session = sessions.create(visitor.caller().subject());
    Outbox outbox = new Outbox();
    session.stream().connect(outbox);
    if (!sessions.open(session)) {
      session.close();
      channel.refuse(503, "There are too many sessions; try again later.");
      return;
    }
    try {
      channel.beginStream();
      channel.event("endpoint", MESSAGES + '?' + ID + '=' + session.id());
      EventPump.run(channel, outbox, timing);
    } finally {
      sessions.end(session);
    }
  }

  /** Takes a message; its answer goes to the stream. */
  void post(Channel channel, Message message, Visitor visitor) throws IOException {
    Fields query = Request.extractQueryParameters(channel.request());
    String id = query.getValue(ID);
    Optional<HttpSession> session =
        id == null ? Optional.empty() : sessions.find(id, visitor.caller().subject());
    if (session.isEmpty()) {
      channel.refuse(404, "There is no such session; open " + STREAM + " first.");
      return;
    }
    switch (message) {
      case Message.Request request -> serve(request, visitor, session.get());
      case Message.Notification notification -> session.get().protocol().accept(notification);
      case Message.Response response -> session.get().protocol().accept(response);
      case Message.Malformed malformed ->
          session.get().stream().send(Answer.error(malformed.id(), malformed.error()).message());
    }
    channel.empty(202);
  }

  private void serve(Message.Request request, Visitor visitor, HttpSession session) {
    LegacySession protocol = session.protocol();
    if (!core.admission().enter(visitor.key())) {
      session.stream().send(Answer.error(request.id(), core.admission().refusal()).message());
      return;
    }
    Optional<Call> call = protocol.calls().begin(request.id(), session.stream());
    if (call.isEmpty()) {
      core.admission().leave(visitor.key());
      RpcError error =
          RpcError.of(RpcError.INVALID_REQUEST, "A request with this id is still being served.");
      session.stream().send(Answer.error(request.id(), error).message());
      return;
    }
    Runnable work = () -> answer(request, visitor, protocol, call.get());
    if (LegacySession.immediate(request.method())) {
      work.run();
    } else {
      Thread.ofVirtual().name("mcp-sse-call").start(work);
    }
  }

  private void answer(Message.Request request, Visitor visitor, LegacySession protocol, Call call) {
    Optional<Answer> answer;
    try {
      answer = protocol.serve(request, visitor.caller(), call);
    } finally {
      protocol.calls().end(request.id());
      core.admission().leave(visitor.key());
    }
    answer.ifPresent(it -> call.finish(it.message()));
  }

  /** {@return how many requests are being served} */
  int working() {
    return sessions.working();
  }

  @Override
  public void close() {
    sessions.close();
  }
}
