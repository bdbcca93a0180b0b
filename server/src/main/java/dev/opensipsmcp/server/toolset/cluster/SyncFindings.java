package dev.opensipsmcp.server.toolset.cluster;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.server.toolset.common.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * Gathers what is wrong with a node's clusters. Used by one thread, in the order of its methods:
 * what tags mean depends on whether any other node is up.
 */
final class SyncFindings {
  private final int wanted;
  private final List<JsonObject> findings = new ArrayList<>();
  private final List<String> active = new ArrayList<>();
  private final List<String> backup = new ArrayList<>();
  private boolean problem;
  private long self;
  private int nodes;
  private int up;
  private int capabilities;
  private int fine;

  /**
   * Begins.
   *
   * @param wanted the one cluster that counts; all of them when 0
   */
  SyncFindings(int wanted) {
    this.wanted = wanted;
  }

  private boolean counts(JsonObject row, String member) {
    return wanted == 0 || Json.number(row, member, 0) == wanted;
  }

  private void add(boolean serious, String finding, String evidence) {
    JsonObject json = new JsonObject();
    json.addProperty("severity", serious ? "problem" : "notice");
    json.addProperty("finding", finding);
    json.addProperty("evidence", evidence);
    findings.add(json);
    problem |= serious;
  }

  /** Links that only one of two nodes has. */
  void topology(List<JsonObject> rows) {
    for (JsonObject row : rows) {
      if (!counts(row, "cluster_id")) {
        continue;
      }
      if (row.get("self").getAsBoolean()) {
        self = Json.number(row, "node_id", 0);
      }
      for (JsonElement neighbour : Json.list(row, "neighbours")) {
        if (!linked(rows, row, neighbour)) {
          add(
              true,
              "Node "
                  + Json.text(row, "node_id")
                  + " sees node "
                  + neighbour
                  + ", but not the other way round.",
              "clusterer_list_topology: cluster "
                  + Json.text(row, "cluster_id")
                  + ", node "
                  + Json.text(row, "node_id")
                  + " neighbours "
                  + Json.list(row, "neighbours"));
        }
      }
    }
  }

  private static boolean linked(List<JsonObject> rows, JsonObject from, JsonElement to) {
    return rows.stream()
        .filter(row -> row.get("cluster_id").equals(from.get("cluster_id")))
        .filter(row -> row.get("node_id").getAsLong() == to.getAsLong())
        .allMatch(row -> holds(Json.list(row, "neighbours"), Json.number(from, "node_id", 0)));
  }

  private static boolean holds(JsonArray neighbours, long node) {
    return neighbours.asList().stream().anyMatch(neighbour -> neighbour.getAsLong() == node);
  }

  /** Nodes without a link, and those that are disabled. */
  void nodes(JsonObject answer) {
    for (JsonElement element : Json.list(answer, "Clusters")) {
      JsonObject cluster = Json.asObject(element);
      if (counts(cluster, "cluster_id")) {
        Json.list(cluster, "Nodes").forEach(node -> node(cluster, Json.asObject(node)));
      }
    }
  }

  private void node(JsonObject cluster, JsonObject node) {
    nodes++;
    String link = Json.text(node, "link_state");
    String id = Json.text(node, "node_id");
    String evidence =
        "clusterer_list: cluster "
            + Json.text(cluster, "cluster_id")
            + ", node "
            + id
            + " link_state "
            + link
            + ", state "
            + Json.text(node, "state")
            + ", next_hop "
            + Json.text(node, "next_hop");
    if (link.equals("Up")) {
      up++;
    } else if (Json.text(node, "state").equals("disabled")) {
      add(false, "Node " + id + " is disabled; somebody drained or cut it off.", evidence);
    } else {
      add(true, "Node " + id + " is enabled, but its link is " + link + ".", evidence);
    }
  }

  /** Capabilities that are off or not in sync. */
  void capabilities(JsonObject answer) {
    for (JsonElement element : Json.list(answer, "Clusters")) {
      JsonObject cluster = Json.asObject(element);
      if (counts(cluster, "cluster_id")) {
        Json.list(cluster, "Capabilities").forEach(one -> capability(cluster, Json.asObject(one)));
      }
    }
  }

  private void capability(JsonObject cluster, JsonObject capability) {
    capabilities++;
    String name = Json.text(capability, "name");
    String evidence =
        "clusterer_list_cap: cluster "
            + Json.text(cluster, "cluster_id")
            + ", "
            + name
            + " state "
            + Json.text(capability, "state")
            + ", enabled "
            + Json.text(capability, "enabled");
    if (Json.text(capability, "enabled").equals("no")) {
      add(true, "Capability " + name + " is switched off on this node.", evidence);
    } else if (Json.text(capability, "state").equalsIgnoreCase("ok")) {
      fine++;
    } else {
      add(true, "Capability " + name + " is not in sync on this node.", evidence);
    }
  }

  /** Tags that nobody seems to serve. */
  void tags(JsonElement answer) {
    if (!(answer instanceof JsonArray tags)) {
      return;
    }
    for (JsonElement element : tags) {
      JsonObject tag = Json.asObject(element);
      if (!counts(tag, "Cluster")) {
        continue;
      }
      String name = Json.text(tag, "Tag") + '/' + Json.text(tag, "Cluster");
      boolean here = Json.text(tag, "State").equals("active");
      (here ? active : backup).add(name);
      if (!here && up == 0) {
        add(
            true,
            "Tag " + name + " is backup here and no other node is up: nobody may be active.",
            "clusterer_list_shtags: " + name + " state " + Json.text(tag, "State"));
      }
      if (here && up < nodes) {
        add(
            false,
            "Tag "
                + name
                + " is active here; nodes without a link may think the same of themselves.",
            "clusterer_list_shtags: " + name + " state active; " + up + " of " + nodes + " up");
      }
    }
  }

  /** {@return all of it, with the verdict} */
  JsonObject verdict() {
    JsonObject json = new JsonObject();
    json.addProperty("status", problem ? "degraded" : "ok");
    if (self > 0) {
      json.addProperty("node_id", self);
    }
    json.addProperty("nodes", nodes);
    json.addProperty("nodes_up", up);
    json.addProperty("capabilities", capabilities);
    json.addProperty("capabilities_ok", fine);
    json.add("tags_active", Json.texts(active));
    json.add("tags_backup", Json.texts(backup));
    json.add("findings", Json.list(findings));
    return json;
  }
}
