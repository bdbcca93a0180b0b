package dev.opensipsmcp.server.toolset.logread;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.toolset.common.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Lines grouped by what stays of them when numbers, names and addresses are taken out. Holds a
 * bounded number of groups, however many lines there are. Used by one thread.
 */
final class Shapes {
  private static final int MOST_SHAPES = 2_000;
  private static final int MOST_PIDS = 10;

  private final Map<String, Group> shapes = new HashMap<>();
  private long others;

  private static final class Group {
    private final LogLine sample;
    private final Optional<KnownMessage> known;
    private final Set<Long> pids = new TreeSet<>();
    private long count;
    private LogLine last;

    Group(LogLine sample, Optional<KnownMessage> known) {
      this.sample = sample;
      this.known = known;
      this.last = sample;
    }

    void add(LogLine line) {
      count++;
      last = line;
      if (line.pid() >= 0 && pids.size() < MOST_PIDS) {
        pids.add(line.pid());
      }
    }

    JsonObject row() {
      JsonObject row = new JsonObject();
      row.addProperty("count", count);
      Json.addText(row, "level", sample.level());
      Json.addText(row, "module", sample.module());
      Json.addText(row, "function", sample.function());
      row.addProperty("known", known.isPresent());
      known.ifPresent(message -> message.tell(row));
      row.addProperty("first_line", sample.number());
      Json.addText(row, "first", sample.shownTime());
      Json.addText(row, "last", last.shownTime());
      row.addProperty("pids", String.join(", ", pids.stream().map(String::valueOf).toList()));
      row.addProperty("sample", LogLine.shown(sample.text()));
      return row;
    }
  }

  /** Takes a line. */
  void add(LogLine line) {
    String key =
        line.level() + ' ' + line.module() + ' ' + line.function() + ' ' + Shape.of(line.text());
    Group shape = shapes.get(key);
    if (shape == null && shapes.size() >= MOST_SHAPES) {
      others++;
      return;
    }
    if (shape == null) {
      shape = new Group(line, KnownMessages.table().find(line));
      shapes.put(key, shape);
    }
    shape.add(line);
  }

  /** {@return how many lines belong to groups that no longer fitted} */
  long others() {
    return others;
  }

  /** {@return a row per group: the worst level first, then what is most frequent} */
  List<JsonObject> rows() {
    List<Group> sorted = new ArrayList<>(shapes.values());
    sorted.sort(
        Comparator.comparingInt((Group shape) -> shape.sample.severity())
            .thenComparingLong(shape -> -shape.count)
            .thenComparingLong(shape -> shape.sample.number()));
    return sorted.stream().map(Group::row).toList();
  }
}
