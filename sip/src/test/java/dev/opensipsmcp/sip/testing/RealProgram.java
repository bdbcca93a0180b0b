package dev.opensipsmcp.sip.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * A program of the system that a test runs. Where it is missing the test is left out, and says so;
 * with {@code CI=true} it fails instead. Closing it ends the program.
 */
public final class RealProgram implements AutoCloseable {
  private final Process process;
  private final Path output;

  private RealProgram(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /** {@return where a program is; without it the test ends here} */
  public static Path find(String name, String debianPackage) {
    Optional<Path> found = onPath(name);
    if (found.isEmpty() && "true".equals(System.getenv("CI"))) {
      throw new AssertionError(
          "With CI=true " + name + " must be there: Debian package " + debianPackage + ".");
    }
    Assumptions.assumeTrue(
        found.isPresent(), "Left out: " + name + " (Debian package " + debianPackage + ")");
    return found.orElseThrow();
  }

  /** Ends the test here where a file that comes with a package is missing. */
  public static void file(Path file, String debianPackage) {
    if (!Files.exists(file) && "true".equals(System.getenv("CI"))) {
      throw new AssertionError(
          "With CI=true " + file + " must be there: Debian package " + debianPackage + ".");
    }
    Assumptions.assumeTrue(
        Files.exists(file), "Left out: " + file + " (Debian package " + debianPackage + ")");
  }

  private static Optional<Path> onPath(String name) {
    List<String> places =
        new ArrayList<>(List.of(System.getenv().getOrDefault("PATH", "").split(":")));
    places.add("/usr/sbin");
    places.add("/sbin");
    for (String place : places) {
      Path file = Path.of(place, name);
      if (Files.isExecutable(file)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  /** Starts a program, with what it prints in one file. */
  public static RealProgram start(Path directory, List<String> command) {
    try {
      Path output = Files.createTempFile(directory, "program", ".log");
      Process process =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      return new RealProgram(process, output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return what a program prints that ends by itself with status 0} */
  public static String run(Path directory, List<String> command) {
    try (RealProgram program = start(directory, command)) {
      int status = program.status();
      String output = program.output();
      if (status != 0) {
        throw new AssertionError(command + " ended with " + status + ": " + output);
      }
      return output;
    }
  }

  /** {@return the exit status, once it has ended} */
  public int status() {
    try {
      if (!process.waitFor(120, TimeUnit.SECONDS)) {
        throw new AssertionError("The program does not end: " + output());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }

  /** {@return whether it runs} */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** {@return the process} */
  public Process process() {
    return process;
  }

  /** {@return what it printed so far} */
  public String output() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
