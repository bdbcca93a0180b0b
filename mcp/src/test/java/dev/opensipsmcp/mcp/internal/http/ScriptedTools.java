package dev.opensipsmcp.mcp.internal.http;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.opensipsmcp.mcp.Caller;
import dev.opensipsmcp.mcp.Exchange;
import dev.opensipsmcp.mcp.Reply;
import dev.opensipsmcp.mcp.RpcError;
import dev.opensipsmcp.mcp.ToolResult;
import dev.opensipsmcp.mcp.Tools;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

/** Tools that do what a test of the transport needs: answer, wait, talk much, ask. */
final class ScriptedTools implements Tools {
  static final int FLOOD_EVENTS = 2_000;

  /** Given once for each call of {@code wait} that began. */
  final Semaphore waiting = new Semaphore(0);

  /** Opened to let all calls of {@code wait} end. */
  final CountDownLatch release = new CountDownLatch(1);

  /** Given once for each call that was cancelled. */
  final Semaphore cancelled = new Semaphore(0);

  @Override
  public List<JsonObject> list(Caller caller) {
    return List.of();
  }

  @Override
  public Reply<ToolResult> call(String name, JsonObject arguments, Exchange exchange) {
    return switch (name) {
      case "echo" -> said(arguments.toString());
      case "caller" -> said(exchange.caller().toString());
      case "wait" -> waits(exchange);
      case "flood" -> floods(exchange, FLOOD_EVENTS);
      case "endless" -> floods(exchange, Integer.MAX_VALUE);
      case "ask" -> asks(exchange);
      case "break" -> throw new IllegalStateException("broken on purpose");
      default -> new Reply.Fault<>(RpcError.of(RpcError.INVALID_PARAMS, "Unknown tool: " + name));
    };
  }

  private Reply<ToolResult> waits(Exchange exchange) {
    waiting.release();
    try {
      release.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (exchange.cancelled()) {
      cancelled.release();
    }
    return said("waited");
  }

  private Reply<ToolResult> floods(Exchange exchange, int events) {
    String text = "x".repeat(10_000);
    for (int i = 0; i < events && !exchange.cancelled(); i++) {
      exchange.progress(i, events, text);
    }
    if (exchange.cancelled()) {
      cancelled.release();
    }
    return said("flooded");
  }

  private static Reply<ToolResult> asks(Exchange exchange) {
    JsonElement answer = exchange.inputResponses().get("name");
    if (answer != null) {
      return said(answer.toString());
    }
    JsonObject question =
        JsonParser.parseString(
                """
                {"method": "elicitation/create", "params": {"message": "Who are you?",
                 "requestedSchema": {"type": "object", "properties": {"name": {"type": "string"}}}}}
                """)
            .getAsJsonObject();
    return new Reply.InputRequired<>(Map.of("name", question), JsonNull.INSTANCE);
  }

  private static Reply<ToolResult> said(String text) {
    return new Reply.Complete<>(ToolResult.of(text, new JsonObject()));
  }
}
