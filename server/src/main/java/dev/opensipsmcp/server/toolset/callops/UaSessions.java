package dev.opensipsmcp.server.toolset.callops;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.lever.Filter;
import dev.opensipsmcp.server.toolset.lever.Lever;
import dev.opensipsmcp.server.toolset.lever.States;
import java.util.TreeSet;

/** Calls of the node's own, with one party each: their list, and what is read of them. */
final class UaSessions {
  private UaSessions() {}

  static Tool list() {
    return Lever.read("ua_session_list", "callops", "User agent sessions")
        .what("List calls that the node itself made or took as a user agent.")
        .useWhen("Use when looking for a session's key, or whether its party answered.")
        .notFor("Not for joined pairs of calls; use `b2b_list_sessions`.")
        .returns("Returns a page of rows, one per session.")
        .sends("ua_session_list", "b2b_entities")
        .local(Schema.optional("party", Schema.text("Part of the From or To URI")))
        .rows("[]")
        .column("key", "callid", Schema.text("The session's key"))
        .column(
            "state",
            "state",
            Schema.integer("1 new, 3 early, 4 answered, 5 talking, 6 changed, 7 ended"))
        .column("from_uri", "from_uri", Schema.text("From URI"))
        .column("to_uri", "to_uri", Schema.text("To URI"))
        .column("from_tag", "from_tag", Schema.text("Tag of From"))
        .column("to_tag", "to_tag", Schema.text("Tag of To"))
        .column("peer_contact", "contact.callee", Schema.text("The other end's contact"))
        .column("pending", "tm_tran", Schema.text("The transaction that is open"))
        .filter((row, arguments) ->
            Filter.part("party", "from_uri").passes(row, arguments)
                || Filter.part("party", "to_uri").passes(row, arguments))
        .examples(
            "Which calls did the server itself start?",
            "List the user agent sessions",
            "Did the party of the announcement session answer?")
        .tool();
  }

  /** {@return whether the session of a key is there, and what it is doing} */
  static MiResult<JsonObject> one(Arguments arguments, ReadPorts ports) {
    JsonObject params = Json.object("key", arguments.text("key"));
    return States.absent(
        switch (ports.mi().read("ua_session_list", params)) {
          case MiResult.Failure<JsonElement>(MiError error) -> new MiResult.Failure<>(error);
          case MiResult.Success<JsonElement>(JsonElement answer) -> {
            JsonObject entity = Json.asObject(answer);
            JsonObject state = new JsonObject();
            state.addProperty(States.EXISTS, true);
            state.addProperty("state", Json.number(entity, "state", -1));
            state.addProperty("from_uri", Json.text(entity, "from_uri"));
            state.addProperty("to_uri", Json.text(entity, "to_uri"));
            yield new MiResult.Success<>(state);
          }
        });
  }

  /** {@return the keys of the sessions between the two parties that the arguments name} */
  static MiResult<JsonObject> between(Arguments arguments, ReadPorts ports) {
    return switch (ports.mi().read("ua_session_list", new JsonObject())) {
      case MiResult.Failure<JsonElement>(MiError error) -> new MiResult.Failure<>(error);
      case MiResult.Success<JsonElement>(JsonElement answer) -> {
        TreeSet<String> keys = new TreeSet<>();
        for (JsonElement element : answer instanceof JsonArray array ? array : new JsonArray()) {
          JsonObject entity = Json.asObject(element);
          if (Json.text(entity, "to_uri").equals(uri(arguments.text("to")))
              && Json.text(entity, "from_uri").equals(uri(arguments.text("from")))) {
            keys.add(Json.text(entity, "callid"));
          }
        }
        JsonArray sessions = new JsonArray();
        keys.forEach(sessions::add);
        JsonObject state = new JsonObject();
        state.add("sessions", sessions);
        yield new MiResult.Success<>(state);
      }
    };
  }

  /** A party is written as a URI, or as a name, a comma and a URI. */
  private static String uri(String party) {
    return party.substring(party.indexOf(',') + 1);
  }
}
