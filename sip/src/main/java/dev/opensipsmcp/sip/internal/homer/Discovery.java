package dev.opensipsmcp.sip.internal.homer;

import com.google.gson.JsonObject;
import dev.opensipsmcp.sip.internal.homer.HomerHttp.Reply;
import dev.opensipsmcp.sip.trace.TraceError.Kind;
import dev.opensipsmcp.sip.trace.Watch;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Finds out which generation a server is, without credentials. */
final class Discovery {
  private static final int MOST = 1 << 20;

  private Discovery() {}

  static Dialect dialect(HomerHttp http, Watch watch) throws HomerFailure {
    // Homer 11 tells everybody how one may log in, and has a few paths of v3 as well.
    Optional<JsonObject> providers = ask(http, Dialect.V4.root() + "/auth/providers", watch);
    if (providers.isPresent()
        && Json.object(providers.get(), "data").get("internal") instanceof JsonObject) {
      return Dialect.V4;
    }
    // Homer 7 answers with a message that one must log in; its web page comes for other paths.
    Optional<JsonObject> modules = ask(http, Dialect.V3.root() + "/modules/status", watch);
    if (modules.isPresent() && (modules.get().has("message") || modules.get().has("data"))) {
      return Dialect.V3;
    }
    throw new HomerFailure(
        Kind.WRONG_ANSWER,
        "What answers at Homer's address has neither the API v3 nor v4.",
        "Check homer.url; behind a proxy set homer.api to v3 or v4.");
  }

  private static Optional<JsonObject> ask(HomerHttp http, String path, Watch watch)
      throws HomerFailure {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    Reply reply = http.send("GET", path, "", Map.of(), body, MOST, watch);
    return Json.parse(reply.success() ? body.toString(StandardCharsets.UTF_8) : reply.error());
  }
}
