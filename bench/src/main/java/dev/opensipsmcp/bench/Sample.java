package dev.opensipsmcp.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * One start of a contender.
 *
 * @param millis from before the process was started to its answer
 * @param residentKb resident memory after the answer, in KiB; 0 where the system does not tell
 */
record Sample(double millis, long residentKb) {

  static Sample take(Contender contender) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(contender.command()).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(contender.environment());
    long start = System.nanoTime();
    Process process = builder.start();
    try (OutputStream in = process.getOutputStream();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line : contender.request()) {
        in.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      }
      in.flush();
      String wanted = "\"id\":" + contender.request().size();
      String line = out.readLine();
      while (line != null && !line.contains(wanted)) {
        line = out.readLine();
      }
      double millis = (System.nanoTime() - start) / 1e6;
      if (line == null) {
        throw new IOException(contender.name() + " ended without an answer");
      }
      long resident = resident(process.pid());
      return new Sample(millis, resident);
    } finally {
      // Its input has ended, so it ends by itself; the next sample must not run beside it.
      process.waitFor(10, TimeUnit.SECONDS);
      process.destroyForcibly();
    }
  }

  private static long resident(long pid) throws IOException {
    Path status = Path.of("/proc/" + pid + "/status");
    if (!Files.exists(status)) {
      return 0;
    }
    for (String line : Files.readAllLines(status)) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("[^0-9]", ""));
      }
    }
    return 0;
  }
}
