package dev.opensipsmcp.mcp.internal.stdio;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonParseException;
import dev.opensipsmcp.mcp.Caller;
import dev.opensipsmcp.mcp.RpcError;
import dev.opensipsmcp.mcp.internal.core.Core;
import dev.opensipsmcp.mcp.internal.legacy.LegacySession;
import dev.opensipsmcp.mcp.internal.modern.ModernDispatcher;
import dev.opensipsmcp.mcp.internal.rpc.Answer;
import dev.opensipsmcp.mcp.internal.rpc.Call;
import dev.opensipsmcp.mcp.internal.rpc.Calls;
import dev.opensipsmcp.mcp.internal.rpc.JsonText;
import dev.opensipsmcp.mcp.internal.rpc.Message;
import dev.opensipsmcp.mcp.internal.stdio.LineReader.Line;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;

/**
 * One client over a pair of streams. The reading thread sorts messages and never waits for a host;
 * each request is served on a virtual thread of its own.
 *
 * <p>What a first request passes through has neither lambdas nor switches over patterns: the first
 * of each costs a process that starts 20 ms.
 */
public final class StdioConnection {
  private static final Caller LOCAL = new Caller("local", "stdio", Map.of());

  private final Core core;
  private final LineReader in;
  private final LineWriter out;
  private final Calls calls = new Calls();
  private final ModernDispatcher modern;
  private final LegacySession legacy;
  private final Workers workers = new Workers();

  /**
   * Makes a connection; {@link #run} serves it.
   *
   * @param core what is shared
   * @param in the client's messages, one a line
   * @param out the server's messages
   */
  public StdioConnection(Core core, InputStream in, OutputStream out) {
    this.core = core;
    this.in = new LineReader(in, core.limits().messageBytes());
    this.out = new LineWriter(out);
    this.modern = new ModernDispatcher(core);
    this.legacy = new LegacySession(core, calls, this.out);
  }

  /**
   * Serves until the input ends. What still runs then has a moment to answer a client that only
   * closed its end, and is cancelled.
   */
  public void run() {
    try {
      while (true) {
        Line line = in.next();
        if (line instanceof Line.Text text) {
          text(text);
        } else if (line instanceof Line.TooLong) {
          refuse(JsonNull.INSTANCE, tooLong());
        } else {
          return;
        }
      }
    } catch (IOException e) {
      // A broken input is an ended one.
    } finally {
      workers.awaitShort();
      legacy.close();
      workers.awaitEnd();
      out.end();
    }
  }

  /**
   * Cancels what does not end within a moment, for a server that stops. The connection itself ends
   * with its input.
   */
  public void cancel() {
    workers.awaitAllShort();
    legacy.close();
  }

  private RpcError tooLong() {
    return RpcError.of(
        RpcError.INVALID_REQUEST,
        "The message has more than " + core.limits().messageBytes() + " bytes.");
  }

  private void text(Line.Text text) {
    if (isBlank(text)) {
      return;
    }
    JsonElement json;
    try {
      json = JsonText.read(text.bytes(), 0, text.length());
    } catch (JsonParseException e) {
      refuse(
          JsonNull.INSTANCE,
          RpcError.of(RpcError.PARSE_ERROR, "The line is not one JSON object in UTF-8."));
      return;
    }
    Message message = Message.of(json);
    if (message instanceof Message.Request request) {
      request(request);
    } else if (message instanceof Message.Notification notification) {
      legacy.accept(notification);
    } else {
      other(message);
    }
  }

  private void other(Message message) {
    switch (message) {
      case Message.Request request -> request(request);
      case Message.Notification notification -> legacy.accept(notification);
      case Message.Response response -> legacy.accept(response);
      case Message.Malformed malformed -> refuse(malformed.id(), malformed.error());
    }
  }

  private static boolean isBlank(Line.Text text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.bytes()[i] != ' ' && text.bytes()[i] != '\t' && text.bytes()[i] != '\r') {
        return false;
      }
    }
    return true;
  }

  private void request(Message.Request request) {
    Era era = Era.of(request, legacy);
    Optional<Call> call = calls.begin(request.id(), out);
    if (call.isEmpty()) {
      refuse(
          request.id(),
          RpcError.of(RpcError.INVALID_REQUEST, "A request with this id is still being served."));
    } else if (era == Era.LEGACY && LegacySession.immediate(request.method())) {
      serve(era, request, call.get());
    } else if (!core.admission().enter(LOCAL.subject())) {
      calls.end(request.id());
      refuse(request.id(), core.admission().refusal());
    } else {
      workers.start(Workers.Kind.of(request.method()), new Admitted(era, request, call.get()));
    }
  }

  /** Serves a request that counts among those that run at once. */
  private final class Admitted implements Runnable {
    private final Era era;
    private final Message.Request request;
    private final Call call;

    Admitted(Era era, Message.Request request, Call call) {
      this.era = era;
      this.request = request;
      this.call = call;
    }

    @Override
    public void run() {
      try {
        serve(era, request, call);
      } finally {
        core.admission().leave(LOCAL.subject());
      }
    }
  }

  private void serve(Era era, Message.Request request, Call call) {
    try {
      Optional<Answer> answer =
          switch (era) {
            case MODERN -> modern.serve(request, LOCAL, call);
            case LEGACY -> legacy.serve(request, LOCAL, call);
          };
      // The id is free before its answer is seen, so that a client may use it again at once.
      calls.end(request.id());
      if (answer.isPresent()) {
        call.finish(answer.get().message());
      }
    } finally {
      calls.end(request.id());
    }
  }

  private void refuse(JsonElement id, RpcError error) {
    out.send(Answer.error(id, error).message());
  }
}
