package dev.opensipsmcp.sip.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Real programs that tests are held against. */
final class Programs {
  private static final long PATIENCE = 120;

  private Programs() {}

  /** Leaves a test out where a program is missing; with CI=true that is a failure. */
  static void need(String... names) {
    for (String name : names) {
      boolean there =
          Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":", -1))
              .anyMatch(directory -> Files.isExecutable(Path.of(directory, name)));
      if (!there && "true".equals(System.getenv("CI"))) {
        Assertions.fail(name + " is not installed, and CI=true wants every test.");
      }
      Assumptions.assumeTrue(there, () -> "Left out: " + name + " is not installed.");
    }
  }

  /** {@return the lines that a program wrote before it ended well} */
  static List<String> run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    List<String> lines = new ArrayList<>();
    try (BufferedReader reader = process.inputReader()) {
      reader.lines().forEach(lines::add);
    }
    assertThat(process.waitFor(PATIENCE, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(String.join(" ", command)).isZero();
    return lines;
  }

  /** {@return a program that goes on; its output goes nowhere} */
  static Process start(String... command) throws IOException {
    return new ProcessBuilder(command)
        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** {@return the values of a field of all SIP messages that tshark finds, sorted} */
  static List<String> tshark(Path file, String field) throws IOException, InterruptedException {
    List<String> values = new ArrayList<>();
    for (String line :
        run(
            "tshark",
            "-r",
            file.toString(),
            "-Y",
            "sip",
            "-T",
            "fields",
            "-E",
            "aggregator=|",
            "-e",
            field)) {
      Arrays.stream(line.split("\\|", -1)).filter(value -> !value.isEmpty()).forEach(values::add);
    }
    values.sort(null);
    return values;
  }
}
