package dev.opensipsmcp.db.internal.backup;

import com.google.gson.JsonObject;
import com.google.gson.stream.JsonWriter;
import dev.opensipsmcp.db.Value;
import dev.opensipsmcp.db.backup.Backup;
import dev.opensipsmcp.db.backup.BackupHead;
import dev.opensipsmcp.db.backup.BackupHead.ColumnHead;
import dev.opensipsmcp.db.backup.BackupHead.TableHead;
import dev.opensipsmcp.db.backup.ColumnKind;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * Writes a backup line by line. Until {@link #finish} it lies under another name, and closing it
 * before then leaves nothing. Used by one thread.
 */
final class BackupWriter implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final BackupStore store;
  private final String name;
  private final BackupHead head;
  private final Path part;
  private final FileOutputStream file;
  private final MessageDigest digest = Digests.sha256();
  private final Writer out;
  private final JsonWriter json;
  private final Map<String, Long> rows = new LinkedHashMap<>();
  private List<ColumnKind> kinds = List.of();
  private long inTable;
  private boolean finished;

  BackupWriter(BackupStore store, String name, BackupHead head) throws IOException {
    this.store = store;
    this.name = name;
    this.head = head;
    this.part = store.begin(name);
    this.file = new FileOutputStream(part.toFile());
    OutputStream to =
        BackupStore.compressed(name)
            ? new GZIPOutputStream(file, BUFFER)
            : new BufferedOutputStream(file, BUFFER);
    // Written to letter by letter, which an encoder of its own minds.
    this.out =
        new BufferedWriter(
            new OutputStreamWriter(new DigestOutputStream(to, digest), StandardCharsets.UTF_8),
            BUFFER);
    this.json = JsonLines.writer(out);
    line(HeadLine.write(head));
  }

  /** Begins the rows of a table. */
  void table(TableHead table) throws IOException {
    JsonObject line = new JsonObject();
    line.addProperty("table", table.name());
    line(line.toString());
    kinds = table.columns().stream().map(ColumnHead::kind).toList();
    inTable = 0;
  }

  /** Writes a row of the table that was begun last. */
  void row(Value[] cells) throws IOException {
    Lines.write(json, cells, kinds);
    out.write('\n');
    inTable++;
  }

  /** Ends the rows of a table. */
  void end(TableHead table) {
    rows.put(table.name(), inTable);
  }

  /** Writes the last line, waits until all is on the disk, and gives the file its name. */
  Backup finish() throws IOException {
    out.flush();
    String sum = HexFormat.of().formatHex(digest.digest());
    JsonObject counts = new JsonObject();
    rows.forEach(counts::addProperty);
    JsonObject tail = new JsonObject();
    tail.add("rows", counts);
    tail.addProperty("sha256", sum);
    line(tail.toString());
    out.close();
    try (FileChannel written = FileChannel.open(part, StandardOpenOption.WRITE)) {
      written.force(true);
    }
    long bytes = Files.size(part);
    store.finish(part, name);
    finished = true;
    return new Backup(name, bytes, head, rows, sum);
  }

  private void line(String text) throws IOException {
    out.write(text);
    out.write('\n');
  }

  @Override
  public void close() throws IOException {
    if (!finished) {
      file.close();
      Files.deleteIfExists(part);
    }
  }
}
