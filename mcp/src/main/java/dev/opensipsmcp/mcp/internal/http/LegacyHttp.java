package dev.opensipsmcp.mcp.internal.http;

import dev.opensipsmcp.mcp.RpcError;
import dev.opensipsmcp.mcp.internal.core.Core;
import dev.opensipsmcp.mcp.internal.legacy.LegacySession;
import dev.opensipsmcp.mcp.internal.legacy.Revision;
import dev.opensipsmcp.mcp.internal.rpc.Answer;
import dev.opensipsmcp.mcp.internal.rpc.Call;
import dev.opensipsmcp.mcp.internal.rpc.Message;
import java.io.IOException;
import java.util.Optional;

/**
 * Streamable HTTP of 2025-03-26 to 2025-11-25: sessions, a stream for what belongs to no request,
 * and questions to the client on the stream of the request they belong to. A client that loses its
 * connection has not withdrawn its request; it says so with a notification.
 */
final class LegacyHttp implements AutoCloseable {
  private static final String SESSION = "Mcp-Session-Id";

  private final Core core;
  private final Timing timing;
  private final Sessions sessions;

  LegacyHttp(Core core, Timing timing) {
    this.core = core;
    this.timing = timing;
    this.sessions = new Sessions(core, timing.sessionIdle());
  }

  /** Serves a message and writes what it is answered with. */
  void post(Channel channel, Message message, Visitor visitor)
      throws IOException, InterruptedException {
    Optional<String> version = channel.header(MirroredHeaders.VERSION);
    if (version.isPresent() && !Revision.ALL.contains(version.get())) {
      channel.refuse(400, "The header MCP-Protocol-Version names a revision unknown here.");
      return;
    }
    if (message instanceof Message.Request request && request.method().equals("initialize")) {
      initialize(channel, request, visitor);
      return;
    }
    Optional<HttpSession> session = session(channel, visitor);
    if (session.isEmpty()) {
      return;
    }
    LegacySession protocol = session.get().protocol();
    switch (message) {
      case Message.Request request -> serve(channel, request, visitor, session.get());
      case Message.Notification notification -> {
        protocol.accept(notification);
        channel.empty(202);
      }
      case Message.Response response -> {
        protocol.accept(response);
        channel.empty(202);
      }
      case Message.Malformed malformed ->
          channel.json(Answer.error(malformed.id(), malformed.error(), 400));
    }
  }

  private void initialize(Channel channel, Message.Request request, Visitor visitor)
      throws IOException {
    HttpSession session = sessions.create(visitor.caller().subject());
    Call call = new Call(session.stream());
    Optional<Answer> answer = session.protocol().serve(request, visitor.caller(), call);
    if (session.protocol().client().isPresent()) {
      if (!sessions.open(session)) {
        session.close();
        channel.refuse(503, "There are too many sessions; try again later.");
        return;
      }
      channel.answerHeader(SESSION, session.id());
    }
    channel.json(answer.orElseThrow());
  }

  private void serve(Channel channel, Message.Request request, Visitor visitor, HttpSession session)
      throws IOException, InterruptedException {
    String key = visitor.key();
    if (!core.admission().enter(key)) {
      channel.json(Answer.error(request.id(), core.admission().refusal()));
      return;
    }
    LegacySession protocol = session.protocol();
    PostResponse response = new PostResponse();
    Optional<Call> call = protocol.calls().begin(request.id(), response.outbox());
    if (call.isEmpty()) {
      core.admission().leave(key);
      RpcError error =
          RpcError.of(RpcError.INVALID_REQUEST, "A request with this id is still being served.");
      channel.json(Answer.error(request.id(), error));
      return;
    }
    response.serve(
        call.get(),
        () -> protocol.serve(request, visitor.caller(), call.get()),
        () -> {
          protocol.calls().end(request.id());
          session.touch();
          core.admission().leave(key);
        });
    response.write(channel, timing);
  }

  /** Serves the stream for what belongs to no request. */
  void get(Channel channel, Visitor visitor) throws IOException, InterruptedException {
    if (!Accepts.allows(channel.header("Accept").orElse(""), Accepts.EVENTS)) {
      channel.refuse(406, "The Accept header must let text/event-stream through.");
      return;
    }
    Optional<HttpSession> session = session(channel, visitor);
    if (session.isEmpty()) {
      return;
    }
    Outbox outbox = new Outbox();
    session.get().stream().connect(outbox);
    try {
      channel.beginStream();
      channel.heartbeat();
      EventPump.run(channel, outbox, timing);
    } finally {
      session.get().stream().disconnect(outbox);
      session.get().touch();
    }
  }

  /** Ends a session. */
  void delete(Channel channel, Visitor visitor) throws IOException {
    Optional<HttpSession> session = session(channel, visitor);
    if (session.isPresent()) {
      sessions.end(session.get());
      channel.empty(204);
    }
  }

  /** Finds the session of a request, or answers why there is none. */
  private Optional<HttpSession> session(Channel channel, Visitor visitor) throws IOException {
    Optional<String> id = channel.header(SESSION);
    if (id.isEmpty()) {
      channel.refuse(
          400, "The header Mcp-Session-Id is missing; initialize first, or use 2026-07-28.");
      return Optional.empty();
    }
    Optional<HttpSession> session = sessions.find(id.get(), visitor.caller().subject());
    if (session.isEmpty()) {
      channel.refuse(404, "There is no such session; initialize a new one.");
    }
    return session;
  }

  /** {@return how many requests are being served} */
  int working() {
    return sessions.working();
  }

  /** Ends the streams that would never end by themselves. */
  void endListening() {
    sessions.endStreams();
  }

  @Override
  public void close() {
    sessions.close();
  }
}
