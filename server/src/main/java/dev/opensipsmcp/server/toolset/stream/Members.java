package dev.opensipsmcp.server.toolset.stream;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.Map;

/** What a row has of its own. */
sealed interface Members {

  /** {@return the member of a name, or JSON null} */
  JsonElement get(String name);

  /** {@return all as an object; what is none stands in the member {@code value}} */
  JsonObject object();

  /**
   * All of it.
   *
   * @param value an object as a rule
   */
  record Whole(JsonElement value) implements Members {
    @Override
    public JsonElement get(String name) {
      JsonElement member = JsonNull.INSTANCE;
      if (value instanceof JsonObject object) {
        member = object.get(name);
      } else if (name.equals("value")) {
        member = value;
      }
      return member == null ? JsonNull.INSTANCE : member;
    }

    @Override
    public JsonObject object() {
      if (value instanceof JsonObject object) {
        return object;
      }
      JsonObject wrapped = new JsonObject();
      wrapped.add("value", value);
      return wrapped;
    }

    @Override
    public String toString() {
      return value.toString();
    }
  }

  /**
   * Some members of an object: a few references instead of a map, since there may be millions.
   *
   * @param slots where each member that is kept stands
   * @param values the values; JSON null where the object has no such member
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Kept(Map<String, Integer> slots, JsonElement[] values) implements Members {
    @Override
    public JsonElement get(String name) {
      Integer slot = slots.get(name);
      return slot == null ? JsonNull.INSTANCE : values[slot];
    }

    @Override
    public JsonObject object() {
      JsonObject object = new JsonObject();
      slots.forEach((name, slot) -> {
        if (!values[slot].isJsonNull()) {
          object.add(name, values[slot]);
        }
      });
      return object;
    }

    @Override
    public String toString() {
      return object().toString();
    }
  }
}
