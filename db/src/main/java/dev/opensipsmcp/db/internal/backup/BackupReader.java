package dev.opensipsmcp.db.internal.backup;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.opensipsmcp.db.Value;
import dev.opensipsmcp.db.backup.Backup;
import dev.opensipsmcp.db.backup.BackupHead;
import dev.opensipsmcp.db.backup.BackupHead.ColumnHead;
import dev.opensipsmcp.db.backup.BackupHead.TableHead;
import dev.opensipsmcp.db.backup.ColumnKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Reads a backup from its first line to its last. Used by one thread. */
final class BackupReader implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final LineReader lines;
  private final BackupHead head;
  private final MessageDigest digest = Digests.sha256();

  private BackupReader(Path file, LineReader lines, BackupHead head, byte[] first) {
    this.file = file;
    this.lines = lines;
    this.head = head;
    digest.update(first);
  }

  /** What takes a backup's rows. */
  interface Taker {
    /** The rows of this table follow. */
    void table(TableHead table) throws IOException, SQLException;

    /** A row of the table; {@code number} counts from 1 in it. */
    void row(Value[] cells, long number) throws IOException, SQLException;

    /** All rows of the table were taken. */
    void end(TableHead table) throws IOException, SQLException;
  }

  static BackupReader open(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    try {
      LineReader lines =
          new LineReader(
              BackupStore.compressed(file.toString()) ? new GZIPInputStream(in, BUFFER) : in);
      byte[] first = lines.next().orElseThrow(() -> new IOException("The file is empty"));
      return new BackupReader(file, lines, HeadLine.read(LineReader.text(first)), first);
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  BackupHead head() {
    return head;
  }

  /**
   * Gives all rows to the taker, then holds them against the last line.
   *
   * @throws IOException when the file is cut, changed or no backup
   */
  Backup each(Taker taker) throws IOException, SQLException {
    Map<String, TableHead> tables = new LinkedHashMap<>();
    head.tables().forEach(table -> tables.put(table.name(), table));
    Map<String, Long> rows = new LinkedHashMap<>();
    TableHead table = null;
    List<ColumnKind> kinds = List.of();
    long number = 0;
    while (true) {
      byte[] line = lines.next().orElseThrow(() -> new IOException("The file is cut off"));
      if (line[0] == '[') {
        if (table == null) {
          throw new IOException("A row stands before any table");
        }
        digest.update(line);
        taker.row(Lines.read(LineReader.text(line), kinds), ++number);
        continue;
      }
      if (table != null) {
        rows.put(table.name(), number);
        taker.end(table);
      }
      JsonObject json = object(line);
      if (json.has("sha256")) {
        return whole(json, rows);
      }
      table = json.has("table") ? tables.get(json.get("table").getAsString()) : null;
      if (table == null || rows.containsKey(table.name())) {
        throw new IOException("A table is begun that the first line does not have");
      }
      digest.update(line);
      kinds = table.columns().stream().map(ColumnHead::kind).toList();
      number = 0;
      taker.table(table);
    }
  }

  private Backup whole(JsonObject tail, Map<String, Long> rows) throws IOException {
    String sum = HexFormat.of().formatHex(digest.digest());
    JsonObject counted = new JsonObject();
    rows.forEach(counted::addProperty);
    JsonElement said = tail.get("rows");
    if (!sum.equals(tail.get("sha256").getAsString())) {
      throw new IOException("The checksum is wrong");
    }
    if (!(said instanceof JsonObject counts)
        || !counts.toString().equals(counted.toString())
        || rows.size() != head.tables().size()) {
      throw new IOException("The rows are not as many as the last line says");
    }
    if (lines.next().isPresent()) {
      throw new IOException("Something stands behind the last line");
    }
    return new Backup(String.valueOf(file.getFileName()), Files.size(file), head, rows, sum);
  }

  private static JsonObject object(byte[] line) throws IOException {
    try {
      return JsonParser.parseString(LineReader.text(line)).getAsJsonObject();
    } catch (JsonParseException | IllegalStateException e) {
      throw new IOException("A line is no JSON object", e);
    }
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
