package dev.opensipsmcp.server.tool;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * A call's arguments after the gate held them against the tool's input schema, so that the
 * accessors find the declared types.
 *
 * @param json the arguments; the record's user must not change them
 */
public record Arguments(JsonObject json) {

  /** {@return whether the caller gave it} */
  public boolean has(String name) {
    return json.has(name) && !json.get(name).isJsonNull();
  }

  /** {@return a required text} */
  public String text(String name) {
    return json.get(name).getAsString();
  }

  /** {@return a text, if given} */
  public Optional<String> maybeText(String name) {
    return has(name) ? Optional.of(text(name)) : Optional.empty();
  }

  /** {@return an integer, or the default} */
  public int integer(String name, int otherwise) {
    return has(name) ? json.get(name).getAsInt() : otherwise;
  }

  /** {@return a flag, or the default} */
  public boolean flag(String name, boolean otherwise) {
    return has(name) ? json.get(name).getAsBoolean() : otherwise;
  }

  /** {@return a list of texts, empty when not given} */
  public List<String> texts(String name) {
    return has(name)
        ? json.getAsJsonArray(name).asList().stream().map(JsonElement::getAsString).toList()
        : List.of();
  }

  /** {@return an object, empty when not given} */
  public JsonObject object(String name) {
    return has(name) ? json.getAsJsonObject(name) : new JsonObject();
  }
}
