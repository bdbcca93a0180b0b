package dev.opensipsmcp.server.toolset.lever;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiReader;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.common.Paging;
import dev.opensipsmcp.server.toolset.stream.Row;
import dev.opensipsmcp.server.toolset.stream.RowPath;
import java.util.ArrayList;
import java.util.List;

/**
 * Lists the rows of an answer as they arrive. Reading stops behind the page, so that the first page
 * of any number of rows costs the page.
 *
 * @param command the MI command
 * @param wire what it is sent
 * @param path the way to its rows
 * @param columns what a row has in the result
 * @param filters which rows are wanted
 * @param page rows when the caller does not say
 */
record RowsWork(
    String command, Wire wire, RowPath path, List<Column> columns, List<Filter> filters, int page)
    implements Work.Read {

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    long from = Paging.start(arguments);
    if (from < 0) {
      return Paging.badCursor();
    }
    int limit = arguments.integer("limit", page);
    List<JsonObject> rows = new ArrayList<>();
    // The cursor is the position in the node's list behind the row, so filters do not move it.
    List<Long> positions = new ArrayList<>();
    long[] at = {0};
    MiReader<Boolean> reader =
        json -> {
          path.read(
              json,
              row -> {
                at[0]++;
                if (at[0] > from) {
                  JsonObject shown = shown(row);
                  if (wanted(shown, arguments)) {
                    rows.add(shown);
                    positions.add(at[0]);
                  }
                }
                return rows.size() <= limit && !ports.cancelled();
              });
          return true;
        };
    return switch (ports.mi().read(command, wire.params(arguments), reader)) {
      case MiResult.Failure<Boolean>(MiError error) -> Outcome.Failure.of(error);
      case MiResult.Success<Boolean> _ -> {
        boolean more = rows.size() > limit;
        yield new Outcome.Rows(
            more ? rows.subList(0, limit) : rows,
            more,
            count -> positions.get(count - 1).toString(),
            List.of());
      }
    };
  }

  private JsonObject shown(Row row) {
    JsonObject shown = new JsonObject();
    for (Column column : columns) {
      JsonElement value = row.get(column.path());
      if (!(value instanceof JsonNull)) {
        shown.add(column.name(), column.typed(value));
      }
    }
    return shown;
  }

  private boolean wanted(JsonObject row, Arguments arguments) {
    for (Filter filter : filters) {
      if (!filter.passes(row, arguments)) {
        return false;
      }
    }
    return true;
  }
}
