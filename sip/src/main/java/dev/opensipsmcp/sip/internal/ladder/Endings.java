package dev.opensipsmcp.sip.internal.ladder;

import dev.opensipsmcp.sip.ladder.Ending;
import dev.opensipsmcp.sip.ladder.Ending.Kind;
import dev.opensipsmcp.sip.message.StartLine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads how a leg ended. */
final class Endings {
  private final LegMessages leg;
  private final Names names;

  private Endings(LegMessages leg, Names names) {
    this.leg = leg;
    this.names = names;
  }

  static Ending of(LegMessages leg, Names names) {
    Endings endings = new Endings(leg, names);
    if (leg.initial().isEmpty()) {
      return endings.ending(
          Kind.UNKNOWN, OptionalInt.empty(), "the request that began it was not seen", List.of());
    }
    Seen initial = leg.initial().get();
    if (!leg.isCall()) {
      return endings.exchange(initial);
    }
    return firstSuccess(leg)
        .map(success -> endings.answered(initial, success))
        .orElseGet(() -> endings.unanswered(initial));
  }

  /** {@return the first 2xx to an INVITE, where it was seen first} */
  static Optional<Seen> firstSuccess(LegMessages leg) {
    return leg.all().stream()
        .filter(one -> one.isFinal() && one.code() < 300 && one.method().equals("INVITE"))
        .findFirst();
  }

  /** {@return the first ACK that reached the end which sent a 2xx} */
  static Optional<Seen> ackOf(LegMessages leg, Seen success, Names names) {
    return leg.all().stream()
        .filter(one ->
            one.request()
                && one.method().equals("ACK")
                && one.cseq() == success.cseq()
                && names.receiver(one) == names.sender(success))
        .findFirst();
  }

  private Ending answered(Seen invite, Seen success) {
    OptionalInt code = OptionalInt.of(success.code());
    Optional<Seen> bye = leg.all().stream().filter(one -> one.isFirstRequest("BYE")).findFirst();
    List<Seen> again = again(success);
    boolean acknowledged = ackOf(leg, success, names).isPresent();
    if (!acknowledged && !again.isEmpty()) {
      String text =
          success.code()
              + " retransmitted "
              + times(again.size())
              + " over "
              + Plain.length(Duration.between(success.time(), again.getLast().time()))
              + " by "
              + names.senderName(success)
              + " and no ACK seen there"
              + elsewhere(success);
      return new Ending(
          Kind.ACK_MISSING,
          code,
          OptionalInt.of(names.receiver(success)),
          text + bye.map(end -> "; then " + hungUp(invite, success, end)).orElse(""),
          numbers(success, again.getLast(), bye.orElse(success)));
    }
    if (bye.isPresent()) {
      return new Ending(
          Kind.HUNG_UP,
          code,
          OptionalInt.of(names.sender(bye.get())),
          hungUp(invite, success, bye.get()),
          numbers(success, bye.get(), bye.get()));
    }
    return ending(
        Kind.ANSWERED,
        code,
        "answered with "
            + success.code()
            + " by "
            + names.senderName(success)
            + (acknowledged ? "" : ", no ACK seen there")
            + "; no BYE seen",
        numbers(success, success, success));
  }

  /** Where an ACK was seen that did not come on to the end that waits for it. */
  private String elsewhere(Seen success) {
    return leg.all().stream()
        .filter(one -> one.request() && one.method().equals("ACK") && one.cseq() == success.cseq())
        .findFirst()
        .map(ack ->
            " (ACK #"
                + ack.number()
                + " went from "
                + names.senderName(ack)
                + " to "
                + names.receiverName(ack)
                + " and was not seen further)")
        .orElse("");
  }

  private String hungUp(Seen invite, Seen success, Seen bye) {
    String origin = names.originOf(bye);
    String who =
        Names.side(bye, invite)
            .map(side ->
                bye.vias().size() == 1 && !endOf(side, invite, success, bye)
                    ? origin + " sent BYE in the " + side + "'s name"
                    : "the " + side + " (" + origin + ") hung up")
            .orElse(origin + " sent BYE");
    return who
        + " after "
        + Plain.length(Duration.between(success.time(), bye.time()))
        + reason(bye);
  }

  /** Whether a BYE of one hop comes from the end whose side it is, as far as was seen. */
  private boolean endOf(String side, Seen invite, Seen success, Seen bye) {
    int sender = names.sender(bye);
    boolean callerSeen = invite.vias().size() == 1;
    return side.equals("caller")
        ? sender == names.sender(invite) || (!callerSeen && sender != names.sender(success))
        : sender == names.sender(success);
  }

