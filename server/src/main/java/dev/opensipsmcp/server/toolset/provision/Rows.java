package dev.opensipsmcp.server.toolset.provision;

import com.google.gson.JsonObject;
import dev.opensipsmcp.db.DbReads;
import dev.opensipsmcp.db.Row;
import dev.opensipsmcp.db.Value;
import dev.opensipsmcp.db.row.Condition;
import dev.opensipsmcp.db.row.Select;
import dev.opensipsmcp.facts.Column;
import dev.opensipsmcp.facts.Table;
import dev.opensipsmcp.server.toolset.common.ToolError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds rows and shows them. */
final class Rows {
  private static final int SEVERAL = 20;

  private Rows() {}

  /** {@return the one row that the call names, by its number or by its key} */
  static Parsed<Row> one(Entity entity, Table table, Given given, DbReads reads) {
    return where(entity, table, given)
        .then(conditions -> Parsed.of(reads.rows().list(Select.first(table, conditions, SEVERAL))))
        .then(rows -> one(entity, rows));
  }

  private static Parsed<Row> one(Entity entity, List<Row> rows) {
    if (rows.size() == 1) {
      return new Parsed.Good<>(rows.getFirst());
    }
    if (rows.isEmpty()) {
      return new Parsed.Bad<>(
          ToolError.ROW_NOT_FOUND.failure(
              "There is no such " + entity.noun() + " in table " + entity.table() + ".",
              "List them with " + entity.name() + "_list."));
    }
    List<String> ids = rows.stream().map(row -> row.text(entity.rowId())).toList();
    return new Parsed.Bad<>(
        ToolError.ROW_AMBIGUOUS.failure(
            "Several rows of table " + entity.table() + " are so.",
            "Give " + entity.rowId() + ", one of " + String.join(", ", ids) + "."));
  }

  /** {@return what the row is like that the call names} */
  static Parsed<List<Condition>> where(Entity entity, Table table, Given given) {
    if (given.id().isPresent()) {
      Column id = table.column(entity.rowId()).orElseThrow();
      return new Parsed.Good<>(List.of(new Condition.Equal(id, given.id().get())));
    }
    List<Condition> all = new ArrayList<>();
    for (String name : entity.key()) {
      Optional<Column> column = table.column(name);
      Optional<Value> value =
          column.flatMap(known ->
              given.columns().values().containsKey(name)
                  ? Optional.of(given.columns().value(name))
                  : known.defaultValue().map(text -> defaulted(known, text)));
      if (column.isEmpty() || value.isEmpty()) {
        return unnamed(entity);
      }
      all.add(new Condition.Equal(column.get(), value.get()));
    }
    return entity.key().isEmpty() || given.columns().only(entity.key()).values().isEmpty()
        ? unnamed(entity)
        : new Parsed.Good<>(all);
  }

  private static Value defaulted(Column column, String text) {
    return switch (column.type()) {
      case STRING, TEXT, BINARY, DATETIME, FLOAT, DOUBLE -> Value.of(text);
      case CHAR, SHORT, UNSIGNED_SHORT, INT, UNSIGNED_INT, LONG, UNSIGNED_LONG ->
          Value.of(Long.parseLong(text));
    };
  }

  private static <T> Parsed<T> unnamed(Entity entity) {
    String key = entity.key().isEmpty() ? "" : ", or all of " + String.join(", ", entity.key());
    return new Parsed.Bad<>(
        ToolError.ARGUMENTS_INCOMPLETE.failure(
            "The call does not say which " + entity.noun() + " is meant.",
            "Give " + entity.rowId() + key + "."));
  }

  /** {@return the row as a person may see it: of a secret only whether there is one} */
  static JsonObject shown(Entity entity, Row row) {
    JsonObject json = new JsonObject();
    json.add(entity.rowId(), Cells.json(row.value(entity.rowId())));
    for (Field field : entity.fields()) {
      Value value = row.value(field.column());
      if (field.secret()) {
        json.addProperty("has_" + field.column(), !value.shown().isEmpty());
      } else if (!(value instanceof Value.Null)) {
        json.add(field.column(), Cells.json(value));
      }
    }
    return json;
  }

  /** {@return the row's columns as text, secrets left out} */
  static Map<String, String> texts(Entity entity, Row row) {
    Map<String, String> texts = new HashMap<>();
    row.values()
        .forEach((column, value) -> {
          if (entity.field(column).map(field -> !field.secret()).orElse(true)) {
            texts.put(column, value.shown());
          }
        });
    return texts;
  }
}
