package dev.opensipsmcp.mcp.internal.legacy;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.mcp.internal.rpc.Message;
import dev.opensipsmcp.mcp.internal.rpc.Messages;
import dev.opensipsmcp.mcp.internal.rpc.Outbound;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Requests of the server to one client, and the answers it waits for. */
final class Questions {
  private final Duration patience;
  private final AtomicLong lastId = new AtomicLong();
  private final Map<String, CompletableFuture<JsonObject>> open = new ConcurrentHashMap<>();

  private record Question(JsonPrimitive id, CompletableFuture<JsonObject> answer) {}

  /** What came of a round of questions. */
  sealed interface Answers {
    /** The client answered all of them, by key. */
    record All(JsonObject byKey) implements Answers {}

    /** It did not: why, in one sentence. */
    record Failed(String reason) implements Answers {}
  }

  Questions(Duration patience) {
    this.patience = patience;
  }

  /**
   * Asks all questions at once and waits for all answers.
   *
   * @param requests the questions, by key
   * @param out where to ask
   * @throws InterruptedException when the request that asks is withdrawn
   */
  Answers ask(Map<String, JsonObject> requests, Outbound out) throws InterruptedException {
    Map<String, Question> asked = new LinkedHashMap<>();
    requests.forEach((key, request) -> asked.put(key, put(request, out)));
    try {
      return collect(asked);
    } catch (TimeoutException e) {
      asked.values().forEach(question -> withdraw(question, out));
      return new Answers.Failed("The client did not answer within " + patience.toSeconds() + " s.");
    } finally {
      asked.values().forEach(question -> open.remove(question.id().getAsString()));
    }
  }

  private Question put(JsonObject request, Outbound out) {
    Question question =
        new Question(
            new JsonPrimitive("ask-" + lastId.incrementAndGet()), new CompletableFuture<>());
    open.put(question.id().getAsString(), question.answer());
    out.send(Messages.request(question.id(), request.get("method").getAsString(), params(request)));
    return question;
  }

  private Answers collect(Map<String, Question> asked)
      throws InterruptedException, TimeoutException {
    long deadline = System.nanoTime() + patience.toNanos();
    JsonObject byKey = new JsonObject();
    for (Map.Entry<String, Question> entry : asked.entrySet()) {
      JsonObject body;
      try {
        body = entry.getValue().answer().get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      } catch (ExecutionException e) {
        throw new IllegalStateException("Answers are never completed with a failure.", e);
      }
      if (!(body.get("result") instanceof JsonObject result)) {
        return new Answers.Failed("The client refused to answer" + refusal(body.get("error")));
      }
      byKey.add(entry.getKey(), result);
    }
    return new Answers.All(byKey);
  }

  private static String refusal(@Nullable JsonElement error) {
    return error instanceof JsonObject object
            && object.get("message") instanceof JsonPrimitive message
        ? ": " + message.getAsString()
        : ".";
  }

  private static void withdraw(Question question, Outbound out) {
    if (!question.answer().isDone()) {
      JsonObject params = new JsonObject();
      params.add("requestId", question.id());
      params.addProperty("reason", "timed out");
      out.send(Messages.notification("notifications/cancelled", params));
    }
  }

  /** Takes an answer; one that nobody waits for is ignored. */
  void answered(Message.Response response) {
    CompletableFuture<JsonObject> answer = open.remove(response.id().getAsString());
    if (answer != null) {
      answer.complete(response.body());
    }
  }

  private static JsonObject params(JsonObject request) {
    return request.get("params") instanceof JsonObject params ? params : new JsonObject();
  }
}
