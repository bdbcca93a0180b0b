package dev.opensipsmcp.lab.internal.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A cluster of three nodes: this one, one that does not answer, and one that is up. */
final class ClusterState {
  static final int CLUSTER = 1;
  static final int SELF = 1;

  /** Another node. */
  static final class Node {
    final int id;
    private final String url;
    private final boolean reachable;
    private final String description;
    boolean enabled = true;

    Node(int id, String url, boolean reachable, String description) {
      this.id = id;
      this.url = url;
      this.reachable = reachable;
      this.description = description;
    }
  }

  /** What the node replicates. */
  static final class Capability {
    final String name;
    boolean enabled = true;
    boolean synced = true;

    Capability(String name) {
      this.name = name;
    }
  }

  /** A sharing tag. */
  static final class Tag {
    final String name;
    boolean active;

    Tag(String name, boolean active) {
      this.name = name;
      this.active = active;
    }
  }

  final List<Node> nodes =
      List.of(
          new Node(2, "bin:192.0.2.32:5566", false, "node two"),
          new Node(3, "bin:192.0.2.33:5566", true, "node three"));
  final List<Capability> capabilities =
      List.of(
          new Capability("usrloc-contact-repl"),
          new Capability("dispatcher-status-repl"),
          new Capability("ratelimit-pipe-repl"));
  final List<Tag> tags = new ArrayList<>(List.of(new Tag("vip", true), new Tag("reg", false)));
  boolean enabled = true;

  Optional<Node> node(int id) {
    return nodes.stream().filter(node -> node.id == id).findFirst();
  }

  boolean up(Node node) {
    return enabled && node.enabled && node.reachable;
  }

  JsonObject list() {
    JsonArray list = new JsonArray();
    for (Node node : nodes) {
      JsonObject json = new JsonObject();
      json.addProperty("node_id", node.id);
      json.addProperty("db_id", node.id);
      json.addProperty("url", node.url);
      json.addProperty("link_state", up(node) ? "Up" : "Down");
      json.addProperty("state", node.enabled ? "enabled" : "disabled");
      json.addProperty("next_hop", up(node) ? Integer.toString(node.id) : "none");
      json.addProperty("description", node.description);
      list.add(json);
    }
    return cluster("Nodes", list);
  }

  /** Always this node first: the only place where its own number shows. */
  JsonObject topology() {
    JsonArray list = new JsonArray();
    JsonArray own = new JsonArray();
    nodes.stream().filter(this::up).forEach(node -> own.add(node.id));
    list.add(neighbours(SELF, own));
    for (Node node : nodes) {
      JsonArray others = new JsonArray();
      if (up(node)) {
        others.add(SELF);
      }
      list.add(neighbours(node.id, others));
    }
    return cluster("Nodes", list);
  }

  JsonObject listCapabilities() {
    JsonArray list = new JsonArray();
    for (Capability capability : capabilities) {
      JsonObject json = new JsonObject();
      json.addProperty("name", capability.name);
      json.addProperty("state", capability.synced ? "Ok" : "not synced");
      json.addProperty("enabled", capability.enabled ? "yes" : "no");
      list.add(json);
    }
    return cluster("Capabilities", list);
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

  private static JsonObject cluster(String what, JsonArray list) {
    JsonObject cluster = new JsonObject();
    cluster.addProperty("cluster_id", CLUSTER);
    cluster.add(what, list);
    JsonArray clusters = new JsonArray();
    clusters.add(cluster);
    JsonObject json = new JsonObject();
    json.add("Clusters", clusters);
    return json;
  }
}