  private Ending unanswered(Seen invite) {
    Set<Long> tries = new HashSet<>();
    Optional<Seen> cancel = Optional.empty();
    Optional<Seen> lastFinal = Optional.empty();
    Optional<Seen> progress = Optional.empty();
    long latest = invite.cseq();
    for (Seen one : leg.all()) {
      if (one.isFirstRequest("INVITE") && one.toTag().isEmpty() && tries.add(one.cseq())) {
        latest = Math.max(latest, one.cseq());
      }
      if (one.isFirstRequest("CANCEL") && cancel.isEmpty()) {
        cancel = Optional.of(one);
      }
      if (one.method().equals("INVITE") && one.code() > 100 && one.code() < 200) {
        progress = Optional.of(one);
      }
    }
    for (Seen one : leg.all()) {
      boolean counts = one.isFinal() && !one.isRepeat() && one.method().equals("INVITE");
      // The last final status on the caller's hop is what the caller got to know.
      if (counts && one.cseq() == latest && names.receiver(one) == names.sender(invite)) {
        lastFinal = Optional.of(one);
      }
    }
    List<Silent> silent = silent();
    if (cancel.isPresent() && lastFinal.filter(end -> end.code() != 487).isEmpty()) {
      return cancelled(invite, cancel.get(), lastFinal);
    }
    if (lastFinal.isPresent()) {
      return refused(lastFinal.get(), silent);
    }
    if (progress.isPresent()) {
      return ending(
          Kind.UNFINISHED,
          OptionalInt.empty(),
          "no final answer seen; the last was "
              + progress.get().code()
              + " from "
              + names.senderName(progress.get()),
          numbers(invite, progress.get(), progress.get()));
    }
    Optional<Silent> last = silent.stream().reduce((_, next) -> next);
    return last.map(one ->
            new Ending(
                Kind.NO_ANSWER,
                OptionalInt.empty(),
                OptionalInt.of(names.receiver(one.invite)),
                one.text(names),
                one.numbers()))
        .orElseGet(() ->
            ending(
                Kind.UNFINISHED,
                OptionalInt.empty(),
                "no final answer seen",
                numbers(invite, invite, invite)));
  }

  private Ending cancelled(Seen invite, Seen cancel, Optional<Seen> last) {
    return new Ending(
        Kind.CANCELLED,
        last.map(end -> OptionalInt.of(end.code())).orElse(OptionalInt.empty()),
        OptionalInt.of(names.sender(cancel)),
        "cancelled by "
            + (names.sender(cancel) == names.sender(invite) ? "the caller " : "")
            + (names.sender(cancel) == names.sender(invite)
                ? "(" + names.originOf(cancel) + ")"
                : names.originOf(cancel))
            + " after "
            + Plain.length(Duration.between(invite.time(), cancel.time()))
            + reason(cancel),
        numbers(invite, cancel, last.orElse(cancel)));
  }

  private Ending refused(Seen last, List<Silent> silent) {
    Seen origin =
        leg.all().stream()
            .filter(one ->
                one.code() == last.code()
                    && one.method().equals("INVITE")
                    && one.cseq() == last.cseq())
            .findFirst()
            .orElse(last);
    OptionalInt code = OptionalInt.of(last.code());
    OptionalInt by = OptionalInt.of(names.sender(origin));
    String status = status(last);
    if (last.code() == 401 || last.code() == 407) {
      return new Ending(
          Kind.CHALLENGED,
          code,
          by,
          names.senderName(origin)
              + " asked for credentials with "
              + status
              + " and nothing that satisfied it was seen",
          numbers(origin, last, last));
    }
    if (last.code() < 400) {
      return new Ending(
          Kind.REDIRECTED,
          code,
          by,
          names.senderName(origin) + " redirected with " + status,
          numbers(origin, last, last));
    }
    List<Integer> evidence = new ArrayList<>(numbers(origin, last, last));
    StringBuilder text = new StringBuilder(names.senderName(origin));
    text.append(" refused with ").append(status).append(reason(origin));
    silent.stream()
        .filter(one -> one.invite.number() < origin.number())
        .filter(one -> names.receiver(one.invite) != names.sender(origin))
        .findFirst()
        .ifPresent(one -> {
          text.append(": ").append(one.text(names));
          evidence.addAll(one.numbers());
        });
    firstFailure(origin)
        .ifPresent(one -> {
          text.append(": ")
              .append(names.senderName(one))
              .append(" had answered ")
              .append(status(one))
              .append(reason(one));
          evidence.add(one.number());
        });
    return new Ending(
        Kind.REJECTED, code, by, text.toString(), evidence.stream().sorted().distinct().toList());
  }

