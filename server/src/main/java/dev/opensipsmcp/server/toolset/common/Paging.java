package dev.opensipsmcp.server.toolset.common;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import java.util.List;

/** Pages of a list that is small enough to be had whole. */
public final class Paging {

  private Paging() {}

  /**
   * {@return the page that the arguments {@code cursor} and {@code limit} ask for}
   *
   * @param all every row, in an order that holds between calls
   * @param arguments the call's arguments
   * @param otherwise rows when the caller does not say
   * @param warnings what the reader should know beside the rows
   */
  public static Outcome page(
      List<JsonObject> all, Arguments arguments, int otherwise, List<String> warnings) {
    long from = start(arguments);
    if (from < 0) {
      return badCursor();
    }
    int first = (int) Math.min(from, all.size());
    int last = (int) Math.min((long) first + arguments.integer("limit", otherwise), all.size());
    return new Outcome.Rows(
        all.subList(first, last),
        last < all.size(),
        rows -> Integer.toString(first + rows),
        warnings);
  }

  /** {@return the position that a cursor of plain positions names; negative when it is no such} */
  public static long start(Arguments arguments) {
    return arguments.has("cursor") ? Json.number(arguments.text("cursor"), -1) : 0;
  }

  /** {@return the failure for a cursor that this tool did not give} */
  public static Outcome.Failure badCursor() {
    return ToolError.CURSOR_INVALID.failure(
        "The cursor is none that this tool gave.", "Start again without a cursor.");
  }
}
