package dev.opensipsmcp.server.toolset.registration;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Step;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.MiFailures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One registered user as a node shows it.
 *
 * @param contacts the contacts as the node prints them
 */
record User(List<JsonObject> contacts) {
  static final String TABLE = "location";

  static final Schema.Property AOR_ARGUMENT =
      Schema.required(
          "aor", Schema.text("User; with its domain on 4.0").examples("alice@example.com"));

  static final Schema.Property CONTACT_ARGUMENT =
      Schema.required("contact", Schema.text("Contact URI").examples("sip:alice@192.0.2.9:5060"));

  static final Schema.Property TABLE_ARGUMENT =
      Schema.optional("table", Schema.text("Location table").byDefault(TABLE));

  /** Reads the user that the arguments mean; empty when the node has none. */
  static MiResult<Optional<User>> read(Arguments arguments, ReadPorts ports) {
    return switch (ports.mi().read("ul_show_contact", params(arguments))) {
      case MiResult.Failure<JsonElement>(MiError error) when MiFailures.notFound(error) ->
          new MiResult.Success<>(Optional.empty());
      case MiResult.Failure<JsonElement>(MiError error) -> new MiResult.Failure<>(error);
      case MiResult.Success<JsonElement>(JsonElement answer) -> {
        List<JsonObject> contacts = new ArrayList<>();
        Json.list(Json.asObject(answer), "Contacts")
            .forEach(one -> contacts.add(Json.asObject(one)));
        yield new MiResult.Success<>(Optional.of(new User(contacts)));
      }
    };
  }

  /** The parameters that name the user to a node. */
  static JsonObject params(Arguments arguments) {
    JsonObject params = Json.object("table_name", table(arguments));
    params.addProperty("aor", arguments.text("aor"));
    return params;
  }

  static String table(Arguments arguments) {
    return arguments.maybeText("table").orElse(TABLE);
  }

  Optional<JsonObject> contact(String uri) {
    return contacts.stream().filter(one -> Json.text(one, "Contact").equals(uri)).findFirst();
  }

  JsonArray states() {
    JsonArray states = new JsonArray();
    contacts.forEach(one -> states.add(state(one)));
    return states;
  }

  /** What a person can set of a contact; what a phone says and what moves is left out. */
  static JsonObject state(JsonObject contact) {
    JsonObject state = Json.object("contact", Json.text(contact, "Contact"));
    state.addProperty("q", Json.text(contact, "Q"));
    state.addProperty("flags", Json.number(contact, "Flags", 0));
    state.addProperty("methods", Json.number(contact, "Methods", 0));
    return state;
  }

  /** Whether a phone registered it, so that the node knows more of it than a person can set. */
  static boolean fromPhone(JsonObject contact) {
    return contact.has("Socket") || contact.has("Received") || contact.has("Path");
  }

  /**
   * The call that brings a contact back, as far as that can be done over MI: not when it is reached
   * by what only its phone can say anew, or has what MI does not take.
   */
  static Optional<Step> restoring(JsonObject contact, Arguments arguments) {
    String expires = Json.text(contact, "Expires");
    long left = expires.equals("permanent") ? 0 : Json.number(expires, -1);
    boolean lost =
        left < 0
            || Json.text(contact, "Q").isEmpty()
            || !Json.text(contact, "Cflags").isEmpty()
            || contact.has("Received")
            || contact.has("Path")
            || contact.has("Attr")
            || contact.has("KV-Store");
    if (lost) {
      return Optional.empty();
    }
    JsonObject call = Json.object("aor", arguments.text("aor"));
    call.addProperty("contact", Json.text(contact, "Contact"));
    if (arguments.has("table")) {
      call.addProperty("table", arguments.text("table"));
    }
    call.addProperty("expires", left);
    call.addProperty("q", Json.text(contact, "Q"));
    call.addProperty("flags", Json.number(contact, "Flags", 0));
    call.addProperty("methods", Json.number(contact, "Methods", 0));
    return Optional.of(new Step("ul_add_contact", call));
  }
}
