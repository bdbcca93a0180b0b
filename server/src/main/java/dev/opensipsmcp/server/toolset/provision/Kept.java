package dev.opensipsmcp.server.toolset.provision;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.opensipsmcp.db.Row;
import dev.opensipsmcp.db.Value;
import dev.opensipsmcp.facts.Column;
import dev.opensipsmcp.facts.Table;
import dev.opensipsmcp.server.secret.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A row's secret columns, kept so that only this server can read them again. */
final class Kept {
  private Kept() {}

  /** {@return the row's secrets, sealed; empty when it has none} */
  static Optional<String> seal(Entity entity, Row row, Secrets secrets) {
    return plain(entity, row)
        .map(text -> keyed(() -> secrets.sealer().seal(text, context(entity))));
  }

  /** {@return what tells whether the row's secrets are the same; empty when it has none} */
  static Optional<String> mark(Entity entity, Row row, Secrets secrets) {
    return plain(entity, row)
        .map(text -> keyed(() -> secrets.sealer().mark(text, context(entity))));
  }

  /** {@return the secret columns again; empty when the text was not sealed here for this entity} */
  static Optional<Row> open(Entity entity, Table table, String sealed, Secrets secrets) {
    return keyed(() -> secrets.sealer().open(sealed, context(entity)))
        .map(text -> {
          Map<String, Value> columns = new LinkedHashMap<>();
          for (Map.Entry<String, JsonElement> one :
              JsonParser.parseString(text).getAsJsonObject().entrySet()) {
            Optional<Column> column = table.column(one.getKey());
            if (column.isPresent()
                && Cells.value(column.get(), one.getValue())
                    instanceof Parsed.Good<Value>(Value value)) {
              columns.put(one.getKey(), value);
            }
          }
          return new Row(columns);
        });
  }

  private interface Sealing<T> {
    T run() throws IOException;
  }

  /** Without the key nothing can be kept, and the gate tells that the server itself is at fault. */
  private static <T> T keyed(Sealing<T> sealing) {
    try {
      return sealing.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<String> plain(Entity entity, Row row) {
    JsonObject json = new JsonObject();
    for (Field field : entity.fields()) {
      if (field.secret() && row.values().containsKey(field.column())) {
        json.add(field.column(), Cells.json(row.value(field.column())));
      }
    }
    return json.isEmpty() ? Optional.empty() : Optional.of(json.toString());
  }

  private static String context(Entity entity) {
    return "row of " + entity.table();
  }
}
