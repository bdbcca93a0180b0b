package dev.opensipsmcp.server.toolset.diagnose.task;

import static dev.opensipsmcp.server.toolset.diagnose.engine.Judgement.found;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.diagnose.engine.Cited;
import dev.opensipsmcp.server.toolset.diagnose.engine.Confidence;
import dev.opensipsmcp.server.toolset.diagnose.engine.Facts;
import dev.opensipsmcp.server.toolset.diagnose.engine.Judgement;
import dev.opensipsmcp.server.toolset.diagnose.engine.Judgement.Finding;
import dev.opensipsmcp.server.toolset.diagnose.engine.Look;
import dev.opensipsmcp.server.toolset.diagnose.engine.Move;
import dev.opensipsmcp.server.toolset.diagnose.engine.Question;
import dev.opensipsmcp.server.toolset.diagnose.engine.Rule;
import dev.opensipsmcp.server.toolset.diagnose.engine.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Nodes of a cluster that differ. */
final class ClusterDiffers {
  private static final String CHECK = "check";
  private static final String NODES = "nodes";
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9 ,.:;/_'-]{1,200}");

  static final Task TASK =
      new Task(
          "cluster",
          "Nodes of a cluster differ",
          List.of(
              "cluster nodes differ, not synced",
              "clusterer node is down",
              "registrations are missing on the second node, replication broken",
              "sharing tag is active on both nodes or on none",
              "failover does not work, split brain",
              "dialogs are not replicated",
              "HA pair, is it healthy",
              "active and backup node are out of step",
              "connection to the other node is lost, replication stopped",
              "two nodes don't show the same registrations",
              "high availability, primary and standby differ",
              "state of the cluster and its nodes"),
          List.of(
              Look.tool(CHECK, "links, capabilities and sharing tags", "cluster_sync_check"),
              Look.tool(NODES, "the other nodes", "cluster_status", "limit", 200),
              Looks.lint("R22")),
          List.of(
              new Rule("node without a link", ClusterDiffers::links),
              new Rule("capability out of sync, tag that nobody serves", ClusterDiffers::problems),
              Audit.rule("cluster node without what it needs", Confidence.POSSIBLE)),
          List.of(
              Move.of("instance_list", "Whether every node answers"),
              Move.of("cluster_sync_check", "The same from the other nodes: give instance")));

  private ClusterDiffers() {}

  private static List<Judgement> links(Facts facts, Question question) {
    return Each.row(
        facts,
        NODES,
        row ->
            !Json.text(row, "link_state").equals("Up")
                && !Json.text(row, "state").equals("disabled"),
        row ->
            found(
                    Confidence.CERTAIN,
                    "Node "
                        + Json.number(row, "node_id", 0)
                        + " of cluster "
                        + Json.number(row, "cluster_id", 0)
                        + " is enabled and has no link to the node asked: it is down, or its BIN"
                        + " address can't be reached.",
                    Cited.number(NODES, "node", Json.number(row, "node_id", 0), ""),
                    Cited.text(NODES, "link", Json.text(row, "link_state")),
                    Cited.text(NODES, "url", Json.text(row, "url")))
                .next(Move.of("sockets_list", "Whether the node listens for BIN itself")),
        "Every enabled node has a link.");
  }

  private static List<Judgement> problems(Facts facts, Question question) {
    if (!facts.has(CHECK)) {
      return List.of();
    }
    List<Judgement> judged = new ArrayList<>();
    for (JsonObject row : facts.rows(CHECK, "findings")) {
      String text = Json.text(row, "finding");
      if (Json.text(row, "severity").equals("problem")
          && !text.contains("its link is")
          && judged.size() < 4) {
        judged.add(problem(row, text));
      }
    }
    return judged.isEmpty()
        ? Judgement.fine(CHECK, capabilities(facts) + "every sharing tag can be served.")
        : judged;
  }

  private static String capabilities(Facts facts) {
    long all = Json.number(facts.object(CHECK), "capabilities", 0);
    return all == 0
        ? "The node replicates nothing (it has no capability in a cluster), and "
        : Json.number(facts.object(CHECK), "capabilities_ok", 0)
            + " of "
            + all
            + " capabilities are in sync, and ";
  }

  private static Finding problem(JsonObject row, String text) {
    Finding finding =
        found(
            Confidence.CERTAIN,
            PLAIN.matcher(text).matches()
                ? text
                : "A capability, tag or link is not as it should be.",
            Cited.text(CHECK, "finding", text),
            Cited.text(CHECK, "evidence", Json.text(row, "evidence")));
    if (text.contains("not in sync") && text.contains("usrloc")) {
      return finding.change(Move.of("ul_cluster_sync", "Fetches the contacts from another node"));
    }
    return text.contains("not in sync") && text.contains("dialog")
        ? finding.change(Move.of("dlg_cluster_sync", "Fetches the dialogs from another node"))
        : finding;
  }
}
