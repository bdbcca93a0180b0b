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
import dev.opensipsmcp.server.toolset.diagnose.task.CallFlow.Message;
import dev.opensipsmcp.server.toolset.diagnose.task.CallFlow.Unacknowledged;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Calls that end by themselves. An answer without ACK is sent again until 64 * T1, 32 s, have
 * passed (RFC 3261 section 13.3.1.4), and then the callee hangs up.
 */
final class CallsDrop {
  private static final String PENDING = "pending";
  private static final int MANY = 3;
  private static final String PEAK = "peak";
  private static final String BEFORE = "before";
  private static final String BEHIND = "behind";

  static final Task TASK =
      new Task(
          "calls_drop",
          "Calls end by themselves after about half a minute, or at a fixed time",
          List.of(
              "calls drop after 30 seconds",
              "call disconnects after 32 seconds",
              "the call ends by itself half a minute after it was answered",
              "ACK is lost, 200 OK is retransmitted",
              "calls are cut off after a fixed time",
              "calls hang up on their own",
              "people are disconnected in the middle of a conversation",
              "customers get cut off while they talk",
              "the line goes dead during the call",
              "nobody hung up and the conversation ended",
              "calls last only half a minute",
              "dropped calls, call is lost shortly after the answer",
              "calls don't last, they are gone after a few moments",
              "people are thrown out of a call again and again",
              "the other side disappears after thirty seconds on the phone"),
          List.of(
              Looks.call(),
              Look.tool(
                  PENDING,
                  "calls in progress that were answered and have no ACK",
                  "dlg_list",
                  "state",
                  "confirmed_no_ack",
                  "limit",
                  100),
              Looks.cdr(
                  PEAK, "CDRs of 31 to 33 s", "cdr_search", "duration", "31-33", "limit", 500),
              Looks.cdr(
                  BEFORE, "CDRs of 20 to 30 s", "cdr_search", "duration", "20-30", "limit", 500),
              Looks.cdr(
                  BEHIND, "CDRs of 34 to 44 s", "cdr_search", "duration", "34-44", "limit", 500),
              Looks.lint("R11", "R13", "S25")),
          List.of(
              new Rule("answer sent again and no ACK: where the ACK got lost", CallsDrop::ack),
              new Rule("end at the session timer (RFC 4028)", CallsDrop::sessionTimer),
              new Rule("in-dialog ping that was not answered", CallsDrop::ping),
              new Rule("call ended by the proxy in the middle", CallsDrop::middle),
              new Rule("CDRs that heap up at 32 s", CallsDrop::peak),
              new Rule("many calls in progress without ACK", CallsDrop::pending),
              Audit.rule(
                  "call relayed without staying in its way, NAT mended in requests only",
                  Confidence.LIKELY)));

  private CallsDrop() {}

  static List<Judgement> ack(Facts facts, Question question) {
    if (!facts.has(Looks.CALL)) {
      return List.of();
    }
    List<Unacknowledged> all = CallFlow.of(facts).unacknowledged();
    if (all.isEmpty()) {
      return Judgement.fine(Looks.CALL, "No answer was sent again for want of an ACK.");
    }
    List<Judgement> judged = new ArrayList<>();
    for (Unacknowledged one : all) {
      Optional<Message> strayed = one.strayed();
      Optional<Message> swallowed = one.swallowed();
      if (strayed.isPresent()) {
        judged.add(strayed(one, strayed.get()));
      } else if (swallowed.isPresent()) {
        judged.add(swallowed(one, swallowed.get()));
      } else if (!CallFlow.explained(one, all)) {
        judged.add(unsent(one));
      }
    }
    return judged;
  }

