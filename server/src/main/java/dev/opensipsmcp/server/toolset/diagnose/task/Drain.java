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
import dev.opensipsmcp.server.toolset.diagnose.engine.Quote;
import dev.opensipsmcp.server.toolset.diagnose.engine.Rule;
import dev.opensipsmcp.server.toolset.diagnose.engine.Task;
import java.util.ArrayList;
import java.util.List;

/** A media relay or node that is to be taken out for maintenance. */
final class Drain {
  private static final String SERVERS = "servers";
  private static final String CALLS = "calls";
  private static final String NODES = "nodes";

  static final Task TASK =
      new Task(
          "drain",
          "Drain a relay or node for maintenance",
          List.of(
              "drain a media relay for maintenance",
              "take a node out of the cluster without losing calls",
              "rtpengine must be restarted, how many calls are on it",
              "graceful shutdown, wait until calls have ended",
              "is the relay empty now",
              "reboot an RTPEngine box without cutting calls",
              "take a media server out for patching",
              "hardware of an RTP machine is replaced tonight",
              "stop new media on a relay until the last stream is gone",
              "planned maintenance, empty the machine first",
              "remove a media proxy from service gently"),
          List.of(
              Look.tool(SERVERS, "RTPEngines of the node", "rtpengine_show", "limit", 500),
              Look.tool(CALLS, "calls through media relays", "rtp_relay_list", "limit", 1_000),
              Look.tool(NODES, "the other nodes of the cluster", "cluster_status", "limit", 200)),
          List.of(new Rule("relay that is switched off and still has calls", Drain::relays)),
          List.of(
              Move.of("relay_list_calls", "Sessions by the relay's own count"),
              Move.of("cluster_sync_check", "Before a node goes: whether others can take over")));

  private Drain() {}

  private static List<Judgement> relays(Facts facts, Question question) {
    if (!facts.has(SERVERS) || !facts.has(CALLS)) {
      return List.of();
    }
    List<Judgement> judged = new ArrayList<>();
    for (JsonObject row : facts.rows(SERVERS)) {
      String url = Json.text(row, "url");
      boolean meant = question.given("gateway").map(url::contains).orElse(false);
      boolean off = Json.text(row, "disabled").equals("true");
      long calls =
          facts.rows(CALLS).stream().filter(call -> Json.text(call, "node").equals(url)).count();
      if (off && calls > 0) {
        judged.add(
            finding(
                Confidence.CERTAIN,
                url,
                calls,
                " takes no new calls and still relays " + calls + ": it is not drained yet."));
      } else if (meant && !off) {
        judged.add(
            finding(
                Confidence.CERTAIN,
                url,
                calls,
                " takes new calls and relays "
                    + calls
                    + " now: nothing drains it before it is switched off."));
      } else {
        judged.add(
            new Judgement.Fine(
                CALLS,
                "RTPEngine "
                    + Quote.of(url)
                    + (off
                        ? " is switched off and has no calls."
                        : " is in use, " + calls + " calls.")));
      }
    }
    return judged;
  }

  private static Finding finding(Confidence confidence, String url, long calls, String statement) {
    return found(
            confidence,
            "RTPEngine " + Quote.of(url) + statement,
            Cited.text(SERVERS, "server", url),
            Cited.number(CALLS, "calls through it", calls, "calls"))
        .change(
            Move.of(
                "rtpengine_drain",
                "Switches it off for new calls and watches the others end",
                "url",
                Quote.shortened(url, 200)));
  }
}
