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
import dev.opensipsmcp.server.toolset.diagnose.engine.Quote;
import dev.opensipsmcp.server.toolset.diagnose.engine.Rule;
import dev.opensipsmcp.server.toolset.diagnose.engine.Task;
import dev.opensipsmcp.server.toolset.diagnose.engine.Way;
import dev.opensipsmcp.server.toolset.diagnose.task.CallFlow.Message;
import dev.opensipsmcp.sip.message.PrivateAddresses;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Calls in which somebody is not heard. */
final class OneWayAudio {
  static final String RELAY = "relay";
  static final String RELAYED = "relayed";
  static final String SERVERS = "servers";

  static final Look AT_RELAY =
      Look.with(
          RELAY,
          "the call's streams at the RTPEngine",
          "call_id",
          "Give the Call-ID of a call that is up now.",
          id -> new Way.Tool("relay_get_call", Move.arguments("call_id", id)));

  static final Look ENGAGED =
      Look.with(
          RELAYED,
          "whether the node has a media relay engaged for the call",
          "call_id",
          "Give the Call-ID of a call that is up now.",
          id -> new Way.Tool("rtp_relay_list", Move.arguments("callid", id)));

  static final Task TASK =
      new Task(
          "one_way_audio",
          "One-way audio, or none",
          List.of(
              "one-way audio",
              "no audio in calls",
              "caller hears nothing, callee can hear",
              "silent call, dead air",
              "they can't hear us",
              "no sound, RTP does not flow, media goes to a private address",
              "they pick up and hear nothing",
              "silence on the phone",
              "one party can't hear the other",
              "call connects and there is no sound from the other end",
              "audio is missing in one direction",
              "voice is gone, nobody hears anything",
              "total silence after pickup",
              "agent talks and the customer doesn't get any voice",
              "customers complain about silence"),
          List.of(
              Looks.call(),
              AT_RELAY,
              ENGAGED,
              Look.tool(SERVERS, "RTPEngines of the node", "rtpengine_show"),
              Looks.lint("R13", "R14")),
          List.of(
              new Rule("who is heard, by the relay's counters", OneWayAudio::relay),
              new Rule("private address in SDP that is passed on", OneWayAudio::sdp),
              new Rule("plain RTP against SRTP", OneWayAudio::profile),
              new Rule("side that sends nothing by its SDP", OneWayAudio::direction),
              new Rule("RTPEngine that is out", OneWayAudio::servers),
              Audit.rule(
                  "media relay told only half, NAT mended in requests only", Confidence.LIKELY)),
          List.of(Move.of("relay_ping", "Whether the media relays answer")));

  private OneWayAudio() {}

  static List<Judgement> relay(Facts facts, Question question) {
    if (!facts.has(RELAY)) {
      return List.of();
    }
    JsonObject call = facts.object(RELAY);
    String verdict = Json.text(call, "verdict");
    List<Cited> cited = new ArrayList<>();
    cited.add(Cited.text(RELAY, "verdict", verdict));
    for (JsonObject side : facts.rows(RELAY, "sides")) {
      cited.add(
          Cited.text(
              RELAY,
              "side " + Quote.shortened(Json.text(side, "tag"), 40),
              Json.text(side, "media") + ", " + Json.text(side, "flow")));
    }
    Json.list(call, "hints")
        .forEach(hint -> cited.add(Cited.text(RELAY, "hint", hint.getAsString())));
    return switch (verdict) {
      case "one_way" ->
          List.of(
              found(
                  Confidence.CERTAIN,
                  "The media relay receives packets of one side only: what the other sends does"
                      + " not arrive there.",
                  cited));
      case "no_audio" ->
          List.of(
              found(
                  Confidence.CERTAIN,
                  "The media relay receives no audio packets of either side.",
                  cited));
      case "not_answered" ->
          List.of(
              found(
                  Confidence.LIKELY,
                  "The media relay knows the offer and not the answer: the reply route does not"
                      + " hand the answer to it.",
                  cited));
      case "both_ways" -> Judgement.fine(RELAY, "The media relay receives audio of both sides.");
      default -> List.of();
    };
  }

