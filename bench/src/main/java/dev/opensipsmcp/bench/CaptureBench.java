package dev.opensipsmcp.bench;

import dev.opensipsmcp.sip.capture.CaptureBounds;
import dev.opensipsmcp.sip.capture.CaptureFile;
import dev.opensipsmcp.sip.trace.CallSearch;
import dev.opensipsmcp.sip.trace.Found;
import dev.opensipsmcp.sip.trace.TimeWindow;
import dev.opensipsmcp.sip.trace.Watch;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * How fast the calls of a capture are listed, beside tshark on the same file, for several sizes. It
 * makes the captures itself. Time is told as processor time of the one thread that reads, which
 * other load does not change much, and as it passed.
 *
 * <p>Arguments: the sizes in MB (default {@code 10,100,500}), the part of voice packets in percent
 * (default 50), runs (default 5), the largest size in MB that tshark reads too (default 100).
 */
public final class CaptureBench {
  private static final double MEGA = 1e6;

  private CaptureBench() {}

  /** Measures, and prints a line per size. */
  static void main(String... arguments) throws IOException, InterruptedException {
    String sizes = arguments.length > 0 ? arguments[0] : "10,100,500";
    double voice = (arguments.length > 1 ? Integer.parseInt(arguments[1]) : 50) / 100.0;
    int runs = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5;
    long beside = arguments.length > 3 ? Long.parseLong(arguments[3]) : 100;
    System.out.printf(
        "load %.1f, voice %.0f%%, heap at most %d MiB%n",
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        voice * 100,
        Runtime.getRuntime().maxMemory() >> 20);
    Path directory = Files.createTempDirectory("capture-bench");
    try {
      for (String size : sizes.split(",", -1)) {
        long megabytes = Long.parseLong(size.strip());
        Path file = directory.resolve(megabytes + ".pcap");
        long calls = CaptureMaker.make(file, megabytes * 1_000_000, voice);
        measure(file, calls, runs, megabytes <= beside);
        Files.delete(file);
      }
    } finally {
      try (Stream<Path> left = Files.list(directory)) {
        for (Path file : (Iterable<Path>) left::iterator) {
          Files.delete(file);
        }
      }
      Files.delete(directory);
    }
  }

  private static void measure(Path file, long calls, int runs, boolean beside)
      throws IOException, InterruptedException {
    double megabytes = Files.size(file) / MEGA;
    double[] processor = new double[runs];
    double[] passed = new double[runs];
    ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    for (int run = 0; run < runs; run++) {
      long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      long start = System.nanoTime();
      long found = list(file);
      passed[run] = (System.nanoTime() - start) / 1e9;
      processor[run] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e9;
      if (found != Math.min(calls, CaptureBounds.USUAL.calls())) {
        throw new IllegalStateException(found + " calls found of " + calls);
      }
    }
    long peak =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .mapToLong(pool -> pool.getPeakUsage().getUsed())
            .sum();
    double first = processor[0];
    Arrays.sort(processor);
    Arrays.sort(passed);
    System.gc();
    long left = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    System.out.printf(
        "%.0f MB, %d calls: first %.3f s, median %.3f s of processor, %.0f MB/s; passed %.3f s;"
            + " heap peak %d MiB, after a collection %d MiB%n",
        megabytes,
        calls,
        first,
        processor[runs / 2],
        megabytes / processor[runs / 2],
        passed[runs / 2],
        peak >> 20,
        left >> 20);
    if (beside) {
      double[] tshark = tshark(file);
      System.out.printf(
          "  tshark: %.2f s of processor, passed %.2f s: %.0f and %.0f times as long%n",
          tshark[1], tshark[0], tshark[1] / processor[runs / 2], tshark[0] / passed[runs / 2]);
    }
  }

  private static long list(Path file) {
    CaptureFile capture = new CaptureFile(file, CaptureBounds.USUAL);
    return switch (capture.list(CallSearch.of(TimeWindow.ALWAYS, 50), Watch.NONE)) {
      case Found.Value<CaptureFile.Listing> value -> value.value().fitting();
      case Found.Failure<CaptureFile.Listing> failure ->
          throw new IllegalStateException(failure.error().message());
    };
  }

  /** {@return the seconds that passed, and those of processor time} */
  private static double[] tshark(Path file) throws IOException, InterruptedException {
    String command =
        "TIMEFORMAT='%R %U %S'; time tshark -r \"$1\" -Y sip -T fields -e sip.Call-ID -e sip.Method"
            + " -e sip.Status-Code >/dev/null 2>&1";
    Process process =
        new ProcessBuilder(List.of("bash", "-c", command, "bash", file.toString())).start();
    String[] seconds =
        new String(process.getErrorStream().readAllBytes(), StandardCharsets.US_ASCII)
            .strip()
            .split(" ", -1);
    process.waitFor();
    return new double[] {
      Double.parseDouble(seconds[0]),
      Double.parseDouble(seconds[1]) + Double.parseDouble(seconds[2])
    };
  }
}
