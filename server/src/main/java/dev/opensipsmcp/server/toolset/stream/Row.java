package dev.opensipsmcp.server.toolset.stream;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Optional;

/**
 * One row of a nested answer: its own members, and the plain members of what encloses it.
 *
 * <p>A path names a value: {@code Expires} is the row's own member, {@code AORs.AOR} is the member
 * {@code AOR} of the enclosing level {@code AORs}, {@code .count} is a member of the answer itself,
 * and {@code Caller.Tag} is a member of the row's own object {@code Caller}. An own member of
 * exactly that name goes first, then an enclosing level.
 */
public final class Row {
  private final JsonElement own;
  private final Optional<Level> around;

  Row(JsonElement own, Optional<Level> around) {
    this.own = own;
    this.around = around;
  }

  /**
   * {@return the value at a path, or JSON null where there is none}
   *
   * @param path as in the class comment
   */
  public JsonElement get(String path) {
    JsonElement member = member(own, path);
    int dot = path.indexOf('.');
    if (!member.isJsonNull() || dot < 0) {
      return member;
    }
    String head = path.substring(0, dot);
    String rest = path.substring(dot + 1);
    Optional<Level> level = around.flatMap(nearest -> nearest.named(head));
    return level.isPresent()
        ? level.get().get(rest).orElse(JsonNull.INSTANCE)
        : member(member(own, head), rest);
  }

  /**
   * {@return the plain value at a path as text, or the empty text where there is none}
   *
   * @param path as in the class comment
   */
  public String text(String path) {
    return get(path) instanceof JsonPrimitive value ? value.getAsString() : "";
  }

  /**
   * {@return the whole number at a path, or the other where there is none}
   *
   * @param path as in the class comment
   * @param otherwise instead of a value that is absent or no whole number
   */
  public long number(String path, long otherwise) {
    try {
      return Long.parseLong(text(path));
    } catch (NumberFormatException _) {
      return otherwise;
    }
  }

  /** {@return the row itself; what is no object stands in the member {@code value}} */
  public JsonObject own() {
    if (own instanceof JsonObject object) {
      return object;
    }
    JsonObject wrapped = new JsonObject();
    wrapped.add("value", own);
    return wrapped;
  }

  private static JsonElement member(JsonElement of, String name) {
    JsonElement member = JsonNull.INSTANCE;
    if (of instanceof JsonObject object) {
      member = object.get(name);
    } else if (name.equals("value")) {
      member = of;
    }
    return member == null ? JsonNull.INSTANCE : member;
  }

  @Override
  public String toString() {
    return own.toString();
  }
}
