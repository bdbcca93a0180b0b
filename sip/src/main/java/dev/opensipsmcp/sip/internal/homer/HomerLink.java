package dev.opensipsmcp.sip.internal.homer;

import com.google.gson.JsonObject;
import dev.opensipsmcp.sip.homer.HomerAccess;
import dev.opensipsmcp.sip.internal.homer.HomerHttp.Reply;
import dev.opensipsmcp.sip.trace.TraceError.Kind;
import dev.opensipsmcp.sip.trace.Watch;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * Asks a server as somebody: with a static token, or with one from a login, which is renewed once
 * when the server does not accept it any more.
 */
final class HomerLink {
  private static final int REASON_CHARS = 200;

  private final HomerHttp http;
  private final HomerAccess access;
  private final Dialect dialect;
  private Optional<String> bearer = Optional.empty();

  HomerLink(HomerHttp http, HomerAccess access, Dialect dialect) {
    this.http = http;
    this.access = access;
    this.dialect = dialect;
  }

  /** {@return the JSON object that a request brings} */
  JsonObject get(String path, Watch watch) throws HomerFailure {
    return json("GET", path, "", watch);
  }

  /** {@return the JSON object that a request brings} */
  JsonObject post(String path, JsonObject body, Watch watch) throws HomerFailure {
    return json("POST", path, body.toString(), watch);
  }

  private JsonObject json(String method, String path, String body, Watch watch)
      throws HomerFailure {
    ByteArrayOutputStream memory = new ByteArrayOutputStream();
    ask(method, path, body, memory, access.most(), watch);
    return object(memory);
  }

  private static JsonObject object(ByteArrayOutputStream memory) throws HomerFailure {
    return Json.parse(memory.toString(StandardCharsets.UTF_8)).orElseThrow(HomerLink::notHomer);
  }

  private static HomerFailure notHomer() {
    return new HomerFailure(
        Kind.WRONG_ANSWER,
        "What answers at Homer's address does not answer as Homer does.",
        "Check homer.url and homer.api, and what stands before the server.");
  }

  /** Sends the body of the answer to the sink. {@return how many bytes it had} */
  long ask(String method, String path, String body, OutputStream sink, long most, Watch watch)
      throws HomerFailure {
    Optional<String> token = token(Optional.empty(), watch);
    Reply reply = send(method, path, body, headers(token), sink, most, watch);
    if (reply.status() == 401 && access.credentials() instanceof HomerAccess.Login) {
      token = token(token, watch);
      reply = send(method, path, body, headers(token), sink, most, watch);
    }
    if (!reply.success()) {
      throw refusal(reply);
    }
    return reply.bytes();
  }

  private Reply send(
      String method,
      String path,
      String body,
      Map<String, String> headers,
      OutputStream sink,
      long most,
      Watch watch)
      throws HomerFailure {
    return http.send(method, dialect.root() + path, body, headers, sink, most, watch);
  }

  private Map<String, String> headers(Optional<String> token) {
    return switch (access.credentials()) {
      case HomerAccess.Token(String value) -> Map.of("Auth-Token", value);
      case HomerAccess.Login _ ->
          token.isPresent() ? Map.of("Authorization", "Bearer " + token.get()) : Map.of();
      case HomerAccess.Nobody _ -> Map.of();
    };
  }

  /**
   * {@return a token of a login, other than the one that was refused; nothing when nobody logs in}
   * Many who were refused the same token cause one login.
   */
  private synchronized Optional<String> token(Optional<String> refused, Watch watch)
      throws HomerFailure {
    if (!(access.credentials() instanceof HomerAccess.Login login)) {
      return Optional.empty();
    }
    if (bearer.isEmpty() || bearer.equals(refused)) {
      bearer = Optional.empty();
      bearer = Optional.of(login(login, watch));
    }
    return bearer;
  }

  private String login(HomerAccess.Login login, Watch watch) throws HomerFailure {
    JsonObject body = new JsonObject();
    body.addProperty("username", login.user());
    body.addProperty("password", login.password());
    ByteArrayOutputStream memory = new ByteArrayOutputStream();
    Reply reply =
        send("POST", dialect.login(), body.toString(), Map.of(), memory, access.most(), watch);
    if (!reply.success()) {
      throw refusal(reply);
    }
    String token = dialect.token(object(memory));
    // A token is the base64url text of RFC 7515; nothing else goes into a header.
    if (!token.matches("[A-Za-z0-9._~+/=-]{1,8192}")) {
      throw notHomer();
    }
    return token;
  }

  private HomerFailure refusal(Reply reply) {
    if (reply.status() == 401 || reply.status() == 403) {
      return new HomerFailure(
          Kind.UNAUTHORIZED,
          "Homer does not accept the credentials (HTTP " + reply.status() + reason(reply) + ").",
          "Check homer.user and homer.password_file, or homer.token_file, and the user's rights.");
    }
    if (reply.status() / 100 == 3) {
      return new HomerFailure(
          Kind.WRONG_ANSWER,
          "Homer's address sends elsewhere (HTTP " + reply.status() + "), which is not followed.",
          "Set homer.url to where the server really is.");
    }
    if (Json.parse(reply.error()).isEmpty()) {
      return new HomerFailure(
          Kind.WRONG_ANSWER,
          "What answers at Homer's address failed with HTTP " + reply.status() + ".",
          "Check homer.url and homer.api, and what stands before the server.");
    }
    return new HomerFailure(
        Kind.REFUSED,
        "Homer refused the request with HTTP " + reply.status() + reason(reply) + ".",
        "Look at the server's log; narrow the time when its database is overloaded.");
  }

  /** What the server says, without control characters and without what must stay secret. */
  private String reason(Reply reply) {
    String text = Json.parse(reply.error()).map(dialect::reason).orElse("");
    text =
        switch (access.credentials()) {
          case HomerAccess.Login login -> hidden(text, login.password());
          case HomerAccess.Token(String token) -> hidden(text, token);
          case HomerAccess.Nobody _ -> text;
        };
    text = text.replaceAll("\\p{Cntrl}+", " ").strip();
    text = text.length() > REASON_CHARS ? text.substring(0, REASON_CHARS) : text;
    return text.isEmpty() ? "" : ": " + text;
  }

  private static String hidden(String text, String secret) {
    return secret.isEmpty() ? text : text.replace(secret, "***");
  }
}
