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
  private final Members own;
  private final Optional<Level> around;

  Row(Members own, Optional<Level> around) {
    this.own = own;
    this.around = around;
  }

  /**
   * {@return the value at a path, or JSON null where there is none}
   *
   * @param path as in the class comment
   */
  public JsonElement get(String path) {
    JsonElement member = own.get(path);
    int dot = path.indexOf('.');
    if (!member.isJsonNull() || dot < 0) {
      return member;
    }
    String head = path.substring(0, dot);
    String rest = path.substring(dot + 1);
    Optional<Level> level = around.flatMap(nearest -> nearest.named(head));
    return level.isPresent()
        ? level.get().get(rest).orElse(JsonNull.INSTANCE)
        : new Members.Whole(own.get(head)).get(rest);
  }

  /**
   * {@return the plain value of an enclosing level as text, or the empty text where there is none}
   * The same as {@code text(level + "." + member)} on a row without such a member of its own, but
   * fit for millions of rows.
   *
   * @param level the level's name
   * @param member the member's name
   */
  public String text(String level, String member) {
    for (Optional<Level> at = around; at.isPresent(); at = at.get().outer()) {
      if (at.get().name().equals(level)) {
        return at.get().get(member).orElse(JsonNull.INSTANCE) instanceof JsonPrimitive value
            ? value.getAsString()
            : "";
      }
    }
    return "";
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
    JsonElement value = get(path);
    if (value instanceof JsonPrimitive plain
        && plain.isNumber()
        && plain.getAsNumber() instanceof Long whole) {
      return whole;
    }
    try {
      return Long.parseLong(value instanceof JsonPrimitive plain ? plain.getAsString() : "");
    } catch (NumberFormatException _) {
      return otherwise;
    }
  }

  /** {@return the row itself; what is no object stands in the member {@code value}} */
  public JsonObject own() {
    return own.object();
  }

  @Override
  public String toString() {
    return own.toString();
  }
}
