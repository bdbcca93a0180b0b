package dev.opensipsmcp.server.toolset.stream;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Optional;

/**
 * An object that encloses rows, as far as it was read when its rows began.
 *
 * @param name the member that holds it; empty for the answer itself
 * @param plain its members that are no lists and no objects
 * @param outer the object around it
 */
record Level(String name, JsonObject plain, Optional<Level> outer) {

  /** {@return the nearest level of a name} */
  Optional<Level> named(String wanted) {
    return name.equals(wanted) ? Optional.of(this) : outer.flatMap(next -> next.named(wanted));
  }

  Optional<JsonElement> get(String member) {
    return Optional.ofNullable(plain.get(member));
  }
}
