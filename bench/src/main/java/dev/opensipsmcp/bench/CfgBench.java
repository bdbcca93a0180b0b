package dev.opensipsmcp.bench;

import dev.opensipsmcp.cfg.check.Checker;
import dev.opensipsmcp.cfg.source.Program;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * How long opensips.cfg takes to read, and to read and check, for files from 10 kB to 10 MB. Prints
 * for each the median of the runs behind the warm-up, and how many MB a second that is: linear is
 * what stays the same.
 *
 * <p>Arguments: the version (default {@code 3.6}), runs of each size (default 7), a file, which is
 * then measured instead, and an OpenSIPS of that version, which is then asked about the same file,
 * in turns: by {@code opensips -C}, and by a start until it answers an OPTIONS.
 */
public final class CfgBench {
  private static final int[] KILOBYTES = {10, 100, 1_000, 10_000};
  private static final int WARM_UP = 40;

  /** A size of its own is fast only after some runs: other loops grow long in it. */
  private static final int WARM_UP_OF_ITS_OWN = 15;

  private CfgBench() {}

  /** Measures, and prints a line per size. */
  static void main(String... arguments) throws IOException, InterruptedException {
    Version version = Version.parse(arguments.length > 0 ? arguments[0] : "3.6").orElseThrow();
    int runs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 7;
    Checker checker = new Checker(Facts.of(version));
    for (int run = 0; run < WARM_UP; run++) {
      checker.check(Program.of("warm-up.cfg", CfgText.of(100_000)));
    }
    System.out.printf(
        "%-8s %9s %9s %9s %11s %9s%n", "kB", "tokens", "parse ms", "MB/s", "+ check ms", "MB/s");
    for (String text : arguments.length > 2 ? List.of(read(arguments[2])) : generated()) {
      Program program = Program.of("bench.cfg", text);
      if (!program.tree().faults().isEmpty()) {
        throw new IllegalStateException(program.tree().faults().getFirst().toString());
      }
      for (int run = 0; run < WARM_UP_OF_ITS_OWN; run++) {
        checker.check(Program.of("bench.cfg", text));
      }
      double parse = median(runs, () -> Program.of("bench.cfg", text).tree().items());
      double check = median(runs, () -> checker.check(Program.of("bench.cfg", text)));
      System.out.printf(
          "%-8d %9d %9.2f %9.1f %11.2f %9.1f%n",
          text.length() / 1_000,
          program.tree().tokens().size(),
          parse,
          text.length() / parse / 1e3,
          check,
          text.length() / check / 1e3);
    }
    if (arguments.length > 3) {
      String text = read(arguments[2]);
      beside(new RealStart(Path.of(arguments[3]), text), runs, checker, text);
    }
  }

  private static void beside(RealStart real, int runs, Checker checker, String text)
      throws IOException, InterruptedException {
    List<Double> ours = new ArrayList<>();
    List<Double> checks = new ArrayList<>();
    List<Double> starts = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      ours.add(median(1, () -> checker.check(Program.of("bench.cfg", text))));
      checks.add(real.check());
      starts.add(real.start());
    }
    System.out.printf(
        "in turns, median ms: ours %.1f, opensips -C %.1f (%.1f times), start %.1f (%.1f times)%n",
        median(ours),
        median(checks),
        median(checks) / median(ours),
        median(starts),
        median(starts) / median(ours));
  }

  private static String read(String file) throws IOException {
    return Files.readString(Path.of(file));
  }

  private static List<String> generated() {
    return Arrays.stream(KILOBYTES).mapToObj(it -> CfgText.of(it * 1_000)).toList();
  }

  private static double median(int runs, Supplier<List<?>> work) {
    List<Double> milliseconds = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      long start = System.nanoTime();
      if (work.get().size() > Integer.MAX_VALUE - 1) {
        throw new IllegalStateException("never so many");
      }
      milliseconds.add((System.nanoTime() - start) / 1e6);
    }
    return median(milliseconds);
  }

  private static double median(List<Double> figures) {
    double[] sorted = figures.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
