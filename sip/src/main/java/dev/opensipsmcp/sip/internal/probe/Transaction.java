package dev.opensipsmcp.sip.internal.probe;

import dev.opensipsmcp.sip.message.CSeq;
import dev.opensipsmcp.sip.message.SipMessage;
import dev.opensipsmcp.sip.message.SipParser;
import dev.opensipsmcp.sip.message.StartLine;
import dev.opensipsmcp.sip.message.Via;
import dev.opensipsmcp.sip.probe.ProbeFailure;
import dev.opensipsmcp.sip.probe.ProbeLimits;
import dev.opensipsmcp.sip.probe.ProbeOutcome;
import dev.opensipsmcp.sip.probe.ProbeTarget;
import dev.opensipsmcp.sip.probe.Strays;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * A client transaction that is none of INVITE (RFC 3261 section 17.1.2): sent again over UDP by
 * Timer E, given up by Timer F; an answer is its own by branch and CSeq (section 17.1.3).
 */
public final class Transaction {
  private static final long SLICE = 50_000_000;
  private static final int MOST_PROVISIONAL = 32;

  private final ProbeTarget target;
  private final ProbeLimits limits;
  private final Wire wire;
  private final Inbox inbox;
  private final BooleanSupplier stopped;
  private final Set<String> earlier;
  private final List<Integer> provisional = new ArrayList<>();
  private int sent;
  private int late;
  private int foreign;
  private int garbage;

  /**
   * Prepares a transaction.
   *
   * @param target where to
   * @param limits its timers
   * @param wire the way there, which is ready
   * @param inbox what comes back
   * @param stopped whether the caller withdrew
   * @param earlier the branches of requests that were given up
   */
  public Transaction(
      ProbeTarget target,
      ProbeLimits limits,
      Wire wire,
      Inbox inbox,
      BooleanSupplier stopped,
      Set<String> earlier) {
    this.target = target;
    this.limits = limits;
    this.wire = wire;
    this.inbox = inbox;
    this.stopped = stopped;
    this.earlier = earlier;
  }

  /**
   * {@return what came of it}
   *
   * @param request the message
   * @param branch its branch
   * @param cseq its number
   * @param method its method
   */
  public ProbeOutcome run(byte[] request, String branch, int cseq, String method) {
    CSeq own = new CSeq(cseq, method);
    long begun = System.nanoTime();
    long end = begun + limits.timeout().toNanos();
    long interval = limits.t1().toNanos();
    long again = begun;
    while (true) {
      long now = System.nanoTime();
      if (stopped.getAsBoolean()) {
        return failed(Failures.stopped());
      }
      if (now - end >= 0) {
        return failed(
            Failures.late(target, limits.timeout(), sent, !provisional.isEmpty(), strays().all()));
      }
      if (sent == 0 || (!target.transport().reliable() && now - again >= 0)) {
        try {
          wire.send(request);
        } catch (IOException e) {
          return failed(inboxFailure().orElseGet(() -> Failures.notSent(target, e)));
        }
        again = now + interval;
        interval =
            provisional.isEmpty()
                ? Math.min(2 * interval, ProbeLimits.T2.toNanos())
                : ProbeLimits.T2.toNanos();
        sent++;
      }
      long wait = Math.min(SLICE, end - now);
      wait = target.transport().reliable() ? wait : Math.min(wait, Math.max(1, again - now));
      Optional<Event> event = inbox.next(wait);
      if (event.isPresent()) {
        Optional<ProbeOutcome> outcome = take(event.get(), branch, own, begun);
        if (outcome.isPresent()) {
          return outcome.get();
        }
      }
    }
  }

  /** What the reader was told says more than that writing failed. */
  private Optional<ProbeFailure> inboxFailure() {
    for (Optional<Event> event = inbox.next(SLICE); event.isPresent(); event = inbox.next(SLICE)) {
      if (event.get() instanceof Event.Broken(ProbeFailure failure)) {
        return Optional.of(failure);
      }
    }
    return Optional.empty();
  }

  private Optional<ProbeOutcome> take(Event event, String branch, CSeq own, long begun) {
    return switch (event) {
      case Event.Ready _ -> Optional.empty();
      case Event.Broken(ProbeFailure failure) -> Optional.of(failed(failure));
      case Event.Came(byte[] bytes, long nanos) -> answer(bytes, nanos, branch, own, begun);
    };
  }

  private Optional<ProbeOutcome> answer(
      byte[] bytes, long nanos, String branch, CSeq own, long begun) {
    if (bytes.length <= 4 && new String(bytes, StandardCharsets.US_ASCII).isBlank()) {
      return Optional.empty(); // keeps a way through NAT open
    }
    SipMessage message = SipParser.parse(bytes);
    if (message.start() instanceof StartLine.Broken) {
      garbage++;
      return Optional.empty();
    }
    String its = message.vias().stream().findFirst().flatMap(Via::branch).orElse("");
    boolean ours = its.equals(branch) && message.cseq().equals(Optional.of(own));
    if (!ours || !(message.start() instanceof StartLine.Status(int code, String _))) {
      if (earlier.contains(its)) {
        late++;
      } else {
        foreign++;
      }
      return Optional.empty();
    }
    if (code < 200) {
      if (provisional.size() < MOST_PROVISIONAL) {
        provisional.add(code);
      }
      return Optional.empty();
    }
    double milliseconds = (nanos - begun) / 1e6;
    return Optional.of(
        new ProbeOutcome.Answered(message, code, milliseconds, sent, provisional, strays()));
  }

  private Strays strays() {
    return new Strays(late, foreign, garbage);
  }

  private ProbeOutcome failed(ProbeFailure failure) {
    return new ProbeOutcome.Failed(failure, sent, provisional, strays());
  }
}
