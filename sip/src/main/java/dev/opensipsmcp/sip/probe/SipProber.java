package dev.opensipsmcp.sip.probe;

import dev.opensipsmcp.sip.internal.probe.Event;
import dev.opensipsmcp.sip.internal.probe.Failures;
import dev.opensipsmcp.sip.internal.probe.Inbox;
import dev.opensipsmcp.sip.internal.probe.Transaction;
import dev.opensipsmcp.sip.internal.probe.Wire;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Sends requests to one target, one after the other, and waits for their answers. All go over one
 * socket or connection, which is made when the first is sent, and again after it broke. For one
 * thread at a time.
 */
public final class SipProber implements AutoCloseable {
  private static final int REMEMBERED = 64;
  private static final long SLICE = 50_000_000;

  private final ProbeTarget target;
  private final ProbeLimits limits;
  private final BooleanSupplier stopped;
  private final Set<String> earlier = new HashSet<>();
  private Optional<Open> open = Optional.empty();
  private Optional<Tls> tls = Optional.empty();
  private double connectMilliseconds;

  private record Open(Wire wire, Inbox inbox) {}

  /**
   * What TLS came to.
   *
   * @param protocol the version
   * @param cipher the cipher suite
   * @param chain the certificates as they came, not checked
   */
  public record Tls(String protocol, String cipher, List<X509Certificate> chain) {
    public Tls {
      chain = List.copyOf(chain);
    }
  }

  /** Writes a request once it is known where it comes from. */
  @FunctionalInterface
  public interface Draft {
    /**
     * {@return the request}
     *
     * @param local host and port of this end
     */
    SipRequest from(String local);
  }

  /**
   * Makes a prober; nothing is sent yet.
   *
   * @param target where to
   * @param limits how long each request waits
   * @param stopped whether the caller withdrew, asked many times a second
   */
  public SipProber(ProbeTarget target, ProbeLimits limits, BooleanSupplier stopped) {
    this.target = target;
    this.limits = limits;
    this.stopped = stopped;
  }

  /**
   * {@return what came of a request}
   *
   * @param draft writes it
   */
  public ProbeOutcome ask(Draft draft) {
    if (stopped.getAsBoolean()) {
      return new ProbeOutcome.Failed(Failures.stopped());
    }
    if (open.isEmpty()) {
      Optional<ProbeFailure> failure = connect();
      if (failure.isPresent()) {
        close();
        return new ProbeOutcome.Failed(failure.get());
      }
    }
    Open way = open.orElseThrow();
    SipRequest request = draft.from(way.wire().local());
    Transaction transaction =
        new Transaction(target, limits, way.wire(), way.inbox(), stopped, Set.copyOf(earlier));
    String branch = "z9hG4bK" + RandomWords.word();
    ProbeOutcome outcome =
        transaction.run(
            request.bytes(target.transport(), way.wire().local(), branch),
            branch,
            request.cseq(),
            request.method());
    if (earlier.size() < REMEMBERED) {
      earlier.add(branch);
    }
    if (outcome instanceof ProbeOutcome.Failed(ProbeFailure failure, _, _, _)
        && !survives(failure)) {
      close();
    }
    return outcome;
  }

  /** A server that said nothing may still do so over the same socket. */
  private static boolean survives(ProbeFailure failure) {
    return switch (failure.kind()) {
      case TIMEOUT, PROVISIONAL_ONLY, FOREIGN_ONLY, STOPPED -> true;
      case REFUSED, UNREACHABLE, NO_TLS, NO_WEBSOCKET, CLOSED, NOT_SENT -> false;
    };
  }

  private Optional<ProbeFailure> connect() {
    Inbox inbox = new Inbox();
    long begun = System.nanoTime();
    long end = begun + limits.timeout().toNanos();
    try {
      Wire wire = Wire.open(target, limits.timeout(), inbox);
      open = Optional.of(new Open(wire, inbox));
      for (long left = end - begun; left > 0; left = end - System.nanoTime()) {
        if (stopped.getAsBoolean()) {
          return Optional.of(Failures.stopped());
        }
        Optional<Event> event = inbox.next(Math.min(left, SLICE));
        if (event.isPresent() && event.get() instanceof Event.Broken(ProbeFailure failure)) {
          return Optional.of(failure);
        }
        if (event.isPresent()) {
          connectMilliseconds = (System.nanoTime() - begun) / 1e6;
          tls = wire.tls().map(it -> new Tls(it.protocol(), it.cipher(), it.chain()));
          return Optional.empty();
        }
      }
      return Optional.of(Failures.unready(target, limits.timeout()));
    } catch (IOException e) {
      return Optional.of(Failures.notSent(target, e));
    }
  }

  /** Waits before the next request, unless the caller withdraws. */
  public void pause(Duration length) {
    long end = System.nanoTime() + length.toNanos();
    try {
      for (long left = length.toNanos(); left > 0 && !stopped.getAsBoolean(); ) {
        TimeUnit.NANOSECONDS.sleep(Math.min(left, SLICE));
        left = end - System.nanoTime();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** {@return what TLS came to in the last connection, if there was one with TLS} */
  public Optional<Tls> tls() {
    return tls;
  }

  /** {@return how long the last connection took to make, TLS and WebSocket included} */
  public double connectMilliseconds() {
    return connectMilliseconds;
  }

  @Override
  public void close() {
    open.ifPresent(way -> way.wire().close());
    open = Optional.empty();
  }
}
