package dev.opensipsmcp.db.internal.backup;

import com.google.gson.stream.JsonWriter;
import dev.opensipsmcp.db.Value;
import dev.opensipsmcp.db.backup.Backups.TableState;
import dev.opensipsmcp.db.backup.ColumnKind;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Digests a table's rows. Secrets have no part in it: whoever sees the digest of a row that he
 * knows but for its password could try passwords. Used by one thread.
 */
final class StateDigest {
  private final LiveTable table;
  private final List<Integer> places = new ArrayList<>();
  private final List<ColumnKind> kinds = new ArrayList<>();
  private final Value[] cells;
  private final MessageDigest digest = Digests.sha256();
  private final Writer out =
      new BufferedWriter(
          new OutputStreamWriter(
              new DigestOutputStream(OutputStream.nullOutputStream(), digest),
              StandardCharsets.UTF_8));
  private final JsonWriter json = JsonLines.writer(out);
  private long rows;

  /**
   * Begins a digest.
   *
   * @param table the table
   * @param columns what the rows that follow hold
   */
  StateDigest(LiveTable table, List<LiveColumn> columns) {
    this.table = table;
    for (int at = 0; at < columns.size(); at++) {
      if (!table.hides(columns.get(at))) {
        places.add(at);
        kinds.add(columns.get(at).kind());
      }
    }
    this.cells = new Value[places.size()];
  }

  void row(Value[] row) {
    for (int at = 0; at < cells.length; at++) {
      cells[at] = row[places.get(at)];
    }
    try {
      Lines.write(json, cells, kinds);
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    rows++;
  }

  TableState state() {
    try {
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String sum = HexFormat.of().formatHex(digest.digest());
    return new TableState(table.name().text(), rows, sum.substring(0, 32));
  }
}
