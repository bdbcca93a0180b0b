package dev.opensipsmcp.server.toolset.common;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Outcome;
import java.util.ArrayList;
import java.util.List;

/**
 * One page of a list that is read as it arrives. The cursor is the position in the node's list
 * behind a row, so filters do not move it. Used by one thread, once.
 */
public final class StreamedPage {
  private final long from;
  private final int limit;
  private final List<JsonObject> rows = new ArrayList<>();
  private final List<Long> positions = new ArrayList<>();
  private long at;

  /**
   * Begins a page.
   *
   * @param from the position that the cursor names, as {@link Paging#start} reads it; 0 or more
   * @param limit rows at most
   */
  public StreamedPage(long from, int limit) {
    this.from = from;
    this.limit = limit;
  }

  /** {@return whether the row that has come lies behind the cursor} Called once per row. */
  public boolean next() {
    at++;
    return at > from;
  }

  /** Takes the row that has come, which is wanted. */
  public void add(JsonObject row) {
    rows.add(row);
    positions.add(at);
  }

  /** {@return whether to read on: until one row more than the page takes is there} */
  public boolean open() {
    return rows.size() <= limit;
  }

  /** {@return how many rows have come} */
  public long read() {
    return at;
  }

  /** {@return the page} */
  public Outcome.Rows rows(List<String> warnings) {
    boolean more = rows.size() > limit;
    return new Outcome.Rows(
        more ? rows.subList(0, limit) : rows,
        more,
        count -> positions.get(count - 1).toString(),
        warnings);
  }
}
