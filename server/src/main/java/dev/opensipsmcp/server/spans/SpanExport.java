package dev.opensipsmcp.server.spans;

import dev.opensipsmcp.server.config.TracesEntry;
import dev.opensipsmcp.server.metrics.Metrics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Sends spans to a collector from a thread of its own. Whoever ends an operation never waits for
 * it: what does not fit into the queue, and what the collector does not take, is dropped and
 * counted. Safe for many threads.
 */
public final class SpanExport implements AutoCloseable {
  /** Spans that wait at most; some 300 bytes each. */
  static final int WAITING = 2_048;

  /** Spans in one post at most. */
  static final int TOGETHER = 512;

  private static final Duration LINGER = Duration.ofSeconds(1);

  /** How long the rest may take to be sent when the server ends. */
  private static final Duration AT_THE_END = Duration.ofSeconds(2);

  private static final long NANOS = 1_000_000_000L;

  /** Wakes the sender when the server ends; never sent. */
  private static final Span END =
      new Span("", "", Optional.empty(), "", Optional.empty(), Optional.empty(), 0, 0);

  private final BlockingQueue<Span> waiting = new ArrayBlockingQueue<>(WAITING);
  private final AtomicLong exported = new AtomicLong();
  private final AtomicLong dropped = new AtomicLong();
  private final SpanText text;
  private final Collector collector;
  private final Duration linger;
  private final InstantSource clock;
  private final Consumer<String> warning;
  private final CountDownLatch ending = new CountDownLatch(1);
  private final Thread sender;
  private volatile boolean open = true;

  /**
   * {@return what sends spans as the operator set it}
   *
   * @param entry where to
   * @param service this product's name
   * @param version this product's version
   * @param network {@code pipe} or {@code tcp}: what clients come over
   * @param warning hears once when the collector begins to fail, and once when it is well again
   */
  public static SpanExport to(
      TracesEntry entry, String service, String version, String network, Consumer<String> warning) {
    return new SpanExport(
        new SpanText(service, version, network),
        new WebCollector(entry),
        LINGER,
        InstantSource.system(),
        warning);
  }

  /**
   * Begins to send.
   *
   * @param text writes spans
   * @param collector takes them
   * @param linger how long the first span of a post waits for others
   * @param clock the time that spans bear
   * @param warning hears once when the collector begins to fail, and once when it is well again
   */
  SpanExport(
      SpanText text,
      Collector collector,
      Duration linger,
      InstantSource clock,
      Consumer<String> warning) {
    this.text = text;
    this.collector = collector;
    this.linger = linger;
    this.clock = clock;
    this.warning = warning;
    this.sender = Thread.ofVirtual().name("spans").start(this::run);
  }

  /**
   * Takes an operation that ended.
   *
   * @param method the protocol's method, for example {@code tools/call}
   * @param tool the tool's name, which is one of the catalogue's; empty for other methods
   * @param error what kind of error it ended with; empty for none
   * @param nanos how long it took, in nanoseconds
   * @param traceParent the trace that it belongs to, as W3C Trace Context writes it
   */
  public void ended(
      String method,
      Optional<String> tool,
      Optional<String> error,
      long nanos,
      Optional<String> traceParent) {
    Instant now = clock.instant();
    Span.of(method, tool, error, nanos, traceParent, now.getEpochSecond() * NANOS + now.getNano())
        .ifPresent(span -> {
          if (!open || !waiting.offer(span)) {
            dropped.incrementAndGet();
          }
        });
  }

  /** Adds what became of spans to the metrics. */
  public void count(Metrics.Text metrics) {
    metrics.counter(
        "opensips_mcp_spans_exported_total", "Spans that the collector took.", exported.get());
    metrics.counter(
        "opensips_mcp_spans_dropped_total",
        "Spans that the collector did not take, or that came too fast.",
        dropped.get());
  }

  private void run() {
    boolean well = true;
    try (collector) {
      while (open || !waiting.isEmpty()) {
        List<Span> together = next();
        if (!together.isEmpty()) {
          boolean taken = collector.takes(text.of(together));
          (taken ? exported : dropped).addAndGet(together.size());
          if (taken != well) {
            warning.accept(
                taken
                    ? "The collector takes spans again; " + dropped.get() + " were dropped."
                    : "The collector does not take spans; they are dropped until it does.");
          }
          well = taken;
        }
      }
    } catch (InterruptedException _) {
      // Nobody waits for it any longer.
    }
  }

  private List<Span> next() throws InterruptedException {
    List<Span> together = new ArrayList<>();
    together.add(waiting.take());
    boolean _ = ending.await(linger.toNanos(), TimeUnit.NANOSECONDS); // At the end, at once.
    waiting.drainTo(together, TOGETHER - together.size());
    together.remove(END);
    return together;
  }

  /** Sends what waits, for two seconds at most, and ends. */
  @Override
  public void close() {
    open = false;
    ending.countDown();
    waiting.offer(END);
    try {
      if (!sender.join(AT_THE_END)) {
        sender.interrupt();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
