package dev.opensipsmcp.sip.internal.ladder;

import dev.opensipsmcp.sip.ladder.Arrow;
import dev.opensipsmcp.sip.ladder.Correlation;
import dev.opensipsmcp.sip.ladder.HopChange;
import dev.opensipsmcp.sip.ladder.Ladder;
import dev.opensipsmcp.sip.message.CSeq;
import dev.opensipsmcp.sip.message.NameAddr;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds which message went on as which. Within a leg a proxy leaves Call-ID, CSeq and From tag as
 * they are; between two legs the n-th message of a kind and status is the n-th of the other.
 */
public final class Hops {
  private static final Deque<Arrow> NONE = new ArrayDeque<>();

  private final Map<Key, Deque<Arrow>> waiting = new HashMap<>();
  private final Map<Integer, Integer> call = new HashMap<>();
  private final List<HopChange> found = new ArrayList<>();

  private Hops() {}

  private record Key(int hop, String leg, String message) {}

  /** {@return what each hop changed in each message that it passed on} */
  public static List<HopChange> of(Ladder ladder) {
    Hops hops = new Hops();
    for (Correlation one : ladder.correlations()) {
      if (one.confidence() != Correlation.Confidence.LOW) {
        hops.call.merge(one.other(), hops.root(one.leg()), Math::min);
      }
    }
    ladder.arrows().stream().filter(arrow -> !arrow.isRepeat()).forEach(hops::arrow);
    return hops.found;
  }

  private int root(int leg) {
    return call.getOrDefault(leg, leg);
  }

  private void arrow(Arrow arrow) {
    String same = same(arrow);
    Key between = new Key(arrow.from(), "call " + root(arrow.leg()), other(arrow));
    take(new Key(arrow.from(), same, ""), arrow)
        .or(() -> ownAnswer(arrow) ? Optional.empty() : take(between, arrow))
        .ifPresent(came ->
            found.add(
                new HopChange(
                    came.number(),
                    arrow.number(),
                    arrow.from(),
                    Differences.of(came.message(), arrow.message()))));
    put(new Key(arrow.to(), same, ""), arrow);
    put(new Key(arrow.to(), "call " + root(arrow.leg()), other(arrow)), arrow);
  }

  /** Each leg has ACKs and 100s of its own, which do not go on to another. */
  private static boolean ownAnswer(Arrow arrow) {
    return arrow.message().method().equals("ACK") || arrow.label().startsWith("100 ");
  }

  private void put(Key key, Arrow arrow) {
    waiting.computeIfAbsent(key, _ -> new ArrayDeque<>()).add(arrow);
  }

  /** The latest that came there and can have gone on: a fork sends one message on several times. */
  private Optional<Arrow> take(Key key, Arrow out) {
    Iterator<Arrow> there = waiting.getOrDefault(key, NONE).descendingIterator();
    // What came from there does not go back there; a few tell, so that the work stays linear.
    for (int looked = 0; looked < 4 && there.hasNext(); looked++) {
      Arrow came = there.next();
      boolean within = key.message().isEmpty();
      if (within == (came.leg() == out.leg()) && came.from() != out.to()) {
        return Optional.of(came);
      }
    }
    return Optional.empty();
  }

  private static String same(Arrow arrow) {
    return arrow.leg()
        + " "
        + arrow.message().cseq().map(CSeq::number).orElse(-1L)
        + ' '
        + other(arrow)
        + ' '
        + arrow.message().from().flatMap(NameAddr::tag).orElse("");
  }

  private static String other(Arrow arrow) {
    return switch (arrow.kind()) {
      case REQUEST -> "request " + arrow.message().method();
      case BROKEN -> "broken " + arrow.number();
      case PROVISIONAL, SUCCESS, REDIRECT, CHALLENGE, FAILURE ->
          arrow.message().method() + ' ' + arrow.label().split(" ", 2)[0];
    };
  }
}
