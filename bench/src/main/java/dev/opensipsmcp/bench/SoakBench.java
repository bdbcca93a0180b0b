package dev.opensipsmcp.bench;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A long load: clients call one tool over Streamable HTTP, each on a connection of its own, for
 * some minutes. Prints for each part of it the calls per second, the latency, and the heap in use
 * after a full collection. Clients, server and node share the process and the machine.
 *
 * <p>Arguments: the tool (default {@code get_uptime}, which asks the node), seconds of a part (60),
 * parts (5), clients (50). The first part warms up.
 */
public final class SoakBench {
  private static final int MOST = 2_000_000;

  private SoakBench() {}

  /** Runs the load and prints a line per part. */
  static void main(String... arguments)
      throws IOException, InterruptedException, ExecutionException {
    String tool = arguments.length > 0 ? arguments[0] : "get_uptime";
    int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 60;
    int parts = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5;
    int clients = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 50;
    HttpThroughputBench.Served served = new HttpThroughputBench.Served();
    try {
      System.out.printf(
          "%s, %d clients, parts of %d s%n%-5s %10s %9s %9s %9s %12s%n",
          tool, clients, seconds, "part", "calls/s", "p50 ms", "p99 ms", "max ms", "heap KiB");
      for (int part = 0; part <= parts; part++) {
        print(part, load(served.url(), tool, seconds, clients), seconds);
      }
    } finally {
      served.stop();
    }
  }

  private static void print(int part, long[] nanos, int seconds) {
    Arrays.sort(nanos);
    System.out.printf(
        "%-5s %10d %9.2f %9.2f %9.1f %12d%n",
        part == 0 ? "warm" : part,
        nanos.length / seconds,
        nanos[nanos.length / 2] / 1e6,
        nanos[(int) (nanos.length * 0.99)] / 1e6,
        nanos[nanos.length - 1] / 1e6,
        usedAfterCollection());
  }

  private static long usedAfterCollection() {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return (runtime.totalMemory() - runtime.freeMemory()) / 1024;
  }

  private static long[] load(URI url, String tool, int seconds, int clients)
      throws InterruptedException, ExecutionException {
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    List<Future<long[]>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
      for (int i = 0; i < clients; i++) {
        running.add(threads.submit(() -> one(url, tool, end)));
      }
      List<long[]> all = new ArrayList<>();
      for (Future<long[]> each : running) {
        all.add(each.get());
      }
      return all.stream().flatMapToLong(Arrays::stream).toArray();
    }
  }

  private static long[] one(URI url, String tool, long end) throws IOException {
    long[] nanos = new long[1024];
    int calls = 0;
    try (KeptConnection connection = new KeptConnection(url, tool)) {
      for (long now = System.nanoTime(); now < end && calls < MOST; ) {
        connection.call();
        long after = System.nanoTime();
        if (calls == nanos.length) {
          nanos = Arrays.copyOf(nanos, calls * 2);
        }
        nanos[calls++] = after - now;
        now = after;
      }
    }
    return Arrays.copyOf(nanos, calls);
  }
}