  /** A final status further on that was turned into another one on its way. */
  private Optional<Seen> firstFailure(Seen origin) {
    Seen found = null;
    for (Seen one : leg.all()) {
      if (one.number() < origin.number()
          && one.code() >= 300
          && one.code() != 401
          && one.code() != 407
          && one.code() != origin.code()
          && one.method().equals("INVITE")
          && !one.isRepeat()
          && names.receiver(one) == names.sender(origin)) {
        found = one;
      }
    }
    return Optional.ofNullable(found);
  }

  /** An INVITE of one hop that nobody answered there. */
  private record Silent(Seen invite, List<Seen> again) {
    String text(Names names) {
      return names.receiverName(invite)
          + " never answered INVITE"
          + (again.isEmpty()
              ? ", sent once"
              : ", sent "
                  + (again.size() + 1)
                  + " times over "
                  + Plain.length(Duration.between(invite.time(), again.getLast().time())));
    }

    List<Integer> numbers() {
      return again.isEmpty()
          ? List.of(invite.number())
          : List.of(invite.number(), again.getLast().number());
    }
  }

  private List<Silent> silent() {
    Set<String> answered = new HashSet<>();
    Map<Integer, List<Seen>> again = new HashMap<>();
    for (Seen one : leg.all()) {
      if (!one.request() && one.method().equals("INVITE")) {
        answered.add(one.branch() + ' ' + names.sender(one));
      }
      if (one.isRepeat()) {
        again.computeIfAbsent(one.repeats(), _ -> new ArrayList<>()).add(one);
      }
    }
    return leg.all().stream()
        .filter(one -> one.isFirstRequest("INVITE"))
        .filter(one -> !answered.contains(one.branch() + ' ' + names.receiver(one)))
        .map(one -> new Silent(one, again.getOrDefault(one.number(), List.of())))
        .toList();
  }

  private Ending exchange(Seen request) {
    Optional<Seen> last = Optional.empty();
    for (Seen one : leg.all()) {
      if (one.isFinal() && one.method().equals(request.method()) && !one.isRepeat()) {
        last = Optional.of(one);
      }
    }
    if (last.isEmpty()) {
      List<Seen> again = again(request);
      return ending(
          Kind.NO_ANSWER,
          OptionalInt.empty(),
          names.receiverName(request)
              + " was not seen to answer "
              + Plain.line(request.method(), 24)
              + (again.isEmpty() ? "" : ", sent " + (again.size() + 1) + " times"),
          numbers(request, request, request));
    }
    Seen end = last.get();
    Kind kind =
        end.code() < 300
            ? Kind.ACCEPTED
            : end.code() < 400
                ? Kind.REDIRECTED
                : end.code() == 401 || end.code() == 407 ? Kind.CHALLENGED : Kind.REJECTED;
    return new Ending(
        kind,
        OptionalInt.of(end.code()),
        OptionalInt.of(names.sender(end)),
        names.senderName(end)
            + " answered "
            + Plain.line(request.method(), 24)
            + " with "
            + status(end),
        numbers(request, end, end));
  }

  private List<Seen> again(Seen first) {
    return leg.all().stream().filter(one -> one.repeats() == first.number()).toList();
  }

  private Ending ending(Kind kind, OptionalInt code, String text, List<Integer> evidence) {
    return new Ending(kind, code, OptionalInt.empty(), text, evidence);
  }

  private static String times(int count) {
    return count == 1 ? "once" : count + " times";
  }

  private static String status(Seen response) {
    return response.message().start() instanceof StartLine.Status(int code, String reason)
        ? code + (reason.isEmpty() ? "" : " " + Plain.line(reason, 48))
        : Integer.toString(response.code());
  }

  /** What a Reason header says (RFC 3326). */
  private static String reason(Seen one) {
    return one.message()
        .header("Reason")
        .map(text -> " (Reason: " + Plain.line(text, 80) + ")")
        .orElse("");
  }

  private static List<Integer> numbers(Seen one, Seen other, Seen third) {
    return java.util.stream.IntStream.of(one.number(), other.number(), third.number())
        .sorted()
        .distinct()
        .boxed()
        .toList();
  }
}
