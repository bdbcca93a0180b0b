package dev.opensipsmcp.server.toolset.provision;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.db.DbReads;
import dev.opensipsmcp.db.Row;
import dev.opensipsmcp.db.Value;
import dev.opensipsmcp.db.row.Condition;
import dev.opensipsmcp.db.row.Select;
import dev.opensipsmcp.facts.Column;
import dev.opensipsmcp.facts.Table;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.common.Paging;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lists rows by their numbers, a page at a time.
 *
 * @param entity what kind of things they are
 */
record RowList(Entity entity) implements Work.Read {
  static final int PAGE = 50;
  static final int MOST = 500;

  private static final int FILTERS = 4;

  /** {@return the fields by which a list can be narrowed} */
  static List<Field> filters(Entity entity) {
    List<Field> all = new ArrayList<>();
    entity.key().forEach(column -> all.add(entity.field(column).orElseThrow()));
    for (Field field : entity.fields()) {
      boolean plain =
          field.kind() instanceof Field.Kind.Text || field.kind() instanceof Field.Kind.Whole;
      if (all.size() < FILTERS && plain && field.main() && !all.contains(field)) {
        all.add(field);
      }
    }
    return all;
  }

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    Optional<Value> after =
        arguments.has("cursor") ? Optional.of(Value.of(Paging.start(arguments))) : Optional.empty();
    if (arguments.has("cursor") && Paging.start(arguments) < 0) {
      return Paging.badCursor();
    }
    int limit = arguments.integer("limit", PAGE);
    Parsed<List<Row>> rows =
        Parsed.of(ports.db())
            .then(reads ->
                Schemas.facts(ports, reads)
                    .then(facts -> Given.table(entity, facts))
                    .then(table ->
                        where(table, arguments)
                            .then(where -> rows(reads, table, where, after, limit + 1))));
    return switch (rows) {
      case Parsed.Good<List<Row>>(List<Row> found) -> page(found, limit);
      case Parsed.Bad<List<Row>>(Outcome.Failure failure) -> failure;
    };
  }

  private static Parsed<List<Row>> rows(
      DbReads reads, Table table, List<Condition> where, Optional<Value> after, int limit) {
    return Parsed.of(reads.rows().list(new Select(table, where, after, limit)));
  }

  private Outcome page(List<Row> found, int limit) {
    List<Row> rows = found.subList(0, Math.min(limit, found.size()));
    return new Outcome.Rows(
        rows.stream().map(row -> Rows.shown(entity, row)).toList(),
        found.size() > limit,
        shown -> rows.get(shown - 1).text(entity.rowId()),
        List.of());
  }

  private Parsed<List<Condition>> where(Table table, Arguments arguments) {
    List<Condition> all = new ArrayList<>();
    for (Field field : filters(entity)) {
      Optional<Column> column = table.column(field.column());
      JsonElement given = arguments.json().get(field.column());
      if (column.isPresent() && given instanceof JsonPrimitive text) {
        String wanted = text.getAsString();
        if (field.kind() instanceof Field.Kind.Text && wanted.endsWith("*")) {
          all.add(new Condition.Begins(column.get(), wanted.substring(0, wanted.length() - 1)));
        } else {
          switch (Cells.value(column.get(), given)) {
            case Parsed.Good<Value>(Value value) ->
                all.add(new Condition.Equal(column.get(), value));
            case Parsed.Bad<Value>(Outcome.Failure failure) -> {
              return new Parsed.Bad<>(failure);
            }
          }
        }
      }
    }
    return new Parsed.Good<>(all);
  }
}
