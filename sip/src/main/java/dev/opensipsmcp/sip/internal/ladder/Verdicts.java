package dev.opensipsmcp.sip.internal.ladder;

import dev.opensipsmcp.sip.ladder.Arrow;
import dev.opensipsmcp.sip.ladder.Correlation;
import dev.opensipsmcp.sip.ladder.Correlation.Confidence;
import dev.opensipsmcp.sip.ladder.Ending;
import dev.opensipsmcp.sip.ladder.Leg;
import dev.opensipsmcp.sip.ladder.NatMark;
import dev.opensipsmcp.sip.ladder.Verdict;
import dev.opensipsmcp.sip.ladder.Verdict.Grade;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Says in one sentence what came of a call, and which messages show it. */
final class Verdicts {
  private Verdicts() {}

  static Verdict of(List<Leg> legs, List<Arrow> arrows, List<Correlation> correlations) {
    if (legs.isEmpty()) {
      return new Verdict(Grade.UNKNOWN, "No message was seen.", List.of());
    }
    int root = root(legs);
    Set<Integer> call = call(root, correlations);
    int decisive = decisive(legs, root, call);
    Ending own = legs.get(root).ending();
    Ending other = legs.get(decisive).ending();
    StringBuilder text = new StringBuilder(own.text());
    Set<Integer> evidence = new java.util.TreeSet<>(own.evidence());
    if (decisive != root) {
      text.append("; on leg ").append(decisive + 1).append(", ").append(other.text());
      evidence.addAll(other.evidence());
    }
    Grade grade = grade(own, other);
    Optional<Arrow> nat = nat(arrows, call);
    if (nat.isPresent()) {
      List<NatMark> hurting = nat.get().nat().stream().filter(Verdicts::hurts).toList();
      // SDP comes last, and costs most: without a relay nobody hears the other.
      NatMark mark = hurting.getLast();
      text.append("; ").append(mark.text()).append(" (#").append(nat.get().number()).append(')');
      evidence.add(nat.get().number());
      grade = grade == Grade.GOOD ? Grade.DOUBTFUL : grade;
    }
    int others = legs.size() - call.size();
    if (others > 0) {
      text.append("; ")
          .append(others == 1 ? "another leg is" : others + " other legs are")
          .append(" not seen to belong to it");
    }
    return new Verdict(grade, sentence(text), List.copyOf(evidence));
  }

  private static String sentence(StringBuilder text) {
    String whole = text.toString();
    int first = whole.codePointAt(0);
    // A name stays as it is written; only words of ours begin in upper case.
    boolean ours =
        List.of("the ", "no ", "answered ", "cancelled ").stream().anyMatch(whole::startsWith);
    String begin =
        ours ? Character.toString(first).toUpperCase(Locale.ROOT) : Character.toString(first);
    return begin + whole.substring(Character.charCount(first)) + ".";
  }

  /** The first leg that is a call, or else the first. */
  private static int root(List<Leg> legs) {
    for (int leg = 0; leg < legs.size(); leg++) {
      if (legs.get(leg).method().equals("INVITE")) {
        return leg;
      }
    }
    return 0;
  }

  private static Set<Integer> call(int root, List<Correlation> correlations) {
    Set<Integer> call = new HashSet<>();
    call.add(root);
    // Correlations are in order of the later leg, so one pass finds all that hang together.
    for (Correlation one : correlations) {
      if (one.confidence() != Confidence.LOW) {
        if (call.contains(one.leg())) {
          call.add(one.other());
        } else if (call.contains(one.other())) {
          call.add(one.leg());
        }
      }
    }
    return call;
  }

  /** The leg whose end came first, where it tells more than the first leg's. */
  private static int decisive(List<Leg> legs, int root, Set<Integer> call) {
    int decisive = root;
    for (int leg : call) {
      Ending ending = legs.get(leg).ending();
      boolean tells =
          switch (ending.kind()) {
            case HUNG_UP, CANCELLED, REJECTED, REDIRECTED, CHALLENGED, NO_ANSWER, ACK_MISSING ->
                true;
            case ANSWERED, UNFINISHED, ACCEPTED, UNKNOWN -> false;
          };
      if (leg != root
          && tells
          && !ending.evidence().isEmpty()
          && (last(ending) < last(legs.get(decisive).ending())
              || ending.kind() == Ending.Kind.ACK_MISSING
              || ending.kind() == Ending.Kind.NO_ANSWER)) {
        decisive = leg;
      }
    }
    return decisive;
  }

  private static int last(Ending ending) {
    return ending.evidence().isEmpty() ? Integer.MAX_VALUE : ending.evidence().getLast();
  }

  private static Grade grade(Ending own, Ending other) {
    Grade one = grade(own);
    return one == Grade.GOOD && other.kind() == Ending.Kind.ACK_MISSING ? Grade.FAILED : one;
  }

  private static Grade grade(Ending ending) {
    return switch (ending.kind()) {
      case HUNG_UP, ANSWERED, ACCEPTED, CANCELLED -> Grade.GOOD;
      case REDIRECTED -> Grade.DOUBTFUL;
      case ACK_MISSING, REJECTED, NO_ANSWER, CHALLENGED -> Grade.FAILED;
      case UNFINISHED, UNKNOWN -> Grade.UNKNOWN;
    };
  }

  /** A private SDP address or Contact may cost audio or the BYE; the other marks are repaired. */
  private static Optional<Arrow> nat(List<Arrow> arrows, Set<Integer> call) {
    List<Arrow> marked = new ArrayList<>();
    for (Arrow arrow : arrows) {
      if (call.contains(arrow.leg()) && arrow.nat().stream().anyMatch(Verdicts::hurts)) {
        marked.add(arrow);
      }
    }
    return marked.stream()
        .filter(arrow -> arrow.nat().stream().anyMatch(m -> m.where() == NatMark.Where.SDP))
        .findFirst()
        .or(() -> marked.stream().findFirst());
  }

  private static boolean hurts(NatMark mark) {
    return mark.where() == NatMark.Where.SDP || mark.where() == NatMark.Where.CONTACT;
  }
}
