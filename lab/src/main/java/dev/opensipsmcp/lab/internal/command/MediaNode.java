package dev.opensipsmcp.lab.internal.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.lab.internal.rpc.Outcome;
import dev.opensipsmcp.lab.internal.state.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A media server of module rtpengine or rtpproxy.
 *
 * @param set the set that it is in
 * @param url where it listens
 * @param index its number within the module
 * @param weight its share
 * @param disabled whether calls pass it by
 * @param recheck when it is asked again; {@link #NEVER} when it was disabled by hand
 */
record MediaNode(int set, String url, int index, int weight, boolean disabled, long recheck) {
  static final long NEVER = 0xffff_ffffL;

  MediaNode as(boolean off, long ticks) {
    return new MediaNode(set, url, index, weight, off, ticks);
  }

  /**
   * {@return the servers of a table}
   *
   * @param rows its rows
   * @param column the one that has the servers, with blanks between them and {@code =weight}
   * @param kept those that keep their number and state
   */
  static List<MediaNode> all(List<Row> rows, String column, List<MediaNode> kept) {
    List<MediaNode> nodes = new ArrayList<>();
    int next = kept.stream().mapToInt(MediaNode::index).max().orElse(-1) + 1;
    for (Row row : rows) {
      for (String server : row.text(column).strip().split("\\s+", -1)) {
        String[] parts = server.split("=", 2);
        String url = parts[0];
        int set = row.number("set_id");
        Predicate<MediaNode> same = node -> node.set() == set && node.url().equals(url);
        if (!url.isEmpty() && nodes.stream().noneMatch(same)) {
          Optional<MediaNode> old = kept.stream().filter(same).findFirst();
          int weight =
              parts.length > 1 && parts[1].matches("\\d{1,6}") ? Integer.parseInt(parts[1]) : 1;
          nodes.add(old.orElse(new MediaNode(set, url, next, weight, false, 0)));
          next += old.isPresent() ? 0 : 1;
        }
      }
    }
    return nodes;
  }

  /** {@return the servers as a node prints them: by set} */
  static Outcome show(List<MediaNode> nodes) {
    JsonArray sets = new JsonArray();
    for (int set : nodes.stream().map(MediaNode::set).distinct().toList()) {
      JsonArray inside = new JsonArray();
      nodes.stream().filter(node -> node.set() == set).forEach(node -> inside.add(node.json()));
      JsonObject json = new JsonObject();
      json.addProperty("Set", set);
      json.add("Nodes", inside);
      sets.add(json);
    }
    return Outcome.value(sets);
  }

  private JsonObject json() {
    JsonObject json = new JsonObject();
    json.addProperty("url", url);
    json.addProperty("index", index);
    json.addProperty("disabled", disabled ? 1 : 0);
    json.addProperty("weight", weight);
    json.addProperty("recheck_ticks", recheck);
    return json;
  }
}