  /** An SDP that leaves a host which had got it from another one, with the private address kept. */
  static List<Judgement> sdp(Facts facts, Question question) {
    CallFlow flow = CallFlow.of(facts);
    List<Message> with = flow.messages().stream().filter(one -> !one.streams().isEmpty()).toList();
    if (with.isEmpty()) {
      return List.of();
    }
    List<Judgement> judged = new ArrayList<>();
    for (Message one : with) {
      Optional<JsonObject> hidden =
          one.streams().stream()
              .filter(stream -> Json.text(stream, "private").equals("true"))
              .filter(stream -> !Json.text(stream, "address").equals(one.to()))
              .findFirst();
      // Within one private network such an address is reachable.
      boolean inside = PrivateAddresses.contain(one.to());
      if (hidden.isEmpty() || inside || one.flag("repeat") || judged.size() > 1) {
        continue;
      }
      String address = Json.text(hidden.get(), "address");
      Optional<Message> before =
          with.stream()
              .filter(first -> first.number() < one.number() && first.to().equals(one.from()))
              .filter(first -> first.streams().toString().contains('"' + address + '"'))
              .findFirst();
      boolean natted = before.map(Message::from).orElse(one.from()).equals(address);
      if (before.isPresent() && !natted) {
        judged.add(
            found(
                    Confidence.CERTAIN,
                    Quote.of(one.from())
                        + " passes on the private media address "
                        + Quote.of(address)
                        + " of "
                        + Quote.of(before.get().from())
                        + " unchanged: the other side sends its audio to an address that it can't"
                        + " reach, and no media relay is engaged for this "
                        + (one.code() == 0 ? "offer" : "answer")
                        + ".",
                    before.get().cited("SDP as it came"),
                    one.cited("SDP as it was passed on"),
                    Cited.text(Looks.CALL, "media address", address))
                .next(
                    Move.of(
                        "cfg_explain",
                        "How the relay is engaged, with the offer and with the answer",
                        "topic",
                        one.code() == 0 ? "rtpengine_offer" : "rtpengine_answer")));
      } else if (before.isEmpty() && !one.from().equals(address) && !passedOn(with, one)) {
        judged.add(
            found(
                Confidence.POSSIBLE,
                "The SDP of "
                    + Quote.of(one.from())
                    + " names the private media address "
                    + Quote.of(address)
                    + "; the messages do not show whether it is repaired further on.",
                one.cited("SDP"),
                Cited.text(Looks.CALL, "media address", address)));
      }
    }
    return judged.isEmpty()
        ? Judgement.fine(Looks.CALL, "No private media address is passed on.")
        : judged;
  }

  private static boolean passedOn(List<Message> with, Message one) {
    return with.stream()
        .anyMatch(later -> later.number() > one.number() && later.from().equals(one.to()));
  }

  private static List<Judgement> profile(Facts facts, Question question) {
    CallFlow flow = CallFlow.of(facts);
    for (Message answer : flow.messages()) {
      if (!answer.isAnswer() || answer.streams().isEmpty()) {
        continue;
      }
      for (Message offer : flow.messages()) {
        if (offer.is("INVITE")
            && offer.sameTransaction(answer)
            && offer.from().equals(answer.to())
            && !offer.streams().isEmpty()
            && secure(offer) != secure(answer)) {
          return List.of(
              found(
                  Confidence.CERTAIN,
                  "One side speaks SRTP and the other plain RTP: offer and answer do not agree on"
                      + " a profile.",
                  offer.cited("offer with " + Json.text(offer.streams().getFirst(), "protocol")),
                  answer.cited(
                      "answer with " + Json.text(answer.streams().getFirst(), "protocol"))));
        }
      }
    }
    return List.of();
  }

  private static boolean secure(Message message) {
    return Json.text(message.streams().getFirst(), "protocol").contains("SAVP");
  }

  private static List<Judgement> direction(Facts facts, Question question) {
    for (Message one : CallFlow.of(facts).messages()) {
      for (JsonObject stream : one.streams()) {
        String direction = Json.text(stream, "direction");
        if (one.isAnswer()
            && Json.text(stream, "media").equals("audio")
            && (direction.equals("recvonly") || direction.equals("inactive"))) {
          return List.of(
              found(
                  Confidence.LIKELY,
                  "The answer of "
                      + Quote.of(one.from())
                      + " says that it sends no audio ("
                      + direction
                      + ").",
                  one.cited("answer"),
                  Cited.text(Looks.CALL, "direction", direction)));
        }
      }
    }
    return List.of();
  }

  static List<Judgement> servers(Facts facts, Question question) {
    List<JsonObject> rows = facts.rows(SERVERS);
    if (rows.isEmpty()) {
      return List.of();
    }
    List<JsonObject> out =
        rows.stream().filter(row -> Json.text(row, "disabled").equals("true")).toList();
    if (out.isEmpty()) {
      return Judgement.fine(SERVERS, "All RTPEngines are in use.");
    }
    boolean all = out.size() == rows.size();
    String url = Json.text(out.getFirst(), "url");
    return List.of(
        found(
                all ? Confidence.CERTAIN : Confidence.POSSIBLE,
                out.size()
                    + " of "
                    + rows.size()
                    + " RTPEngines are passed over by the node"
                    + (all ? ": no call gets a relay." : "."),
                Cited.text(SERVERS, "out of use", url))
            .change(
                Move.of(
                    "rtpengine_enable",
                    "Takes it back into use, once it runs",
                    "url",
                    url,
                    "enabled",
                    true)));
  }
}
