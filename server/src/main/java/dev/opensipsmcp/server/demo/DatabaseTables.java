package dev.opensipsmcp.server.demo;

import dev.opensipsmcp.db.Database;
import dev.opensipsmcp.db.DbError;
import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.db.Row;
import dev.opensipsmcp.db.Value;
import dev.opensipsmcp.db.row.Select;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Table;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.lab.LabTables;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The stand-in node's tables are those of a real database, so that what a tool stored is what a
 * reload finds.
 *
 * @param database the database
 * @param version whose tables it has
 */
public record DatabaseTables(Database database, Version version) implements LabTables {
  private static final int MOST = 100_000;

  @Override
  public List<Map<String, String>> rows(String name) {
    Table table = Facts.of(version).table(name).orElseThrow();
    return switch (database.reads().rows().list(Select.first(table, List.of(), MOST))) {
      case DbResult.Success<List<Row>>(List<Row> rows) ->
          rows.stream().map(DatabaseTables::texts).toList();
      case DbResult.Failure<List<Row>>(DbError error) ->
          throw new IllegalStateException(error.cause());
    };
  }

  private static Map<String, String> texts(Row row) {
    Map<String, String> texts = new LinkedHashMap<>();
    row.values()
        .forEach((column, value) -> {
          switch (value) {
            case Value.Null _ -> {}
            case Value.Bytes bytes ->
                texts.put(column, new String(bytes.bytes(), StandardCharsets.UTF_8));
            default -> texts.put(column, value.shown());
          }
        });
    return texts;
  }
}
