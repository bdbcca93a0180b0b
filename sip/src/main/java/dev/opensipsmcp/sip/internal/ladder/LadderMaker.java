package dev.opensipsmcp.sip.internal.ladder;

import dev.opensipsmcp.sip.ladder.Arrow;
import dev.opensipsmcp.sip.ladder.Correlation;
import dev.opensipsmcp.sip.ladder.Ladder;
import dev.opensipsmcp.sip.ladder.LadderSettings;
import dev.opensipsmcp.sip.ladder.Leg;
import dev.opensipsmcp.sip.ladder.SdpGlance;
import dev.opensipsmcp.sip.message.StartLine;
import dev.opensipsmcp.sip.trace.CapturedMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Puts a ladder together. */
public final class LadderMaker {
  private LadderMaker() {}

  /** {@return the ladder of these messages} */
  public static Ladder make(List<CapturedMessage> messages, LadderSettings settings) {
    List<Seen> seen = Sightings.of(messages);
    Participants participants = Participants.of(seen, settings.aliases());
    Names names = new Names(participants);
    List<LegMessages> legs = LegMessages.of(seen);
    Map<String, Integer> legOf = new HashMap<>();
    List<Leg> read = new ArrayList<>();
    for (LegMessages leg : legs) {
      legOf.put(leg.callId(), read.size());
      read.add(leg(leg, names));
    }
    List<Arrow> arrows = new ArrayList<>(seen.size());
    for (Seen one : seen) {
      arrows.add(arrow(one, seen.getFirst(), names, legOf.getOrDefault(one.callId(), 0)));
    }
    List<Correlation> correlations =
        Correlator.of(legs, participants, settings.correlationHeaders());
    return new Ladder(
        participants.all(),
        read,
        arrows,
        correlations,
        Verdicts.of(read, arrows, correlations),
        notes(messages, seen));
  }

  private static Leg leg(LegMessages leg, Names names) {
    return new Leg(
        leg.callId(),
        leg.method(),
        leg.fromUser(),
        leg.toUser(),
        leg.all().stream().map(Seen::number).toList(),
        Timers.of(leg, names),
        Timers.sessionExpires(leg),
        Timers.repeats(leg),
        Endings.of(leg, names));
  }

  private static Arrow arrow(Seen one, Seen first, Names names, int leg) {
    Optional<SdpGlance> sdp = SdpReader.read(one.message());
    return new Arrow(
        one.number(),
        Duration.between(first.time(), one.time()),
        names.sender(one),
        names.receiver(one),
        leg,
        kind(one),
        label(one),
        one.isRepeat() ? OptionalInt.of(one.repeats()) : OptionalInt.empty(),
        sdp,
        one.isRepeat() ? List.of() : NatMarks.of(one, sdp),
        one.origins(),
        one.copies(),
        one.captured());
  }

  private static Arrow.Kind kind(Seen one) {
    return switch (one.message().start()) {
      case StartLine.Request _ -> Arrow.Kind.REQUEST;
      case StartLine.Broken _ -> Arrow.Kind.BROKEN;
      case StartLine.Status(int code, String _) -> {
        if (code == 401 || code == 407) {
          yield Arrow.Kind.CHALLENGE;
        }
        yield switch (code / 100) {
          case 1 -> Arrow.Kind.PROVISIONAL;
          case 2 -> Arrow.Kind.SUCCESS;
          case 3 -> Arrow.Kind.REDIRECT;
          default -> Arrow.Kind.FAILURE;
        };
      }
    };
  }

  private static String label(Seen one) {
    return switch (one.message().start()) {
      case StartLine.Request(String method, String _) -> Plain.line(method, 24);
      case StartLine.Status(int code, String reason) ->
          code + (reason.isEmpty() ? "" : " " + Plain.line(reason, 36));
      case StartLine.Broken(String text) -> "? " + Plain.line(text, 28);
    };
  }

  private static List<String> notes(List<CapturedMessage> messages, List<Seen> seen) {
    List<String> notes = new ArrayList<>();
    int copies = messages.size() - seen.size();
    if (copies > 0) {
      notes.add(
          copies == 1
              ? "One message was captured twice and is shown once."
              : copies + " messages were captured more than once and are shown once.");
    }
    long damaged = seen.stream().filter(one -> !one.message().defects().isEmpty()).count();
    if (damaged > 0) {
      notes.add(damaged == 1 ? "One message has defects." : damaged + " messages have defects.");
    }
    return notes;
  }
}
