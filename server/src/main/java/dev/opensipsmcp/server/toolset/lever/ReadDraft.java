package dev.opensipsmcp.server.toolset.lever;

import com.google.gson.JsonElement;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.SharedParameters;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.stream.RowPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** A reading tool in the making. */
public final class ReadDraft extends Draft<ReadDraft> {
  private static final int MOST = 1000;

  private Scope scope = Scope.MI_READ;
  private Optional<RowPath> path = Optional.empty();
  private final List<Column> columns = new ArrayList<>();
  private final List<Filter> filters = new ArrayList<>();
  private int page = 50;
  private Schema output = Schema.any("The node's answer");
  private BiFunction<Arguments, JsonElement, Outcome> made =
      (_, answer) -> new Outcome.Value(answer);

  ReadDraft(String name, String toolset, String title) {
    super(name, toolset, title);
  }

  @Override
  ReadDraft self() {
    return this;
  }

  /** Another right than reading over MI. */
  public ReadDraft scope(Scope needed) {
    scope = needed;
    return this;
  }

  /**
   * The answer is a list: the tool pages it, with {@code limit}, {@code cursor} and {@code fields}.
   *
   * @param way to the rows, as {@link RowPath#parse} reads it
   */
  public ReadDraft rows(String way) {
    path = Optional.of(RowPath.parse(way));
    return this;
  }

  /** Rows of a page when the caller does not say; 50 otherwise. */
  public ReadDraft page(int rows) {
    page = rows;
    return this;
  }

  /**
   * A column of the list.
   *
   * @param column its name in the result
   * @param from where the answer has it: a member of the row, or {@code LEVEL.member}
   * @param schema what it means; its type is kept to where the value allows
   */
  public ReadDraft column(String column, String from, Schema schema) {
    columns.add(Column.of(column, from, schema));
    return this;
  }

  /** Which rows are wanted; several must all agree. */
  public ReadDraft filter(Filter filter) {
    filters.add(filter);
    return this;
  }

  /** The answer is one value, handed on as it is. */
  public ReadDraft answer(Schema schema) {
    output = schema;
    return this;
  }

  /** The answer is one value, of which the result is made. */
  public ReadDraft answer(Schema schema, BiFunction<Arguments, JsonElement, Outcome> result) {
    made = result;
    return answer(schema);
  }

  /** {@return the tool} */
  public Tool tool() {
    return path.isPresent() ? list(path.get()) : value(new ValueWork(command, wire(), made));
  }

  /** {@return the tool, whose work is more than sending its command} */
  public Tool tool(Work.Read work) {
    return path.isPresent() ? listed(work) : value(work);
  }

  private Tool list(RowPath way) {
    return listed(new RowsWork(command, wire(), way, columns, filters, page));
  }

  private Tool listed(Work.Read work) {
    Schema.Property[] members =
        columns.stream()
            .map(column -> Schema.optional(column.name(), column.schema()))
            .toArray(Schema.Property[]::new);
    return tool(
        new Demand(scope, Risk.READ),
        true,
        Optional.empty(),
        List.of(
            SharedParameters.limit(page, MOST), SharedParameters.CURSOR, SharedParameters.FIELDS),
        Schema.list("Rows", Schema.object("One row", members)),
        work);
  }

  private Tool value(Work.Read work) {
    return tool(new Demand(scope, Risk.READ), true, Optional.empty(), List.of(), output, work);
  }
}
