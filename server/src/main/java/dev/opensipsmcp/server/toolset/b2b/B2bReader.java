package dev.opensipsmcp.server.toolset.b2b;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.MiReads;
import dev.opensipsmcp.server.toolset.common.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads what a node tells about its back-to-back calls. The node has no paging and no filter for
 * them, so every reading has them all.
 */
final class B2bReader {

  private B2bReader() {}

  /** {@return every session, in the node's order} */
  static MiResult<List<Session>> sessions(MiReads mi) {
    return switch (mi.read("b2b_list", new JsonObject())) {
      case MiResult.Success<JsonElement>(JsonElement answer) -> {
        List<Session> sessions = new ArrayList<>();
        for (JsonElement tuple : Json.list(Json.asObject(answer), "Tuples")) {
          sessions.add(Session.of(Json.asObject(tuple)));
        }
        yield new MiResult.Success<>(List.copyOf(sessions));
      }
      case MiResult.Failure<JsonElement>(MiError error) -> new MiResult.Failure<>(error);
    };
  }

  /** {@return the session of that key, if the node has it} */
  static MiResult<Optional<Session>> session(MiReads mi, String key) {
    return switch (sessions(mi)) {
      case MiResult.Success<List<Session>>(List<Session> all) -> {
        Optional<Session> found = Optional.empty();
        for (Session session : all) {
          if (session.key().equals(key)) {
            found = Optional.of(session);
          }
        }
        yield new MiResult.Success<>(found);
      }
      case MiResult.Failure<List<Session>>(MiError error) -> new MiResult.Failure<>(error);
    };
  }
}
