package dev.opensipsmcp.server.toolset.snapshot;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.server.toolset.common.Decimals;
import dev.opensipsmcp.server.toolset.common.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What happened to a node between two snapshots.
 *
 * @param before the earlier one
 * @param after the later one
 */
record Comparison(Snapshot before, Snapshot after) {
  private static final int MOST_FINDINGS = 40;
  private static final int MOST_FIGURES = 60;
  private static final int MOST_STATES = 80;
  private static final int MOST_PROCESSES = 60;

  /** {@return seconds between the two} */
  double seconds() {
    return Duration.between(before.taken(), after.taken()).toMillis() / 1000.0;
  }

  /**
   * A node tells since when it runs; where it does not, it can't run shorter than the time since.
   */
  boolean restarted() {
    boolean said = !before.text("up_since").isEmpty() && !after.text("up_since").isEmpty();
    boolean younger = after.upSeconds() >= 0 && after.upSeconds() + 2 < before.upSeconds();
    return younger || (said && !before.text("up_since").equals(after.text("up_since")));
  }

  /**
   * {@return the whole of it}
   *
   * @param withRest whether what did not change is told too
   */
  JsonObject json(boolean withRest) {
    Judgement judgement = new Judgement();
    judgeNode(judgement);
    Set<String> counters = new HashSet<>(before.counters());
    counters.addAll(after.counters());
    Figures figures =
        new Figures(
            before.statistics(),
            after.statistics(),
            counters,
            seconds(),
            restarted(),
            after.upSeconds());
    figures.judge(judgement);
    List<JsonObject> states = new ArrayList<>();
    long sameStates = states(states, withRest, judgement);
    states.sort(
        Comparator.comparing(row -> Json.text(row, "before").equals(Json.text(row, "after"))));
    List<JsonObject> processes = new ArrayList<>();
    long sameProcesses = processes(processes, withRest, judgement);
    List<JsonObject> numbers = figures.rows(withRest);

    JsonObject json = new JsonObject();
    json.add("before", face(before));
    json.add("after", face(after));
    json.add("seconds", new JsonPrimitive(Decimals.rounded(seconds())));
    json.addProperty("restarted", restarted());
    json.add("findings", Json.list(judgement.rows(MOST_FINDINGS)));
    json.add("states", Json.list(first(states, MOST_STATES)));
    json.add("processes", Json.list(first(processes, MOST_PROCESSES)));
    json.add("statistics", Json.list(first(numbers, MOST_FIGURES)));
    JsonObject unchanged = new JsonObject();
    unchanged.addProperty("statistics", figures.unmoved());
    unchanged.addProperty("states", sameStates);
    unchanged.addProperty("processes", sameProcesses);
    json.add("unchanged", unchanged);
    JsonObject leftOut = new JsonObject();
    leftOut.addProperty("statistics", Math.max(0, numbers.size() - MOST_FIGURES));
    leftOut.addProperty("states", Math.max(0, states.size() - MOST_STATES));
    leftOut.addProperty("processes", Math.max(0, processes.size() - MOST_PROCESSES));
    json.add("left_out", leftOut);
    return json;
  }

  private static List<JsonObject> first(List<JsonObject> rows, int most) {
    return rows.subList(0, Math.min(most, rows.size()));
  }

  private static JsonObject face(Snapshot snapshot) {
    JsonObject face = new JsonObject();
    for (String member : List.of("taken", "instance", "label", "server")) {
      face.addProperty(member, snapshot.text(member));
    }
    face.addProperty("up_s", snapshot.upSeconds());
    return face;
  }

