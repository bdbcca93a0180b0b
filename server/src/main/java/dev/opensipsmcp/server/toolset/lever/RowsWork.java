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
import dev.opensipsmcp.server.toolset.common.StreamedPage;
import dev.opensipsmcp.server.toolset.stream.Row;
import dev.opensipsmcp.server.toolset.stream.RowPath;
import dev.opensipsmcp.server.toolset.stream.Walk;
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
    StreamedPage rows = new StreamedPage(from, arguments.integer("limit", page));
    MiReader<Walk> reader =
        path.reader(row -> {
          if (rows.next()) {
            JsonObject shown = shown(row);
            if (wanted(shown, arguments)) {
              rows.add(shown);
            }
          }
          return rows.open() && !ports.cancelled();
        });
    return switch (ports.mi().read(command, wire.params(arguments), reader)) {
      case MiResult.Failure<Walk>(MiError error) -> Outcome.Failure.of(error);
      case MiResult.Success<Walk> _ -> rows.rows(List.of());
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
