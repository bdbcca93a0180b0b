package dev.opensipsmcp.server.toolset.diagnose.task;

import static dev.opensipsmcp.server.toolset.diagnose.engine.Judgement.found;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.diagnose.engine.Cited;
import dev.opensipsmcp.server.toolset.diagnose.engine.Confidence;
import dev.opensipsmcp.server.toolset.diagnose.engine.Facts;
import dev.opensipsmcp.server.toolset.diagnose.engine.Judgement;
import dev.opensipsmcp.server.toolset.diagnose.engine.Look;
import dev.opensipsmcp.server.toolset.diagnose.engine.Move;
import dev.opensipsmcp.server.toolset.diagnose.engine.Question;
import dev.opensipsmcp.server.toolset.diagnose.engine.Rule;
import dev.opensipsmcp.server.toolset.diagnose.engine.Task;
import dev.opensipsmcp.server.toolset.diagnose.engine.Way;
import java.util.ArrayList;
import java.util.List;

/** NAT trouble of one call; a specialised sibling of the operators' tasks. */
public final class NatOfCall {
  private static final String DIALOG = "dialog";
  private static final String PINGS = "pings";
  private static final String NATTED = "natted";

  /** The task; it is none of the 25 and not found by symptoms. */
  public static final Task TASK =
      new Task(
          "nat_flow",
          "What a NAT does to one call",
          List.of(),
          List.of(
              Looks.call(),
              Look.with(
                  DIALOG,
                  "the call's dialog",
                  "call_id",
                  "Give callid.",
                  id -> new Way.Tool("dlg_list", Move.arguments("callid", id))),
              OneWayAudio.AT_RELAY,
              OneWayAudio.ENGAGED,
              Look.tool(OneWayAudio.SERVERS, "RTPEngines of the node", "rtpengine_show"),
              Look.tool(PINGS, "pings through NATs (nathelper)", "nathelper_get_ping"),
              Look.tool(NATTED, "contacts behind NATs", "registration_summary")),
          List.of(
              new Rule("who is heard, by the relay's counters", OneWayAudio::relay),
              new Rule("where the ACK got lost", CallsDrop::ack),
              new Rule("private address in SDP that is passed on", OneWayAudio::sdp),
              new Rule("media relay engaged for the call", NatOfCall::engaged),
              new Rule("RTPEngine that is out", OneWayAudio::servers),
              new Rule("contacts behind NATs that nobody pings", NatOfCall::pings)));

  private NatOfCall() {}

  private static List<Judgement> engaged(Facts facts, Question question) {
    if (!facts.has(DIALOG) || !facts.has(OneWayAudio.RELAYED)) {
      return List.of();
    }
    List<Judgement> judged = new ArrayList<>();
    List<JsonObject> dialogs = facts.rows(DIALOG);
    if (dialogs.isEmpty()) {
      judged.add(new Judgement.Fine(DIALOG, "The node has no dialog of this Call-ID now."));
    } else if (!facts.rows(OneWayAudio.RELAYED).isEmpty()) {
      judged.add(new Judgement.Fine(OneWayAudio.RELAYED, "A media relay is engaged for the call."));
    } else if (dialogs.stream().anyMatch(row -> Json.text(row, "state").equals("confirmed"))) {
      judged.add(
          found(
              Confidence.POSSIBLE,
              "The call is up and module rtp_relay has no media relay engaged for it; a script"
                  + " that calls rtpengine_offer itself does not show here.",
              Cited.text(DIALOG, "state", Json.text(dialogs.getFirst(), "state")),
              Cited.number(OneWayAudio.RELAYED, "relayed", 0, "calls")));
    }
    return judged;
  }

  static List<Judgement> pings(Facts facts, Question question) {
    if (!facts.has(PINGS) || !facts.has(NATTED)) {
      return List.of();
    }
    long natted = Json.number(facts.object(NATTED), "natted", 0);
    boolean pinged = !Json.text(facts.object(PINGS), "enabled").equals("false");
    return pinged || natted == 0
        ? Judgement.fine(PINGS, "Contacts behind NATs are pinged, or there are none.")
        : List.of(
            found(
                    Confidence.LIKELY,
                    natted
                        + " contacts are behind NATs and pings are switched off: the NAT closes"
                        + " the way to them.",
                    Cited.text(PINGS, "enabled", "false"),
                    Cited.number(NATTED, "behind NATs", natted, "contacts"))
                .change(
                    Move.of(
                        "nathelper_enable_ping",
                        "Pings contacts behind NATs again",
                        "enable",
                        true)));
  }
}