  private static Finding strayed(Unacknowledged one, Message ack) {
    Message answer = one.answer();
    boolean byContact = !answer.routed() || ack.to().equals(answer.contact());
    String where =
        byContact
            ? "Contact of the 200 names "
                + Quote.of(answer.contact())
                + (answer.flag("contact_private") ? ", a private address," : "")
                + " and is not repaired on its way (fix_nated_contact of module nathelper in the"
                + " reply route)"
            : "Record-Route leads there: check the address that the socket advertises";
    return mended(
        found(
            Confidence.CERTAIN,
            "The ACK goes to "
                + Quote.of(ack.to())
                + " instead of "
                + Quote.of(answer.from())
                + ", so the answer is sent again until the callee gives up at 32 s: "
                + where
                + ".",
            answer.cited("200 of the INVITE, sent again " + one.repeats() + " times"),
            ack.cited("the ACK"),
            Cited.text(Looks.CALL, "Contact of the 200", answer.contact()),
            Cited.number(Looks.CALL, "last repeat of the 200", one.lastMs(), "ms")),
        byContact ? "fix_nated_contact" : "socket");
  }

  private static Finding swallowed(Unacknowledged one, Message ack) {
    Message answer = one.answer();
    return mended(
        found(
            Confidence.CERTAIN,
            "The ACK reaches "
                + Quote.of(ack.to())
                + " and is not passed on to "
                + Quote.of(answer.from())
                + ": the script's branch for later requests does not relay it (loose_route and"
                + " t_relay for an ACK, or a Request-URI that names the server itself).",
            answer.cited("200 of the INVITE, sent again " + one.repeats() + " times"),
            ack.cited("the ACK, of which nothing went on"),
            Cited.text(Looks.CALL, "Request-URI of the ACK", ack.text("uri"))),
        "loose_route");
  }

  private static Finding unsent(Unacknowledged one) {
    Message answer = one.answer();
    String target = answer.target();
    List<Cited> cited =
        List.of(
            answer.cited("200 of the INVITE, sent again " + one.repeats() + " times"),
            Cited.text(Looks.CALL, "where the 200 leads the ACK", target),
            Cited.number(Looks.CALL, "last repeat of the 200", one.lastMs(), "ms"));
    if (!target.isEmpty() && !target.equals(answer.from())) {
      return mended(
          found(
              answer.flag("contact_private") && !answer.routed()
                  ? Confidence.CERTAIN
                  : Confidence.LIKELY,
              "No ACK came, and the 200 leads it to "
                  + Quote.of(target)
                  + " while it was sent by "
                  + Quote.of(answer.from())
                  + ": "
                  + (answer.routed()
                      ? "Record-Route names an address that the caller does not reach (check the"
                          + " advertised address of the socket)."
                      : "there is no Record-Route (record_route of module rr is not called for"
                          + " the INVITE), so Contact decides."),
              cited),
          answer.routed() ? "socket" : "record_route");
    }
    return found(
            Confidence.POSSIBLE,
            "No ACK came although the 200 leads it back to its sender: the 200 does not reach the"
                + " caller, or the ACK is lost behind it (firewall, SIP ALG).",
            cited)
        .next(Move.of("live_list_calls", "Whether the caller's side shows the ACK"));
  }

  private static Finding mended(Finding finding, String topic) {
    return finding.next(
        Move.of(
            "cfg_explain",
            "What the function that mends it does, before it is put into the script",
            "topic",
            topic));
  }

  private static List<Judgement> sessionTimer(Facts facts, Question question) {
    CallFlow flow = CallFlow.of(facts);
    if (flow.talkMs().isEmpty()) {
      return List.of();
    }
    double talk = flow.talkMs().getAsLong() / 1000.0;
    for (JsonObject leg : facts.rows(Looks.CALL, "legs")) {
      long expires = Json.number(leg, "session_expires_s", 0);
      double end = expires - Math.min(32, expires / 3.0);
      boolean refreshed =
          flow.messages().stream()
              .anyMatch(one -> one.flag("in_dialog") && (one.is("INVITE") || one.is("UPDATE")));
      if (expires > 0 && !refreshed && talk >= end - 3 && talk <= expires + 5) {
        return List.of(
            found(
                Confidence.LIKELY,
                "The call ended when its session timer did, and nobody refreshed it with a"
                    + " re-INVITE or UPDATE.",
                Cited.number(Looks.CALL, "Session-Expires", expires, "s"),
                Cited.number(Looks.CALL, "answer to BYE", Math.round(talk), "s"),
                flow.firstBye().orElseThrow().cited("the BYE")));
      }
    }
    return List.of();
  }

