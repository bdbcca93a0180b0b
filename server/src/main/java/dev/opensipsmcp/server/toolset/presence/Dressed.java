package dev.opensipsmcp.server.toolset.presence;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Work;
import java.util.function.UnaryOperator;

/**
 * A list whose rows are made readable once they are chosen.
 *
 * @param list the list
 * @param row makes the row that is shown
 */
record Dressed(Work.Read list, UnaryOperator<JsonObject> row) implements Work.Read {
  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    return switch (list.run(arguments, ports)) {
      case Outcome.Rows rows ->
          new Outcome.Rows(
              rows.rows().stream().map(row).toList(),
              rows.more(),
              rows.cursorAfter(),
              rows.warnings());
      case Outcome.Value value -> value;
      case Outcome.Failure failure -> failure;
    };
  }
}
