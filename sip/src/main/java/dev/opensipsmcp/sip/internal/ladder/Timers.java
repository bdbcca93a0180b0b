package dev.opensipsmcp.sip.internal.ladder;

import dev.opensipsmcp.sip.ladder.CallTimer;
import dev.opensipsmcp.sip.ladder.Retransmission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/** Measures a leg. A call is measured where its first INVITE was seen, so that hops do not mix. */
final class Timers {
  private final LegMessages leg;
  private final Names names;
  private final List<CallTimer> timers = new ArrayList<>();

  private Timers(LegMessages leg, Names names) {
    this.leg = leg;
    this.names = names;
  }

  static List<CallTimer> of(LegMessages leg, Names names) {
    Timers timers = new Timers(leg, names);
    leg.initial()
        .ifPresent(initial -> {
          if (leg.isCall()) {
            timers.call(initial);
          } else {
            timers
                .answer(initial, one -> one.isFinal())
                .ifPresent(end -> timers.add(CallTimer.Kind.ANSWER, initial, end));
          }
        });
    return timers.timers;
  }

  private void call(Seen invite) {
    Optional<Seen> progress =
        answer(invite, one -> one.code() > 100 && one.code() != 401 && one.code() != 407);
    Optional<Seen> ringing = answer(invite, one -> one.code() == 180);
    Optional<Seen> last =
        answer(invite, one -> one.isFinal() && one.code() != 401 && one.code() != 407);
    Optional<Seen> success = answer(invite, one -> one.isFinal() && one.code() < 300);
    progress.ifPresent(end -> add(CallTimer.Kind.POST_DIAL_DELAY, invite, end));
    ringing.ifPresent(begin -> last.ifPresent(end -> add(CallTimer.Kind.RINGING, begin, end)));
    success.ifPresent(end -> add(CallTimer.Kind.SETUP, invite, end));
    Optional<Seen> answered = Endings.firstSuccess(leg);
    answered.ifPresent(this::acknowledged);
    Optional<Seen> bye = first(one -> one.isFirstRequest("BYE"));
    success
        .or(() -> answered)
        .ifPresent(begin -> bye.ifPresent(end -> add(CallTimer.Kind.TALK, begin, end)));
    bye.ifPresent(begin ->
        first(one ->
                one.isFinal()
                    && one.method().equals("BYE")
                    && one.cseq() == begin.cseq()
                    && names.receiver(one) == names.sender(begin))
            .ifPresent(end -> add(CallTimer.Kind.HANG_UP, begin, end)));
  }

  private void acknowledged(Seen success) {
    Endings.ackOf(leg, success, names).ifPresent(ack -> add(CallTimer.Kind.ACK, success, ack));
  }

  /** The first answer on the way of a request's first hop, whichever CSeq an INVITE has by then. */
  private Optional<Seen> answer(Seen request, Predicate<Seen> wanted) {
    return first(one ->
        !one.request()
            && one.method().equals(request.method())
            && one.number() > request.number()
            && names.sender(one) == names.receiver(request)
            && names.receiver(one) == names.sender(request)
            && wanted.test(one));
  }

  private Optional<Seen> first(Predicate<Seen> wanted) {
    return leg.all().stream().filter(wanted).findFirst();
  }

  private void add(CallTimer.Kind kind, Seen from, Seen to) {
    Duration length = Duration.between(from.time(), to.time());
    if (!length.isNegative()) {
      timers.add(new CallTimer(kind, length, from.number(), to.number()));
    }
  }

  /** {@return the messages that were sent again} */
  static List<Retransmission> repeats(LegMessages leg) {
    Map<Integer, Seen> last = new LinkedHashMap<>();
    Map<Integer, Integer> counts = new LinkedHashMap<>();
    Map<Integer, Seen> firsts = new LinkedHashMap<>();
    for (Seen one : leg.all()) {
      if (one.isRepeat()) {
        last.put(one.repeats(), one);
        counts.merge(one.repeats(), 1, Integer::sum);
      } else {
        firsts.put(one.number(), one);
      }
    }
    List<Retransmission> repeats = new ArrayList<>();
    counts.forEach((number, count) -> {
      Seen first = firsts.get(number);
      Seen latest = last.get(number);
      if (first != null && latest != null) {
        repeats.add(
            new Retransmission(number, count, Duration.between(first.time(), latest.time())));
      }
    });
    return repeats;
  }

  /** {@return seconds of the session timer in the answer to the last INVITE (RFC 4028)} */
  static OptionalInt sessionExpires(LegMessages leg) {
    OptionalInt found = OptionalInt.empty();
    for (Seen one : leg.all()) {
      if (one.isFinal() && one.code() < 300 && one.method().equals("INVITE")) {
        String value = one.message().header("Session-Expires").orElse("").split(";", 2)[0].strip();
        if (!value.isEmpty()
            && value.length() < 10
            && value.chars().allMatch(c -> c >= '0' && c <= '9')) {
          found = OptionalInt.of(Integer.parseInt(value));
        }
      }
    }
    return found;
  }
}
