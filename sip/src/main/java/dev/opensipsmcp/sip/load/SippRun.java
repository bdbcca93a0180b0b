package dev.opensipsmcp.sip.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A run of SIPp. It ends by itself, at the latest some seconds after its time; {@link #stop} ends
 * it before. SIPp bounds itself as well, so that it ends where this process does not live to see
 * it. Safe for many threads.
 */
public final class SippRun implements AutoCloseable {
  /** How long SIPp may take to end calls after its time, before it is made to end. */
  private static final Duration AFTER = Duration.ofSeconds(5);

  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final int MOST_WORDS = 2_048;

  private final Process process;
  private final Path directory;
  private final SippOrder order;
  private final String own;
  private final int control;
  private final Thread guard;
  private final Thread listener;
  private final AtomicReference<Ended> ended = new AtomicReference<>(Ended.NOT_YET);
  private volatile String said = "";

  /** What ended a run. */
  public enum Ended {
    /** Nothing so far. */
    NOT_YET,
    /** SIPp had done what it was told, or gave up. */
    BY_ITSELF,
    /** Its time. */
    TIME,
    /** {@link #stop}. */
    STOPPED
  }

  SippRun(Process process, Path directory, SippOrder order, String own, int control) {
    this.process = process;
    this.directory = directory;
    this.order = order;
    this.own = own;
    this.control = control;
    this.listener = Thread.ofVirtual().start(() -> listen(process.getErrorStream()));
    this.guard = Thread.ofVirtual().start(this::guard);
  }

  private void listen(InputStream from) {
    try (from) {
      String words = new String(from.readNBytes(MOST_WORDS), StandardCharsets.UTF_8);
      said = words.replaceAll("[\\p{Cntrl}\\p{Cf}]+", " ").strip();
      // Read on, so that SIPp is not held up.
      from.transferTo(OutputStream.nullOutputStream());
    } catch (IOException _) {
      // It was ended; what it said until then is kept.
    }
  }

  private void guard() {
    try {
      Duration time = Duration.ofSeconds(order.limits().seconds()).plus(AFTER);
      if (!process.waitFor(time)) {
        end(Ended.TIME, Duration.ZERO);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** {@return SIPp's process ID} */
  public long pid() {
    return process.pid();
  }

  /** {@return the own address and port} */
  public String own() {
    return own;
  }

  /** {@return whether it runs} */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** {@return what ended it} */
  public Ended ended() {
    return process.isAlive() || ended.get() != Ended.NOT_YET ? ended.get() : Ended.BY_ITSELF;
  }

  /** {@return SIPp's own first words, without control characters; read when it has ended} */
  public String said() {
    return said;
  }

  /**
   * Waits.
   *
   * @param time how long at most
   * @return whether it has ended
   * @throws InterruptedException when the waiting thread is interrupted; the run goes on
   */
  public boolean await(Duration time) throws InterruptedException {
    return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Ends it: no new calls, then some time for those in progress, then by force. When this returns
   * the program and whatever it started are gone.
   *
   * @param calls how long calls in progress may take to end
   */
  public void stop(Duration calls) {
    end(Ended.STOPPED, calls);
  }

  private synchronized void end(Ended why, Duration calls) {
    if (process.isAlive()) {
      ended.compareAndSet(Ended.NOT_YET, why);
    }
    List<ProcessHandle> children = process.descendants().toList();
    boolean gone = !process.isAlive() || (calls.isPositive() && askToEnd() && waited(calls));
    if (!gone) {
      process.destroy();
      gone = waited(PATIENCE);
    }
    children.forEach(ProcessHandle::destroyForcibly);
    if (!gone) {
      process.destroyForcibly();
      waited(PATIENCE);
    }
    for (ProcessHandle child : children) {
      child.onExit().completeOnTimeout(child, PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
    }
  }

  /** SIPp takes the key that a person would press as a datagram. */
  private boolean askToEnd() {
    try (DatagramSocket socket = new DatagramSocket()) {
      byte[] key = {'q'};
      InetAddress here = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
      socket.send(new DatagramPacket(key, 1, new InetSocketAddress(here, control)));
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private boolean waited(Duration time) {
    try {
      return await(time);
    } catch (InterruptedException _) {
      // Whoever is interrupted shall not leave a program behind: it is ended by force at once.
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      return !process.isAlive();
    }
  }

  /** {@return what SIPp has counted so far; nothing before its first second is over} */
  public Optional<SippStatistics> statistics() {
    try {
      return SippStatistics.read(directory.resolve(SippCommand.STATISTICS));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /**
   * {@return what came of it}
   *
   * @throws IOException when SIPp counted nothing; the message has its own words
   */
  public LoadFigures figures() throws IOException {
    Optional<SippStatistics> counted = statistics();
    if (counted.isEmpty()) {
      throw new IOException("SIPp counted nothing. It said: " + lastWords());
    }
    Optional<Path> times = RunFiles.ending(directory, "_rtt.csv");
    return LoadFigures.of(
        counted.get(),
        errors(),
        times.isPresent()
            ? ResponseTimes.read(times.get(), "1")
            : ResponseTimes.of(List.of(), "1"));
  }

  private List<ErrorLog.Kind> errors() {
    try {
      return ErrorLog.read(directory.resolve(SippCommand.ERRORS));
    } catch (IOException _) {
      return List.of(); // Without errors there is no file.
    }
  }

  private String lastWords() {
    try {
      listener.join(PATIENCE);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return said.isEmpty() ? "nothing." : said;
  }

  /** Ends it, if it still runs, and removes its files. */
  @Override
  public void close() {
    end(Ended.STOPPED, Duration.ZERO);
    guard.interrupt();
    RunFiles.remove(directory);
  }
}
