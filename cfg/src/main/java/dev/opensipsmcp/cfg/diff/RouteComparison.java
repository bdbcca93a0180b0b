package dev.opensipsmcp.cfg.diff;

import dev.opensipsmcp.cfg.internal.meaning.Line;
import dev.opensipsmcp.cfg.internal.meaning.Meaning;
import dev.opensipsmcp.cfg.internal.text.Gap;
import dev.opensipsmcp.cfg.internal.text.LineIndex;
import dev.opensipsmcp.cfg.internal.text.Sequences;
import dev.opensipsmcp.cfg.syntax.Item;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares the routes of two configurations, by name and then statement by statement. */
final class RouteComparison {
  private final Side before;
  private final Side after;
  private final LineIndex beforeLines;
  private final LineIndex afterLines;

  /** What a line says and how deep; where it stands does not count. */
  private record Bare(int depth, String text) {}

  RouteComparison(Side before, Side after) {
    this.before = before;
    this.after = after;
    this.beforeLines = new LineIndex(before.tree.text());
    this.afterLines = new LineIndex(after.tree.text());
  }

  List<RouteChange> changes() {
    List<RouteChange> changes = new ArrayList<>();
    Map<List<Bare>, String> gone = new HashMap<>();
    before.routes.forEach((key, route) -> {
      if (!after.routes.containsKey(key)) {
        gone.put(body(before, route), key);
      }
    });
    after.routes.forEach((key, route) -> {
      Item.Route former = before.routes.get(key);
      if (former != null) {
        changed(key, former, route, changes);
      } else {
        appeared(key, route, gone, changes);
      }
    });
    for (String key : gone.values().stream().sorted().toList()) {
      changes.add(new RouteChange.Removed(key, line(beforeLines, before.route(key))));
    }
    return changes;
  }

  private void appeared(
      String key, Item.Route route, Map<List<Bare>, String> gone, List<RouteChange> changes) {
    int line = line(afterLines, route);
    List<Bare> body = body(after, route);
    String formerly = gone.get(body);
    if (formerly != null
        && !body.isEmpty()
        && before.route(formerly).kind().text().equals(route.kind().text())) {
      gone.remove(body);
      changes.add(new RouteChange.Renamed(formerly, key, line));
    } else {
      changes.add(new RouteChange.Added(key, line));
    }
  }

  private void changed(String key, Item.Route former, Item.Route now, List<RouteChange> changes) {
    List<Line> old = Meaning.of(before.tree, List.of(former));
    List<Line> fresh = Meaning.of(after.tree, List.of(now));
    List<Line> gone = new ArrayList<>();
    List<Line> come = new ArrayList<>();
    for (Gap gap : Sequences.gaps(bare(old), bare(fresh))) {
      gone.addAll(old.subList(gap.oldFrom(), gap.oldTo()));
      come.addAll(fresh.subList(gap.newFrom(), gap.newTo()));
    }
    if (gone.isEmpty() && come.isEmpty()) {
      return;
    }
    changes.add(new RouteChange.Changed(key, statements(gone, come)));
  }

  private List<StatementChange> statements(List<Line> gone, List<Line> come) {
    Map<String, Integer> moved = new HashMap<>();
    gone.forEach(line -> moved.merge(line.text(), 1, Integer::sum));
    List<StatementChange> changes = new ArrayList<>();
    Map<String, Integer> taken = new HashMap<>();
    for (Line line : come) {
      boolean elsewhere = statement(line) && moved.merge(line.text(), -1, Integer::sum) >= 0;
      if (elsewhere) {
        taken.merge(line.text(), 1, Integer::sum);
      }
      add(
          elsewhere ? StatementChange.Change.MOVED : StatementChange.Change.ADDED,
          line,
          afterLines,
          changes);
    }
    for (Line line : gone) {
      if (taken.merge(line.text(), -1, Integer::sum) < 0) {
        add(StatementChange.Change.REMOVED, line, beforeLines, changes);
      }
    }
    changes.sort(Comparator.comparingInt(StatementChange::line));
    return changes;
  }

  /** Braces come and go with the heads that they belong to. */
  private static void add(
      StatementChange.Change change, Line line, LineIndex index, List<StatementChange> changes) {
    if (!line.text().equals("}") && !line.text().equals("{")) {
      changes.add(new StatementChange(change, line.text(), index.line(line.span().start())));
    }
  }

  private static boolean statement(Line line) {
    return line.text().endsWith(";") && line.text().length() > 1;
  }

  private static List<Bare> body(Side side, Item.Route route) {
    List<Bare> all = bare(Meaning.of(side.tree, List.of(route)));
    return all.subList(1, all.size() - 1);
  }

  private static List<Bare> bare(List<Line> lines) {
    return lines.stream().map(line -> new Bare(line.depth(), line.text())).toList();
  }

  private static int line(LineIndex index, Item.Route route) {
    return index.line(route.span().start());
  }
}
