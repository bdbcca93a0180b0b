package dev.opensipsmcp.server.toolset.provision;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.opensipsmcp.db.Row;
import dev.opensipsmcp.db.Value;
import dev.opensipsmcp.facts.Column;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Table;
import dev.opensipsmcp.server.tool.Nearest;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.toolset.common.ToolError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a call says of one row.
 *
 * @param id the row's number, when it names one
 * @param columns what it gives, by column
 * @param secrets where secrets and documents come from, by argument
 */
record Given(Optional<Value> id, Row columns, Map<String, String> secrets) {
  /** The argument that holds the columns that are none of their own. */
  static final String MORE = "more";

  Given {
    secrets = Map.copyOf(secrets);
  }

  /** {@return the table as the database's version has it} */
  static Parsed<Table> table(Entity entity, Facts facts) {
    return facts
        .table(entity.table())
        .<Parsed<Table>>map(Parsed.Good::new)
        .orElseGet(() ->
            new Parsed.Bad<>(
                ToolError.TARGET_UNFIT.failure(
                    "OpenSIPS "
                        + facts.version().label()
                        + ", whose schema the database has, knows no table "
                        + entity.table()
                        + ".",
                    "Bring the database to a version that has it, or use another database.")));
  }

  /** {@return what the arguments say of a row} */
  static Parsed<Given> of(Entity entity, Table table, JsonObject arguments) {
    Map<String, Value> columns = new LinkedHashMap<>();
    Map<String, String> secrets = new LinkedHashMap<>();
    Optional<Value> id = Optional.empty();
    for (Map.Entry<String, JsonElement> one : flat(arguments).entrySet()) {
      if (one.getKey().equals(entity.rowId())) {
        Column key = table.column(entity.rowId()).orElseThrow();
        switch (Cells.value(key, one.getValue())) {
          case Parsed.Good<Value>(Value value) -> id = Optional.of(value);
          case Parsed.Bad<Value>(Outcome.Failure failure) -> {
            return new Parsed.Bad<>(failure);
          }
        }
        continue;
      }
      Optional<Field> field = entity.byArgument(one.getKey());
      if (field.isEmpty()) {
        return unknown(entity, one.getKey());
      }
      Optional<Column> column = table.column(field.get().column());
      if (column.isEmpty()) {
        return notInVersion(entity, field.get());
      }
      if (field.get().argument().equals(field.get().column())) {
        switch (Cells.value(column.get(), one.getValue())) {
          case Parsed.Good<Value>(Value value) -> columns.put(column.get().name(), value);
          case Parsed.Bad<Value>(Outcome.Failure failure) -> {
            return new Parsed.Bad<>(failure);
          }
        }
      } else {
        secrets.put(one.getKey(), one.getValue().getAsString());
      }
    }
    return new Parsed.Good<>(new Given(id, new Row(columns), secrets));
  }

  /** Columns given together count as arguments of their own; words that steer the call do not. */
  private static Map<String, JsonElement> flat(JsonObject arguments) {
    Map<String, JsonElement> flat = new LinkedHashMap<>();
    arguments
        .asMap()
        .forEach((name, value) -> {
          if (name.equals(MORE) && value instanceof JsonObject more) {
            flat.putAll(more.asMap());
          } else if (!EntityTools.STEERING.contains(name)) {
            flat.put(name, value == null ? JsonNull.INSTANCE : value);
          }
        });
    return flat;
  }

  private static Parsed<Given> unknown(Entity entity, String name) {
    List<String> known =
        entity.fields().stream().filter(Field::settable).map(Field::argument).toList();
    return new Parsed.Bad<>(
        ToolError.ARGUMENTS_WRONG.failure(
            "There is no column " + name + " of " + entity.oneNoun() + " to set.",
            Nearest.orElse(Nearest.to(name, known), "It has " + String.join(", ", known) + ".")));
  }

  private static Parsed<Given> notInVersion(Entity entity, Field field) {
    return new Parsed.Bad<>(
        ToolError.ARGUMENTS_WRONG.failure(
            "Table "
                + entity.table()
                + " has no column "
                + field.column()
                + " in the version that the database fits.",
            "Leave it out, or bring the database to a version that has it."));
  }
}
