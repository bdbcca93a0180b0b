package dev.opensipsmcp.cfg.internal.build;

import dev.opensipsmcp.cfg.build.Load;
import dev.opensipsmcp.cfg.build.Setting;
import dev.opensipsmcp.cfg.build.Tuning;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Version;
import java.util.ArrayList;
import java.util.List;

/**
 * Works out settings from a load. The figures of cost are rules of thumb of ours, on the careful
 * side: they are to be checked by a load test.
 */
public final class Capacity {
  /** Messages that a proxy receives for one call with its end. */
  private static final int MESSAGES_PER_CALL = 9;

  /** Seconds after which a phone registers again when it may hold for an hour. */
  private static final int REGISTER_EVERY = 1_800;

  /** Milliseconds for which a message keeps a worker, a database query included. */
  private static final int WORKER_MS = 4;

  private static final int CONTACT_BYTES = Tuning.CONTACT_BYTES;
  private static final int DIALOG_BYTES = Tuning.DIALOG_BYTES;
  private static final int TRANSACTION_BYTES = Tuning.TRANSACTION_BYTES;

  /** Seconds for which a transaction of a call stays in memory, ringing included. */
  private static final int TRANSACTION_SECONDS = 20;

  private final Load load;
  private final Version version;
  private final List<Setting> settings = new ArrayList<>();

  private Capacity(Load load, Version version) {
    this.load = load;
    this.version = version;
  }

  /** {@return the settings} */
  public static List<Setting> settings(Load load, Version version) {
    return new Capacity(load, version).all();
  }

  private List<Setting> all() {
    int messages =
        Math.max(
            1, load.callsPerSecond() * MESSAGES_PER_CALL + load.registrations() / REGISTER_EVERY);
    int workers = workers(messages);
    connections(workers);
    int bytes = messages * 1_000 / 5;
    if (bytes > 262_144) {
      global(
          "maxbuffer",
          Math.min(bytes, 16_777_216),
          "Bytes of receive buffer: room for 200 ms of %d messages/s of 1 kB, so that a pause loses none."
              .formatted(messages));
    }
    int slow = Math.clamp(1_000_000L * workers / messages, 10_000, 500_000);
    global(
        "exec_msg_threshold",
        slow,
        "Warn of messages that take longer (microseconds): with %d workers and %d messages/s none may hold a worker for more than %d ms on average."
            .formatted(workers, messages, slow / 1_000));
    global(
        "event_shm_threshold",
        80,
        "Raise an event at 80 % of shared memory, while there is time to act.");
    hashes();
    memory(workers);
    return settings;
  }

  private int workers(int messages) {
    int busy = (int) ((long) messages * WORKER_MS / 1_000) + 1;
    int workers = Math.clamp(busy * 2L, Math.clamp(load.cores(), 2, 8), load.cores() * 8);
    global(
        "udp_workers",
        workers,
        "%d messages/s at %d ms each keep %d workers busy; twice that for bursts, between the cores and eight times the %d cores."
            .formatted(messages, WORKER_MS, busy, load.cores()));
    int timers = Math.clamp(load.concurrentCalls() / 20_000 + 1, 1, 8);
    global(
        "timer_workers",
        timers,
        "One timer worker for each 20000 of %d calls that have timers."
            .formatted(load.concurrentCalls()));
    return workers;
  }

  private void connections(int workers) {
    if (load.connections() == 0) {
      return;
    }
    int connections = load.connections();
    int most = Math.clamp(connections + connections / 4L + 256, 2_048, 12_500_256);
    global(
        "tcp_max_connections",
        most,
        "A quarter more than the %d connections expected, for clients that reconnect before the old connection is gone."
            .formatted(connections));
    global(
        "open_files_limit",
        most + 64 * (workers + 32),
        "Each connection and each database handle takes a file descriptor.");
    int tcp = Math.clamp(connections / 2_000 + load.cores(), 2, load.cores() * 8);
    global(
        "tcp_workers",
        tcp,
        "A worker for each 2000 of %d connections, and one for each core.".formatted(connections));
    if (Facts.of(version).core().globalParameter("tcp_threads").isPresent()) {
      global(
          "tcp_threads",
          Math.clamp(connections / 10_000 + 1, 1, load.cores()),
          "A reading thread for each 10000 connections, no more than cores.");
    }
  }

  private void hashes() {
    if (load.registrations() > 4_096) {
      int power = Math.clamp(log2(load.registrations() / 8), 9, 16);
      module(
          "usrloc",
          "hash_size",
          power,
          "2^%d slots keep about eight of %d contacts in each."
              .formatted(power, load.registrations()));
      int partitions = Math.clamp(load.registrations() / 50_000 + 1, 1, 8);
      module(
          "nathelper",
          "natping_partitions",
          partitions,
          "Pings go out in %d parts of an interval, so that %d contacts make no burst."
              .formatted(partitions, load.registrations()));
    }
    if (load.concurrentCalls() > 16_384) {
      int slots = 1 << Math.clamp(log2(load.concurrentCalls() / 4), 12, 16);
      module(
          "dialog",
          "hash_size",
          slots,
          "%d slots, a power of two, keep about four of %d calls in each."
              .formatted(slots, load.concurrentCalls()));
    }
    if (load.callsPerSecond() > 500) {
      int partitions = Math.clamp(load.callsPerSecond() / 500 + 1, 1, 8);
      module(
          "tm",
          "timer_partitions",
          partitions,
          "Timers of %d calls/s in %d lists, so that one timer process does not run late."
              .formatted(load.callsPerSecond(), partitions));
    }
  }

  private void memory(int workers) {
    long bytes =
        (long) load.registrations() * CONTACT_BYTES
            + (long) load.concurrentCalls() * DIALOG_BYTES
            + (long) load.callsPerSecond() * TRANSACTION_SECONDS * TRANSACTION_BYTES * 2;
    long wanted = 64 + bytes * 3 / 2 / 1_048_576;
    int pkg = load.concurrentCalls() + load.registrations() > 100_000 ? 32 : 16;
    long left = Math.max(64, (long) load.memoryMb() * 3 / 4 - (long) pkg * (workers + 16));
    long shared = Math.min(wanted, left);
    String reason =
        "Megabytes of shared memory: 64, and half as much again as %d contacts of %d bytes, %d calls of %d bytes and the transactions of %d calls/s take."
            .formatted(
                load.registrations(),
                CONTACT_BYTES,
                load.concurrentCalls(),
                DIALOG_BYTES,
                load.callsPerSecond());
    if (wanted > left) {
      reason +=
          " That would be %d MB, which this host does not have: plan with fewer calls or more memory."
              .formatted(wanted);
    }
    settings.add(new Setting(Setting.Place.COMMAND_LINE, "", "-m", Long.toString(shared), reason));
    settings.add(
        new Setting(
            Setting.Place.COMMAND_LINE,
            "",
            "-M",
            Integer.toString(pkg),
            "Megabytes of private memory for each of about %d processes.".formatted(workers + 16)));
  }

  private void global(String name, long value, String reason) {
    settings.add(new Setting(Setting.Place.GLOBAL, "", name, Long.toString(value), reason));
  }

  private void module(String module, String name, long value, String reason) {
    settings.add(new Setting(Setting.Place.MODULE, module, name, Long.toString(value), reason));
  }

  private static int log2(int value) {
    return 31 - Integer.numberOfLeadingZeros(Math.max(1, value));
  }
}
