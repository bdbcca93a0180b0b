package dev.opensipsmcp.server.demo;

import dev.opensipsmcp.db.Database;
import dev.opensipsmcp.db.DbError;
import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.db.DbSettings;
import dev.opensipsmcp.db.DbUrl;
import dev.opensipsmcp.db.Row;
import dev.opensipsmcp.db.Value;
import dev.opensipsmcp.db.row.RowChange;
import dev.opensipsmcp.db.schema.StepListener;
import dev.opensipsmcp.facts.Column;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Table;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.lab.LabNode;
import dev.opensipsmcp.lab.LabSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The stand-in node with a database of its own: a SQLite file with OpenSIPS's tables, in which the
 * rows stand that the node knows when it starts. Both go away when it is closed.
 */
public final class DemoWorld implements AutoCloseable {
  private static final Version VERSION = Version.V3_6;

  private final Path file;
  private final Database database;
  private final LabNode node;

  private DemoWorld(Path file, Database database, LabNode node) {
    this.file = file;
    this.database = database;
    this.node = node;
  }

  /**
   * {@return a world that has just begun}
   *
   * @throws UncheckedIOException when no file can be made for the database
   */
  public static DemoWorld start() {
    Path file;
    try {
      file = Files.createTempFile("opensips-mcp-demo", ".db");
    } catch (IOException e) {
      throw new UncheckedIOException("The demonstration's database can't be made", e);
    }
    Database database = new Database(DbSettings.of(DbUrl.file(file)));
    List<Table> tables = Facts.of(VERSION).tables();
    require(database.writes().schema().create(tables, StepListener.NONE));
    require(database.writes().rows().apply(seeds(tables)));
    LabSettings settings =
        LabSettings.of(VERSION).withTables(new DatabaseTables(database, VERSION));
    return new DemoWorld(file, database, LabNode.of(settings));
  }

  /** The rows that a stand-in node has when it is left to itself. */
  private static List<RowChange> seeds(List<Table> tables) {
    List<RowChange> seeds = new ArrayList<>();
    try (LabNode model = LabNode.start(VERSION)) {
      for (Table table : tables) {
        for (Map<String, String> row : model.rows(table.name())) {
          seeds.add(new RowChange.Insert(table, row(table, row), List.of()));
        }
      }
    }
    return seeds;
  }

  private static Row row(Table table, Map<String, String> texts) {
    Map<String, Value> values = new LinkedHashMap<>();
    for (Column column : table.columns()) {
      String text = texts.get(column.name());
      if (text != null) {
        values.put(column.name(), Value.of(text));
      }
    }
    return new Row(values);
  }

  private static <T> void require(DbResult<T> result) {
    if (result instanceof DbResult.Failure<T>(DbError error)) {
      throw new IllegalStateException("The demonstration's database: " + error.cause());
    }
  }

  /** {@return the node} */
  public LabNode node() {
    return node;
  }

  /** {@return its database} */
  public Database database() {
    return database;
  }

  @Override
  public void close() {
    node.close();
    database.close();
    try {
      Files.deleteIfExists(file);
    } catch (IOException _) {
      // It lies in the system's directory for such files.
    }
  }
}
