package dev.opensipsmcp.server.toolset.provision;

import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.db.DbReads;
import dev.opensipsmcp.db.Row;
import dev.opensipsmcp.db.Value;
import dev.opensipsmcp.db.row.Condition;
import dev.opensipsmcp.db.row.Select;
import dev.opensipsmcp.facts.Column;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Table;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.toolset.common.ToolError;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the create, update and delete tools of an entity want.
 *
 * @param entity the entity
 * @param verb which of the three
 * @param clock the time for columns that say when a row was written
 */
record EntityIntents(Entity entity, Verb verb, InstantSource clock) implements Intent {
  private static final int ALIKE = 100;

  @Override
  public Parsed<List<RowStep>> steps(Arguments arguments, Facts facts, DbReads reads) {
    return Given.table(entity, facts)
        .then(table ->
            Given.of(entity, table, arguments.json()).then(given -> step(table, given, reads)))
        .map(List::of);
  }

  private Parsed<RowStep> step(Table table, Given given, DbReads reads) {
    return switch (verb) {
      case DELETE ->
          Rows.one(entity, table, given, reads).map(row -> RowStep.delete(entity, table, row));
      case UPDATE -> Rows.one(entity, table, given, reads).then(row -> update(table, given, row));
      case CREATE, LIST, GET -> create(table, given);
    };
  }

  private Parsed<RowStep> create(Table table, Given given) {
    if (given.id().isPresent()) {
      return new Parsed.Bad<>(
          ToolError.ARGUMENTS_WRONG.failure(
              "The database numbers new rows itself.", "Leave " + entity.rowId() + " out."));
    }
    for (Field field : entity.fields()) {
      boolean there =
          given.columns().values().containsKey(field.column())
              || given.secrets().containsKey(field.argument());
      if (field.required() && !there && table.column(field.column()).isPresent()) {
        return new Parsed.Bad<>(
            ToolError.ARGUMENTS_INCOMPLETE.failure(
                "A new "
                    + entity.noun()
                    + " needs "
                    + field.argument()
                    + ": "
                    + field.meaning()
                    + ".",
                "Give " + field.argument() + "."));
      }
    }
    Row set = keyed(table, stamped(table, given.columns()));
    return new Parsed.Good<>(RowStep.create(entity, table, set, given.secrets()));
  }

  /** Columns of the key that are left to their defaults are written, so that the key is whole. */
  private Row keyed(Table table, Row row) {
    Row whole = row;
    for (String name : entity.key()) {
      Optional<Column> column = table.column(name);
      Optional<String> otherwise = column.flatMap(Column::defaultValue);
      if (!row.values().containsKey(name) && otherwise.isPresent()) {
        switch (Cells.value(column.get(), new JsonPrimitive(otherwise.get()))) {
          case Parsed.Good<Value>(Value value) -> whole = whole.with(name, value);
          case Parsed.Bad<Value> _ -> {}
        }
      }
    }
    return whole;
  }

  private Parsed<RowStep> update(Table table, Given given, Row row) {
    Row asked =
        given.id().isPresent()
            ? given.columns()
            : given.columns().only(others(given.columns(), entity.key()));
    Row set = new Row(changed(asked, row));
    if (set.values().isEmpty() && given.secrets().isEmpty()) {
      return new Parsed.Bad<>(
          ToolError.ROW_UNCHANGED.failure(
              "The " + entity.noun() + " has these values already, or none were given.",
              "Look at it with " + entity.name() + "_get."));
    }
    return new Parsed.Good<>(
        RowStep.update(entity, table, row, stamped(table, set), given.secrets()));
  }

  private static List<String> others(Row row, List<String> key) {
    return row.values().keySet().stream().filter(column -> !key.contains(column)).toList();
  }

  private static Map<String, Value> changed(Row asked, Row row) {
    Map<String, Value> changed = new LinkedHashMap<>();
    asked
        .values()
        .forEach((column, value) -> {
          if (!value.shown().equals(row.text(column)) || !row.values().containsKey(column)) {
            changed.put(column, value);
          }
        });
    return changed;
  }

  private Row stamped(Table table, Row row) {
    Row whole = row;
    for (Field field : entity.fields()) {
      if (field.kind() instanceof Field.Kind.Stamp && table.column(field.column()).isPresent()) {
        LocalDateTime now =
            LocalDateTime.ofInstant(clock.instant(), ZoneId.systemDefault())
                .truncatedTo(ChronoUnit.SECONDS);
        whole = whole.with(field.column(), new Value.Moment(now));
      }
    }
    return whole;
  }

  @Override
  public Parsed<List<Seen>> touched(Arguments arguments, Facts facts, DbReads reads) {
    return Given.table(entity, facts)
        .then(table ->
            Given.of(entity, table, arguments.json())
                .then(given -> conditions(table, given))
                .then(conditions ->
                    Parsed.of(reads.rows().list(Select.first(table, conditions, ALIKE)))))
        .map(rows -> rows.stream().map(row -> new Seen(entity, row)).toList());
  }

  /** A new row without a key is known by all that it was given. */
  private Parsed<List<Condition>> conditions(Table table, Given given) {
    if (verb != Verb.CREATE || !entity.key().isEmpty()) {
      return Rows.where(entity, table, given);
    }
    List<Condition> all = new ArrayList<>();
    given
        .columns()
        .values()
        .forEach((column, value) ->
            table.column(column).ifPresent(known -> all.add(new Condition.Equal(known, value))));
    return new Parsed.Good<>(all);
  }
}
