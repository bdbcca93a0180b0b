package dev.opensipsmcp.lab.internal.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.lab.LabFeature;
import dev.opensipsmcp.lab.internal.state.NodeState;
import dev.opensipsmcp.lab.internal.state.Row;
import dev.opensipsmcp.lab.internal.state.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The clusters that this node, number 1, is in. The seeded one has three nodes: this one, one that
 * does not answer, and one that is up. Nodes from a database outside do not answer.
 */
final class ClusterState {
  static final int CLUSTER = 1;
  static final int SELF = 1;
  private static final String TABLE = "clusterer";
  private static final String ANSWERS = "bin:192.0.2.33:5566";

  /** Another node. */
  static final class Node {
    final int id;
    private final int number;
    private final String url;
    private final String description;
    boolean enabled;

    Node(Row row) {
      this.id = row.number("node_id");
      this.number = row.number("id");
      this.url = row.text("url");
      this.description = row.text("description");
      this.enabled = row.number("state", 1) != 0;
    }
  }

  /** A cluster, as this node sees it. */
  static final class Cluster {
    final List<Node> nodes = new ArrayList<>();
    boolean enabled = true;

    Optional<Node> node(int id) {
      return nodes.stream().filter(node -> node.id == id).findFirst();
    }

    boolean up(Node node) {
      return enabled && node.enabled && node.url.equals(ANSWERS);
    }
  }

  /** What the node replicates in its first cluster. */
  static final class Capability {
    final String name;
    boolean enabled = true;
    boolean synced = true;

    Capability(String name) {
      this.name = name;
    }
  }

  /** A sharing tag of the first cluster. */
  static final class Tag {
    final String name;
    boolean active;

    Tag(String name, boolean active) {
      this.name = name;
      this.active = active;
    }
  }

  private final Tables tables;
  final boolean scripted;
  final List<Capability> capabilities = new ArrayList<>();
  final List<Tag> tags = new ArrayList<>(List.of(new Tag("vip", true), new Tag("reg", false)));
  private Map<Integer, Cluster> clusters = new TreeMap<>();

  ClusterState(NodeState state) {
    this.tables = state.tables();
    this.scripted = state.has(LabFeature.SCRIPTED_CLUSTER);
    capabilities.add(new Capability("usrloc-contact-repl"));
    capabilities.add(new Capability("dispatcher-status-repl"));
    capabilities.add(new Capability("ratelimit-pipe-repl"));
    if (state.has(LabFeature.DIALOG_CLUSTER)) {
      capabilities.add(new Capability("dialog-dlg-repl"));
    }
    List<Row> first =
        List.of(
            row("1", "1", "bin:192.0.2.31:5566", "node one"),
            row("2", "2", "bin:192.0.2.32:5566", "node two"),
            row("3", "3", ANSWERS, "node three"));
    if (scripted) {
      take(first);
    } else {
      tables.seed(TABLE, first.toArray(Row[]::new));
      load();
      // Written since the node started: active after the next reload.
      tables.seed(TABLE, row("4", "4", "bin:192.0.2.34:5566", "node four"));
    }
  }

  private static Row row(String id, String node, String url, String description) {
    return Row.of(
        "id", id,
        "cluster_id", "1",
        "node_id", node,
        "url", url,
        "state", "1",
        "description", description);
  }

  /** Reads the table; what was switched on or off by hand is as the table has it. */
  void load() {
    take(tables.loadOne(TABLE));
  }

  private void take(List<Row> rows) {
    Map<Integer, Cluster> fresh = new TreeMap<>();
    for (Row row : rows) {
      if (row.number("node_id") == SELF) {
        Cluster cluster = new Cluster();
        cluster.enabled = row.number("state", 1) != 0;
        fresh.put(row.number("cluster_id"), cluster);
      }
    }
    for (Row row : rows) {
      Cluster cluster = fresh.get(row.number("cluster_id"));
      if (cluster != null && row.number("node_id") != SELF) {
        cluster.nodes.add(new Node(row));
      }
    }
    clusters = fresh;
  }

  Optional<Cluster> cluster(int id) {
    return Optional.ofNullable(clusters.get(id));
  }

  JsonObject list() {
    return every(
        "Nodes",
        cluster -> {
          JsonArray list = new JsonArray();
          for (Node node : cluster.nodes) {
            boolean up = cluster.up(node);
            JsonObject json = new JsonObject();
            json.addProperty("node_id", node.id);
            json.addProperty("db_id", node.number);
            json.addProperty("url", node.url);
            json.addProperty("link_state", up ? "Up" : "Down");
            json.addProperty("state", node.enabled ? "enabled" : "disabled");
            json.addProperty("next_hop", up ? Integer.toString(node.id) : "none");
            json.addProperty("description", node.description);
            list.add(json);
          }
          return list;
        });
  }

  /** Always this node first: the only place where its own number shows. */
  JsonObject topology() {
    return every(
        "Nodes",
        cluster -> {
          JsonArray list = new JsonArray();
          JsonArray own = new JsonArray();
          cluster.nodes.stream().filter(cluster::up).forEach(node -> own.add(node.id));
          list.add(neighbours(SELF, own));
          for (Node node : cluster.nodes) {
            JsonArray others = new JsonArray();
            if (cluster.up(node)) {
              others.add(SELF);
            }
            list.add(neighbours(node.id, others));
          }
          return list;
        });
  }

  JsonObject listCapabilities() {
    return every(
        "Capabilities",
        cluster -> {
          JsonArray list = new JsonArray();
          if (clusters.get(CLUSTER) == cluster) {
            capabilities.forEach(capability -> list.add(json(capability)));
          }
          return list;
        });
  }

  private static JsonObject json(Capability capability) {
    JsonObject json = new JsonObject();
    json.addProperty("name", capability.name);
    json.addProperty("state", capability.synced ? "Ok" : "not synced");
    json.addProperty("enabled", capability.enabled ? "yes" : "no");
    return json;
  }

  JsonArray listTags() {
    JsonArray list = new JsonArray();
    for (Tag tag : tags) {
      JsonObject json = new JsonObject();
      json.addProperty("Tag", tag.name);
      json.addProperty("Cluster", CLUSTER);
      json.addProperty("State", tag.active ? "active" : "backup");
      list.add(json);
    }
    return list;
  }

  private static JsonObject neighbours(int node, JsonArray neighbours) {
    JsonObject json = new JsonObject();
    json.addProperty("node_id", node);
    json.add("Neighbours", neighbours);
    return json;
  }

  private JsonObject every(String what, Function<Cluster, JsonElement> print) {
    JsonArray list = new JsonArray();
    clusters.forEach((id, cluster) -> {
      JsonObject json = new JsonObject();
      json.addProperty("cluster_id", id);
      json.add(what, print.apply(cluster));
      list.add(json);
    });
    JsonObject json = new JsonObject();
    json.add("Clusters", list);
    return json;
  }
}
