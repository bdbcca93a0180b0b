package dev.opensipsmcp.server.toolset.logread;

import com.google.gson.JsonObject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the lines of one call, and with each what the same process wrote just before and after.
 * Holds a bounded number of lines, however many there are. Used by one thread.
 */
final class Neighbours {
  /** How many lines of a process are shown before and after one of the call. */
  static final int AROUND = 4;

  private static final int MOST_PROCESSES = 4_096;
  private static final int MOST_ROWS = 400;

  private final String words;
  private final Map<Long, Recent> processes =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Recent> eldest) {
          return size() > MOST_PROCESSES;
        }
      };
  private final List<JsonObject> rows = new ArrayList<>();
  private long hits;

  private static final class Recent {
    private final ArrayDeque<LogLine> before = new ArrayDeque<>();
    private int after;
  }

  /**
   * Begins.
   *
   * @param words what the lines of the call have in them: its Call-ID
   */
  Neighbours(String words) {
    this.words = words;
  }

  /** {@return whether more lines can be taken} */
  boolean take(LogLine line) {
    Recent process = processes.computeIfAbsent(line.pid(), _ -> new Recent());
    if (line.text().contains(words)) {
      hits++;
      process.before.forEach(earlier -> add(earlier, false));
      process.before.clear();
      add(line, true);
      process.after = line.pid() < 0 ? 0 : AROUND;
    } else if (process.after > 0) {
      process.after--;
      add(line, false);
    } else if (line.pid() >= 0) {
      process.before.addLast(line);
      if (process.before.size() > AROUND) {
        process.before.removeFirst();
      }
    }
    return rows.size() < MOST_ROWS;
  }

  private void add(LogLine line, boolean own) {
    JsonObject row = line.row();
    row.addProperty("own", own);
    KnownMessages.table()
        .find(line)
        .ifPresent(known -> row.addProperty("meaning", known.meaning()));
    rows.add(row);
  }

  /** {@return how many lines are of the call itself} */
  long hits() {
    return hits;
  }

  /** {@return the lines in their order} */
  List<JsonObject> rows() {
    rows.sort(Comparator.comparingLong(row -> row.get("line").getAsLong()));
    return rows;
  }
}
