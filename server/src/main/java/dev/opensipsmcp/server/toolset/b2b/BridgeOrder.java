package dev.opensipsmcp.server.toolset.b2b;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.toolset.common.ToolError;
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
    String key = arguments.text("key");
    Optional<String> uri = arguments.maybeText("new_uri");
    Optional<String> destination = arguments.maybeText("new_dst");
    if (uri.isPresent() && destination.isPresent() && !uri.equals(destination)) {
      return wrong("new_uri and new_dst name two destinations.", "Give new_uri alone.");
    }
    Optional<String> target = uri.or(() -> destination);
    if (target.isEmpty()) {
      return wrong("No new destination is given.", "Give new_uri, a SIP URI.");
    }
    Optional<String> media = arguments.maybeText("prov_media_uri");
    if (!Words.sipUri(target.get()) || media.filter(text -> !Words.sipUri(text)).isPresent()) {
      return wrong(
          "new_uri and prov_media_uri are SIP URIs.",
          "Write them like sip:bob@example.com, without <>.");
    }
    JsonObject params = new JsonObject();
    params.addProperty("dialog_id", key);
    params.addProperty("new_uri", target.get());
    if (arguments.has("flag")) {
      params.addProperty("flag", arguments.integer("flag", 0));
    }
    media.ifPresent(text -> params.addProperty("prov_media_uri", text));
    return new Clear(key, target.get(), arguments.integer("flag", 0), params);
  }

  private static Wrong wrong(String cause, String nextStep) {
    return new Wrong(ToolError.B2B_WRONG_ARGUMENTS.failure(cause, nextStep));
  }
}
