package dev.opensipsmcp.server.toolset.b2b;

import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.toolset.common.Paging;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Gathers one page out of rows that come one at a time, and keeps no others. */
final class Page {
  /** Rows when the caller does not say. */
  static final int ROWS = 25;

  /** Rows at most. */
  static final int MOST = 500;

  private final long from;
  private final int limit;
  private final List<JsonObject> rows = new ArrayList<>();
  private long seen;

  private Page(long from, int limit) {
    this.from = from;
    this.limit = limit;
  }

  /**
   * {@return the page that the arguments {@code cursor} and {@code limit} ask for}
   *
   * @param arguments the call's arguments
   * @param reading fills the page by {@link #offer}
   */
  static Outcome of(Arguments arguments, Function<Page, MiResult<Integer>> reading) {
    long from = Paging.start(arguments);
    if (from < 0) {
      return Paging.badCursor();
    }
    Page page = new Page(from, arguments.integer("limit", ROWS));
    return switch (reading.apply(page)) {
      case MiResult.Success<Integer> _ -> page.outcome();
      case MiResult.Failure<Integer>(MiError error) -> Outcome.Failure.of(error);
    };
  }

  /** Takes a row that the caller wants, if it belongs to this page. */
  void offer(Supplier<JsonObject> row) {
    if (seen >= from && rows.size() < limit) {
      rows.add(row.get());
    }
    seen++;
  }

  private Outcome outcome() {
    return new Outcome.Rows(
        rows, seen > from + rows.size(), taken -> Long.toString(from + taken), List.of());
  }
}
