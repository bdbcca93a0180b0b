package dev.opensipsmcp.server.toolset.b2b;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import java.util.Optional;

/** What a call of {@code b2b_bridge} asks for, under whichever names. */
sealed interface BridgeOrder {

  /**
   * It is clear.
   *
   * @param key the session's key
   * @param uri the new destination
   * @param flag which leg stays, 0 or 1
   * @param params the parameters on the wire
   */
  record Clear(String key, String uri, int flag, JsonObject params) implements BridgeOrder {}

  /** It is not. */
  record Wrong(Outcome.Failure failure) implements BridgeOrder {}

  /** {@return the order that these arguments give} */
  static BridgeOrder of(Arguments arguments) {
    Optional<String> key = arguments.maybeText("key");
    Optional<String> dialogId = arguments.maybeText("dialog_id");
    Optional<String> uri = arguments.maybeText("new_uri");
    Optional<String> destination = arguments.maybeText("new_dst");
    if (differ(key, dialogId)) {
      return wrong("key and dialog_id name two sessions.", "Give key alone.");
    }
    if (differ(uri, destination)) {
      return wrong("new_uri and new_dst name two destinations.", "Give new_uri alone.");
    }
    Optional<String> session = key.or(() -> dialogId);
    Optional<String> target = uri.or(() -> destination);
    if (session.isEmpty() || target.isEmpty()) {
      return wrong(
          session.isEmpty() ? "No session is given." : "No new destination is given.",
          "Give key as b2b_list_sessions shows it, and new_uri.");
    }
    JsonObject params = new JsonObject();
    params.addProperty("dialog_id", session.get());
    params.addProperty("new_uri", target.get());
    if (arguments.has("flag")) {
      params.addProperty("flag", arguments.integer("flag", 0));
    }
    arguments
        .maybeText("prov_media_uri")
        .ifPresent(media -> params.addProperty("prov_media_uri", media));
    return new Clear(session.get(), target.get(), arguments.integer("flag", 0), params);
  }

  private static boolean differ(Optional<String> one, Optional<String> other) {
    return one.isPresent() && other.isPresent() && !one.equals(other);
  }

  private static Wrong wrong(String cause, String nextStep) {
    return new Wrong(new Outcome.Failure("B2B_WRONG_ARGUMENTS", cause, nextStep));
  }
}