  private static List<Judgement> ping(Facts facts, Question question) {
    CallFlow flow = CallFlow.of(facts);
    Optional<Message> bye = flow.firstBye();
    if (bye.isEmpty()) {
      return List.of();
    }
    for (Message options : flow.messages()) {
      boolean asked =
          options.is("OPTIONS")
              && options.flag("in_dialog")
              && options.from().equals(bye.get().from());
      if (asked
          && flow.messages().stream()
              .noneMatch(one ->
                  one.code() == 200
                      && one.method().equals("OPTIONS")
                      && one.sameTransaction(options))) {
        return List.of(
            found(
                Confidence.LIKELY,
                Quote.of(options.from())
                    + " pinged "
                    + Quote.of(options.to())
                    + " within the call, got no 200, and then ended the call: the ping of module"
                    + " dialog is not answered.",
                options.cited("in-dialog OPTIONS without a 200"),
                bye.get().cited("the BYE")));
      }
    }
    return List.of();
  }

  private static List<Judgement> middle(Facts facts, Question question) {
    CallFlow flow = CallFlow.of(facts);
    Optional<Message> bye = flow.firstBye();
    if (bye.isEmpty() || !flow.passesOn(bye.get().from())) {
      return List.of();
    }
    return List.of(
        found(
            Confidence.POSSIBLE,
            "The first BYE comes from "
                + Quote.of(bye.get().from())
                + ", which passes the call on: the proxy itself ended it, by the dialog's lifetime"
                + " or by a command.",
            bye.get().cited("the BYE"),
            Cited.number(Looks.CALL, "answer to BYE", flow.talkMs().orElse(0) / 1000, "s")));
  }

  private static List<Judgement> pending(Facts facts, Question question) {
    if (!facts.has(PENDING)) {
      return List.of();
    }
    List<JsonObject> stuck =
        facts.rows(PENDING).stream().filter(row -> Json.number(row, "age_s", 0) >= 3).toList();
    if (stuck.size() < MANY) {
      return Judgement.fine(PENDING, "Hardly any call in progress waits for an ACK.");
    }
    return List.of(
        found(
                Confidence.LIKELY,
                stuck.size()
                    + " calls in progress were answered 3 s ago or earlier and have no ACK yet: the"
                    + " loss is not one caller's.",
                Cited.number(PENDING, "calls without ACK", stuck.size(), "calls"),
                Cited.text(PENDING, "one of them", Json.text(stuck.getFirst(), "callid")))
            .next(
                Move.of(
                    "diagnose",
                    "The same with one of these calls",
                    "task",
                    "calls_drop",
                    "call_id",
                    Json.text(stuck.getFirst(), "callid"))));
  }

  /** Durations of calls that people end are spread; three seconds stand out only by a timer. */
  private static List<Judgement> peak(Facts facts, Question question) {
    if (!facts.has(PEAK) || !facts.has(BEFORE) || !facts.has(BEHIND)) {
      return List.of();
    }
    int peak = facts.rows(PEAK).size();
    int around = facts.rows(BEFORE).size() + facts.rows(BEHIND).size();
    double usual = around * 3 / 22.0;
    if (peak < 10 || peak < 4 * usual) {
      return Judgement.fine(PEAK, "The durations in the CDRs do not heap up at 32 s.");
    }
    return List.of(
        found(
            Confidence.LIKELY,
            peak
                + " answered calls lasted 31 to 33 s, where durations around that let expect "
                + Math.round(usual)
                + ": they were ended by the timer for a missing ACK, not by people.",
            Cited.number(PEAK, "calls of 31 to 33 s", peak, "calls"),
            Cited.number(BEFORE, "calls of 20 to 30 s", facts.rows(BEFORE).size(), "calls"),
            Cited.number(BEHIND, "calls of 34 to 44 s", facts.rows(BEHIND).size(), "calls")));
  }
}
