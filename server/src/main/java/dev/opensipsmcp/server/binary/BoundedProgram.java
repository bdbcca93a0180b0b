package dev.opensipsmcp.server.binary;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Runs a program without a shell, without this server's environment, for a limited time, and keeps
 * the end of what it prints.
 *
 * @param directory where it runs
 * @param environment its variables
 * @param limit how long it may take
 * @param mostBytes how much of its output is kept, the last
 */
public record BoundedProgram(
    Path directory, Map<String, String> environment, Duration limit, int mostBytes) {
  public BoundedProgram {
    environment = Map.copyOf(environment);
  }

  /** What came of it. */
  public sealed interface Result {
    /**
     * It ended.
     *
     * @param status its exit status
     * @param output the end of what it printed, errors included
     */
    record Ended(int status, String output) implements Result {}

    /** It did not end in time, and was ended. */
    record Late() implements Result {}

    /**
     * It could not be started.
     *
     * @param reason why
     */
    record Failed(String reason) implements Result {}
  }

  /**
   * Runs it.
   *
   * @param command the program and its arguments
   */
  public Result run(List<String> command) {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectInput(Path.of("/dev/null").toFile());
    builder.environment().clear();
    builder.environment().put("LC_ALL", "C");
    builder.environment().put("PATH", "/usr/bin:/bin");
    builder.environment().putAll(environment);
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      return new Result.Failed("The program can't be started: " + e.getMessage());
    }
    AtomicBoolean late = new AtomicBoolean();
    Thread guard = Thread.ofVirtual().start(() -> endLate(process, late));
    try (InputStream in = process.getInputStream()) {
      String output = end(in);
      int status = process.waitFor();
      return late.get() ? new Result.Late() : new Result.Ended(status, output);
    } catch (IOException _) {
      return new Result.Late();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Result.Late();
    } finally {
      guard.interrupt();
      destroy(process);
    }
  }

  /** Reads all, and forgets what is too long ago. */
  private String end(InputStream in) throws IOException {
    byte[] kept = new byte[mostBytes];
    byte[] piece = new byte[8_192];
    int length = 0;
    for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
      int fresh = Math.min(read, mostBytes);
      int old = Math.min(length, mostBytes - fresh);
      System.arraycopy(kept, length - old, kept, 0, old);
      System.arraycopy(piece, read - fresh, kept, old, fresh);
      length = old + fresh;
    }
    return new String(kept, 0, length, StandardCharsets.UTF_8);
  }

  private void endLate(Process process, AtomicBoolean late) {
    try {
      Thread.sleep(limit);
      late.set(true);
      destroy(process);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt(); // It ended in time.
    }
  }

  private static void destroy(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