  private void judgeNode(Judgement judgement) {
    if (!before.text("instance").equals(after.text("instance"))) {
      judgement.warn(
          "other_node",
          "The snapshots are of different nodes, "
              + before.text("instance")
              + " and "
              + after.text("instance")
              + ": what differs need not have changed.");
    }
    if (!before.text("server").equals(after.text("server"))) {
      judgement.note(
          "version",
          "It ran " + before.text("server") + ", and runs " + after.text("server") + ".");
    }
    if (restarted()) {
      judgement.warn(
          "restarted",
          "The node was started anew "
              + after.upSeconds()
              + " s before the later snapshot; its counters began at 0, and calls, transactions and"
              + " contacts that it did not keep elsewhere are gone.");
    }
    JsonObject missing = Json.object(after.json(), "missing");
    for (String part : missing.keySet()) {
      judgement.note(
          "not_seen", "The later snapshot lacks " + part + ": " + Json.text(missing, part));
    }
  }

  private long states(List<JsonObject> rows, boolean withRest, Judgement judgement) {
    long same = 0;
    for (StatePart part : StatePart.values()) {
      Optional<Map<String, String>> old = before.states(part);
      Optional<Map<String, String>> now = after.states(part);
      if (old.isPresent() != now.isPresent()) {
        judgement.note(
            "states",
            part.label()
                + (now.isPresent() ? " came: the" : " went: the")
                + " module's list is "
                + (now.isPresent() ? "there now." : "there no more."));
      } else if (old.isPresent()) {
        same += states(part, old.get(), now.orElseThrow(), rows, withRest, judgement);
      }
    }
    return same;
  }

  private static long states(
      StatePart part,
      Map<String, String> old,
      Map<String, String> now,
      List<JsonObject> rows,
      boolean withRest,
      Judgement judgement) {
    long same = 0;
    Set<String> names = new TreeSet<>(old.keySet());
    names.addAll(now.keySet());
    for (String name : names) {
      String was = old.getOrDefault(name, "absent");
      String is = now.getOrDefault(name, "absent");
      boolean changed = !was.equals(is);
      same += changed ? 0 : 1;
      if (changed) {
        judgement.add(
            Judgement.change(was, is),
            part == StatePart.CLUSTER ? "cluster" : "state",
            part.label() + " " + name + ": " + was + ", then " + is + ".");
      }
      if (changed || withRest) {
        JsonObject row = new JsonObject();
        row.addProperty("part", part.label());
        row.addProperty("name", name);
        row.addProperty("before", was);
        row.addProperty("after", is);
        rows.add(row);
      }
    }
    return same;
  }

  private long processes(List<JsonObject> rows, boolean withRest, Judgement judgement) {
    Map<Long, JsonObject> old = before.processes();
    Map<Long, JsonObject> now = after.processes();
    Set<Long> ids = new TreeSet<>(old.keySet());
    ids.addAll(now.keySet());
    long same = 0;
    for (long id : ids) {
      JsonObject was = old.getOrDefault(id, new JsonObject());
      JsonObject is = now.getOrDefault(id, new JsonObject());
      String change = change(was, is);
      same += change.equals("same") ? 1 : 0;
      if (!change.equals("same") || withRest) {
        JsonObject row = new JsonObject();
        row.addProperty("id", id);
        row.addProperty("type", Json.text(is.isEmpty() ? was : is, "type"));
        row.addProperty("change", change);
        if (!was.isEmpty()) {
          row.addProperty("before_pid", Json.number(was, "pid", -1));
        }
        if (!is.isEmpty()) {
          row.addProperty("after_pid", Json.number(is, "pid", -1));
        }
        rows.add(row);
      }
      if (!change.equals("same") && !restarted()) {
        judgement.note(
            "process",
            "Process "
                + id
                + " ("
                + Json.text(is.isEmpty() ? was : is, "type")
                + ") "
                + switch (change) {
                  case "gone" -> "went without a restart, as workers do that are scaled down.";
                  case "new" -> "came without a restart, as workers do that are scaled up.";
                  default -> "is another one now without a restart of the node.";
                });
      }
    }
    return same;
  }

  private static String change(JsonObject was, JsonObject is) {
    if (was.isEmpty()) {
      return "new";
    }
    if (is.isEmpty()) {
      return "gone";
    }
    return was.equals(is) ? "same" : "replaced";
  }
}
