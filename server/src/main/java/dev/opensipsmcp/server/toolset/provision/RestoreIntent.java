package dev.opensipsmcp.server.toolset.provision;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.db.DbReads;
import dev.opensipsmcp.db.Row;
import dev.opensipsmcp.db.Value;
import dev.opensipsmcp.db.row.Condition;
import dev.opensipsmcp.db.row.Select;
import dev.opensipsmcp.facts.Column;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Table;
import dev.opensipsmcp.server.secret.Secrets;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.ToolError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The intent of the tool {@code provision_restore}, which takes changes of rows back.
 *
 * @param entities all kinds of rows
 * @param secrets opens the secrets that rows had
 */
record RestoreIntent(Entities entities, Secrets secrets) implements Intent {
  static final String NAME = "provision_restore";
  static final String PUT_BACK = "put_back";
  static final String SET_BACK = "set_back";
  static final String TAKE_OUT = "take_out";

  private static final int ALIKE = 100;

  /** One change of the call. */
  private record Asked(Entity entity, Table table, String action, Row row, Optional<String> kept) {}

  @Override
  public Parsed<List<RowStep>> steps(Arguments arguments, Facts facts, DbReads reads) {
    return asked(arguments, facts)
        .then(all -> {
          List<RowStep> steps = new ArrayList<>();
          for (Asked one : all) {
            switch (step(one, reads)) {
              case Parsed.Good<RowStep>(RowStep step) -> steps.add(step);
              case Parsed.Bad<RowStep>(var failure) -> {
                return new Parsed.Bad<>(failure);
              }
            }
          }
          return new Parsed.Good<>(steps);
        });
  }

  private Parsed<List<Asked>> asked(Arguments arguments, Facts facts) {
    List<Asked> all = new ArrayList<>();
    for (JsonElement element : Json.list(arguments.json(), "changes")) {
      JsonObject change = Json.asObject(element);
      Optional<Entity> entity = entities.named(Json.text(change, "entity"));
      if (entity.isEmpty()) {
        return wrong("There is no entity " + Json.text(change, "entity") + ".");
      }
      Parsed<Asked> one =
          Given.table(entity.get(), facts)
              .then(table ->
                  row(table, Json.object(change, "row"))
                      .map(row ->
                          new Asked(
                              entity.get(),
                              table,
                              Json.text(change, "action"),
                              row,
                              Optional.of(Json.text(change, "kept"))
                                  .filter(kept -> !kept.isEmpty()))));
      switch (one) {
        case Parsed.Good<Asked>(Asked value) -> all.add(value);
        case Parsed.Bad<Asked>(var failure) -> {
          return new Parsed.Bad<>(failure);
        }
      }
    }
    return new Parsed.Good<>(all);
  }

  /** Columns that the table does not have are of another version; they are passed over. */
  private static Parsed<Row> row(Table table, JsonObject json) {
    Map<String, Value> columns = new LinkedHashMap<>();
    for (Map.Entry<String, JsonElement> one : json.entrySet()) {
      Optional<Column> column = table.column(one.getKey());
      if (column.isPresent()) {
        switch (Cells.value(column.get(), one.getValue())) {
          case Parsed.Good<Value>(Value value) -> columns.put(one.getKey(), value);
          case Parsed.Bad<Value>(var failure) -> {
            return new Parsed.Bad<>(failure);
          }
        }
      }
    }
    return new Parsed.Good<>(new Row(columns));
  }

  private Parsed<RowStep> step(Asked asked, DbReads reads) {
    Optional<Row> kept =
        asked.kept().flatMap(text -> Kept.open(asked.entity(), asked.table(), text, secrets));
    if (asked.kept().isPresent() && kept.isEmpty()) {
      return wrong("The kept secrets can't be opened: they were sealed by another server.");
    }
    Row whole = kept.map(asked.row()::with).orElse(asked.row());
    return switch (asked.action()) {
      case PUT_BACK ->
          new Parsed.Good<>(RowStep.create(asked.entity(), asked.table(), whole, Map.of()));
      case SET_BACK ->
          there(asked, reads)
              .then(rows ->
                  rows.isEmpty()
                      ? gone(asked)
                      : new Parsed.Good<>(
                          RowStep.update(
                              asked.entity(), asked.table(), rows.getLast(), whole, Map.of())));
      case TAKE_OUT ->
          there(asked, reads)
              .then(rows ->
                  rows.isEmpty()
                      ? gone(asked)
                      : new Parsed.Good<>(
                          RowStep.delete(asked.entity(), asked.table(), rows.getLast())));
      default -> wrong("There is no action " + asked.action() + ".");
    };
  }

  private static <T> Parsed<T> gone(Asked asked) {
    return new Parsed.Bad<>(
        ToolError.ROW_NOT_FOUND.failure(
            "The row is not in table " + asked.table().name() + " any more.",
            "List what is there with " + asked.entity().name() + "_list."));
  }

  private static <T> Parsed<T> wrong(String cause) {
    return new Parsed.Bad<>(
        ToolError.ARGUMENTS_WRONG.failure(
            cause, "Take changes back with change_revert, which fills the arguments in."));
  }

  /** The rows that are meant: the one of the number, or those that hold all that was written. */
  private static Parsed<List<Row>> there(Asked asked, DbReads reads) {
    List<Condition> where = new ArrayList<>();
    String id = asked.entity().rowId();
    if (asked.row().has(id)) {
      where.add(new Condition.Equal(asked.table().column(id).orElseThrow(), asked.row().value(id)));
    } else {
      asked
          .row()
          .values()
          .forEach((column, value) ->
              where.add(new Condition.Equal(asked.table().column(column).orElseThrow(), value)));
    }
    return Parsed.of(reads.rows().list(Select.first(asked.table(), where, ALIKE)));
  }

  @Override
  public Parsed<List<Seen>> touched(Arguments arguments, Facts facts, DbReads reads) {
    return asked(arguments, facts)
        .then(all -> {
          List<Seen> seen = new ArrayList<>();
          for (Asked one : all) {
            switch (there(one, reads)) {
              case Parsed.Good<List<Row>>(List<Row> rows) ->
                  rows.forEach(row -> seen.add(new Seen(one.entity(), row)));
              case Parsed.Bad<List<Row>>(var failure) -> {
                return new Parsed.Bad<>(failure);
              }
            }
          }
          return new Parsed.Good<>(seen);
        });
  }
}
