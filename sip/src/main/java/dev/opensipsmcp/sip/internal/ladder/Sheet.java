package dev.opensipsmcp.sip.internal.ladder;

import dev.opensipsmcp.sip.ladder.Arrow;
import dev.opensipsmcp.sip.ladder.Ladder;
import dev.opensipsmcp.sip.ladder.Leg;
import dev.opensipsmcp.sip.ladder.NatMark;
import dev.opensipsmcp.sip.ladder.Participant;
import dev.opensipsmcp.sip.ladder.Retransmission;
import dev.opensipsmcp.sip.message.CSeq;
import dev.opensipsmcp.sip.trace.Transport;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What stands where on a ladder, before anybody draws it: the one layout of text, Mermaid, SVG and
 * PNG.
 *
 * @param title what the ladder shows
 * @param subtitle when, how many messages, over which transport
 * @param heads who stands above the columns
 * @param lines from top to bottom
 * @param verdict the verdict's sentence
 * @param evidence the numbers of its messages in brackets, or empty
 * @param legs what each leg is
 */
record Sheet(
    String title,
    String subtitle,
    List<Head> heads,
    List<Line> lines,
    String verdict,
    String evidence,
    List<String> legs) {
  /** Of so many repeats of one message, only the first and the last are drawn. */
  private static final int MOST_REPEATS = 3;

  private static final Duration LONG = Duration.ofSeconds(4);
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS 'UTC'").withZone(ZoneOffset.UTC);

  /**
   * Who stands above a column.
   *
   * @param name the alias or the address
   * @param detail the address where the name is an alias, or the ports
   */
  record Head(String name, String detail) {}

  /** A line of the sheet. */
  sealed interface Line {}

  /**
   * A message.
   *
   * @param arrow it
   * @param time its offset in seconds
   * @param label what stands on the arrow
   * @param detail CSeq, and the transport where there are several
   * @param notes what stands below it
   */
  record Step(Arrow arrow, String time, String label, String detail, List<Note> notes)
      implements Line {}

  /**
   * A long time in which nothing was sent.
   *
   * @param text how long
   */
  record Pause(String text) implements Line {}

  /**
   * What is told of a message below its arrow.
   *
   * @param kind of what sort
   * @param text in short
   */
  record Note(Sort kind, String text) {}

  /** Sorts of notes. */
  enum Sort {
    SDP,
    REPEAT,
    NAT
  }

  static Sheet of(Ladder ladder) {
    return new Sheet(
        title(ladder),
        subtitle(ladder),
        ladder.participants().stream().map(Sheet::head).toList(),
        new Maker(ladder).lines(),
        ladder.verdict().sentence(),
        evidence(ladder),
        legs(ladder));
  }

  private static String title(Ladder ladder) {
    if (ladder.legs().isEmpty()) {
      return "No messages";
    }
    Leg leg =
        ladder.legs().stream()
            .filter(one -> one.method().equals("INVITE"))
            .findFirst()
            .orElse(ladder.legs().getFirst());
    String what = leg.method().equals("INVITE") ? "Call" : Plain.line(leg.method(), 24);
    String from = leg.fromUser().isEmpty() ? "unknown" : Plain.line(leg.fromUser(), 40);
    String to = leg.toUser().isEmpty() ? "unknown" : Plain.line(leg.toUser(), 40);
    return (what.isEmpty() ? "Messages" : what) + " from " + from + " to " + to;
  }

  private static String subtitle(Ladder ladder) {
    if (ladder.arrows().isEmpty()) {
      return "";
    }
    int messages = ladder.arrows().size();
    int legs = ladder.legs().size();
    return WHEN.format(ladder.arrows().getFirst().captured().time())
        + " · "
        + messages
        + (messages == 1 ? " message · " : " messages · ")
        + legs
        + (legs == 1 ? " leg · " : " legs · ")
        + transports(ladder).stream().map(Sheet::transport).collect(Collectors.joining(", "));
  }

  private static Set<Transport> transports(Ladder ladder) {
    Set<Transport> transports = new LinkedHashSet<>();
    ladder.arrows().forEach(arrow -> transports.add(arrow.captured().transport()));
    return transports;
  }

  private static String transport(Transport transport) {
    return transport == Transport.UNKNOWN ? "transport not known" : transport.name();
  }

  private static Head head(Participant participant) {
    if (participant.alias().isPresent()) {
      return new Head(
          Plain.line(participant.name(), 28),
          participant.endpoints().size() == 1
              ? participant.address()
              : participant.address() + ports(participant));
    }
    return new Head(
        Plain.line(participant.address(), 47),
        participant.endpoints().size() == 1 ? "" : "ports" + ports(participant));
  }

  private static String ports(Participant participant) {
    List<String> ports =
        participant.endpoints().stream()
            .map(end -> Integer.toString(end.port()))
            .distinct()
            .toList();
    return ports.size() > 3
        ? " " + ports.getFirst() + " and " + (ports.size() - 1) + " more"
        : " " + String.join(" ", ports);
  }

  private static String evidence(Ladder ladder) {
    String numbers =
        ladder.verdict().evidence().stream().map(n -> "#" + n).collect(Collectors.joining(" "));
    return numbers.isEmpty() ? "" : "[" + numbers + "]";
  }

  /** {@return the verdict and the numbers of its messages} */
  String caption() {
    return evidence.isEmpty() ? verdict : verdict + ' ' + evidence;
  }

  private static List<String> legs(Ladder ladder) {
    List<String> legs = new ArrayList<>();
    for (Leg leg : ladder.legs()) {
      legs.add(leg.callId().isEmpty() ? "no Call-ID" : Plain.line(leg.callId(), 60));
    }
    return legs;
  }

  /** Makes the lines. */
  private static final class Maker {
    private final Ladder ladder;
    private final boolean severalTransports;
    private final Map<Integer, Retransmission> repeats = new HashMap<>();
    private final Map<Integer, Integer> drawn = new HashMap<>();
    private final Set<String> told = new HashSet<>();

    Maker(Ladder ladder) {
      this.ladder = ladder;
      this.severalTransports = transports(ladder).size() > 1;
      for (Leg leg : ladder.legs()) {
        leg.retransmissions().forEach(one -> repeats.put(one.message(), one));
      }
    }

    List<Line> lines() {
      List<Line> lines = new ArrayList<>();
      Duration before = Duration.ZERO;
      for (Arrow arrow : ladder.arrows()) {
        Optional<Line> step = step(arrow);
        if (step.isEmpty()) {
          continue;
        }
        Duration gap = arrow.offset().minus(before);
        if (gap.compareTo(LONG) >= 0 && !arrow.isRepeat()) {
          lines.add(new Pause(Plain.length(gap)));
        }
        lines.add(step.get());
        before = arrow.offset();
      }
      return lines;
    }

    private Optional<Line> step(Arrow arrow) {
      List<Note> notes = new ArrayList<>();
      if (arrow.isRepeat()) {
        int first = arrow.repeats().getAsInt();
        int count = repeats.containsKey(first) ? repeats.get(first).count() : 1;
        int nth = drawn.merge(first, 1, Integer::sum);
        boolean folded = count > MOST_REPEATS;
        if (folded && nth > 1 && nth < count) {
          return Optional.empty();
        }
        String which = folded && nth == count ? "sent again 2 to " + count : "sent again";
        return Optional.of(
            new Step(
                arrow,
                Plain.offset(arrow.offset()),
                arrow.label(),
                which + " (#" + first + ")",
                notes));
      }
      arrow
          .sdp()
          .ifPresent(sdp -> sdp.streams().forEach(s -> notes.add(new Note(Sort.SDP, s.text()))));
      Retransmission again = repeats.get(arrow.number());
      if (again != null) {
        notes.add(
            new Note(
                Sort.REPEAT,
                "sent again "
                    + (again.count() == 1 ? "once" : again.count() + " times")
                    + " over "
                    + Plain.length(again.span())));
      }
      nat(arrow, notes);
      return Optional.of(
          new Step(arrow, Plain.offset(arrow.offset()), arrow.label(), detail(arrow), notes));
    }

    private String detail(Arrow arrow) {
      String cseq = arrow.message().cseq().map(CSeq::number).map(n -> "CSeq " + n).orElse("");
      return severalTransports
          ? (cseq.isEmpty() ? "" : cseq + " · ") + transport(arrow.captured().transport())
          : cseq;
    }

    /** Places that name one host stand together; what Via received is told once. */
    private void nat(Arrow arrow, List<Note> notes) {
      Map<String, List<String>> byHost = new LinkedHashMap<>();
      for (NatMark mark : arrow.nat()) {
        if (mark.where() != NatMark.Where.RECEIVED) {
          byHost
              .computeIfAbsent(host(mark.named()), _ -> new ArrayList<>())
              .add(mark.where().label());
        } else if (told.add(mark.text())) {
          notes.add(new Note(Sort.NAT, "NAT: " + mark.named() + " seen as " + mark.seen()));
        }
      }
      byHost.forEach((host, places) ->
          notes.add(
              new Note(Sort.NAT, "NAT: private " + host + " in " + String.join(", ", places))));
    }

    private static String host(String place) {
      int bracket = place.indexOf(']');
      int colon = place.lastIndexOf(':');
      if (bracket > 0) {
        return place.substring(1, bracket);
      }
      return colon > 0 && place.indexOf(':') == colon ? place.substring(0, colon) : place;
    }
  }
}
