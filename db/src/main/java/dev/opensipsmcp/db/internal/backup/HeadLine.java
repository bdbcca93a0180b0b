package dev.opensipsmcp.db.internal.backup;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.opensipsmcp.db.Dialect;
import dev.opensipsmcp.db.backup.BackupHead;
import dev.opensipsmcp.db.backup.BackupHead.ColumnHead;
import dev.opensipsmcp.db.backup.BackupHead.TableHead;
import dev.opensipsmcp.db.backup.ColumnKind;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The first line of a backup. */
final class HeadLine {
  static final String FORMAT = "opensips-mcp-backup";
  static final int VERSION = 1;

  private HeadLine() {}

  static String write(BackupHead head) {
    JsonObject json = new JsonObject();
    json.addProperty("format", FORMAT);
    json.addProperty("version", head.version());
    json.addProperty("product", head.product());
    json.addProperty("made", head.made().toString());
    json.addProperty("reason", head.reason());
    json.addProperty("dialect", head.dialect().label());
    json.addProperty("where", head.where());
    head.opensips().ifPresent(version -> json.addProperty("opensips", version));
    json.addProperty("secrets", head.secrets());
    JsonArray tables = new JsonArray();
    head.tables().forEach(table -> tables.add(table(table)));
    json.add("tables", tables);
    return json.toString();
  }

  private static JsonObject table(TableHead table) {
    JsonObject json = new JsonObject();
    json.addProperty("table", table.name());
    JsonArray columns = new JsonArray();
    for (ColumnHead column : table.columns()) {
      JsonArray pair = new JsonArray();
      pair.add(column.name());
      pair.add(column.kind().label());
      columns.add(pair);
    }
    json.add("columns", columns);
    JsonArray leftOut = new JsonArray();
    table.leftOut().forEach(leftOut::add);
    json.add("left_out", leftOut);
    return json;
  }

  /**
   * {@return what the first line says}
   *
   * @throws IOException when it is not the first line of a backup that this version can read
   */
  static BackupHead read(String line) throws IOException {
    try {
      JsonObject json = JsonParser.parseString(line).getAsJsonObject();
      if (!json.get("format").getAsString().equals(FORMAT)) {
        throw new IOException("Not a backup of this product");
      }
      int version = json.get("version").getAsInt();
      if (version != VERSION) {
        throw new IOException("A backup of format version " + version);
      }
      List<TableHead> tables = new ArrayList<>();
      for (JsonElement one : json.getAsJsonArray("tables")) {
        tables.add(table(one.getAsJsonObject()));
      }
      return new BackupHead(
          version,
          json.get("product").getAsString(),
          Instant.parse(json.get("made").getAsString()),
          json.get("reason").getAsString(),
          Dialect.valueOf(json.get("dialect").getAsString().toUpperCase(Locale.ROOT)),
          json.get("where").getAsString(),
          json.has("opensips") ? Optional.of(json.get("opensips").getAsString()) : Optional.empty(),
          json.get("secrets").getAsBoolean(),
          tables);
    } catch (JsonParseException
        | IllegalStateException
        | IllegalArgumentException
        | NullPointerException
        | ClassCastException
        | UnsupportedOperationException
        | IndexOutOfBoundsException
        | DateTimeException e) {
      throw new IOException("The first line is not a backup's", e);
    }
  }

  private static TableHead table(JsonObject json) {
    List<ColumnHead> columns = new ArrayList<>();
    for (JsonElement one : json.getAsJsonArray("columns")) {
      JsonArray pair = one.getAsJsonArray();
      columns.add(
          new ColumnHead(
              pair.get(0).getAsString(),
              ColumnKind.valueOf(pair.get(1).getAsString().toUpperCase(Locale.ROOT))));
    }
    List<String> leftOut = new ArrayList<>();
    json.getAsJsonArray("left_out").forEach(one -> leftOut.add(one.getAsString()));
    return new TableHead(json.get("table").getAsString(), columns, leftOut);
  }
}
