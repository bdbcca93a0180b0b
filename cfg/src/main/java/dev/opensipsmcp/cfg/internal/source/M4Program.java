package dev.opensipsmcp.cfg.internal.source;

import dev.opensipsmcp.cfg.source.M4.Rendering;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** Runs m4 on text that is not trusted. */
public final class M4Program {
  private static final int MOST_OUTPUT = 16 << 20;
  private static final int MOST_COMPLAINTS = 64 << 10;

  /**
   * What lets m4 run, read or write anything, also through the back door; those of BSD's m4 too.
   * Macros that are undefined before the text comes can't be had back by it.
   */
  private static final List<String> TAKEN_AWAY =
      List.of(
          "syscmd",
          "esyscmd",
          "include",
          "sinclude",
          "undivert",
          "maketemp",
          "mkstemp",
          "debugfile",
          "paste",
          "spaste",
          "unix",
          "builtin");

  /** Seconds of work and kilobytes of memory, which the shell sets for m4. */
  private static final String LIMITS = "ulimit -t \"$1\"; ulimit -v 1048576; exec \"$0\" -L 500 -";

  private M4Program() {}

  /** {@return where m4 is, if it is installed} */
  public static Optional<Path> find() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of(path.split(File.pathSeparator))
        .map(folder -> new File(folder, "m4"))
        .filter(file -> file.isAbsolute() && file.isFile() && file.canExecute())
        .map(File::toPath)
        .findFirst();
  }

  /**
   * Runs m4.
   *
   * @param program where it is
   * @param text what it reads
   * @param charset what the text is written in
   * @param seconds how long it may take
   */
  public static Rendering run(Path program, String text, Charset charset, int seconds)
      throws IOException {
    Path empty = java.nio.file.Files.createTempDirectory("m4-");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(
              "/bin/sh", "-c", LIMITS, program.toString(), Integer.toString(seconds));
      builder.directory(empty.toFile());
      builder.environment().clear();
      builder.environment().put("LC_ALL", "C");
      builder.environment().put("TMPDIR", empty.toString());
      return run(builder, (prelude() + text).getBytes(charset), charset, seconds);
    } finally {
      remove(empty);
    }
  }

  private static String prelude() {
    StringBuilder prelude = new StringBuilder();
    for (String name : TAKEN_AWAY) {
      prelude.append("ifdef(`").append(name).append("',`undefine(`").append(name).append("')')");
    }
    return prelude.append("define(`undivert',`')").toString();
  }

  private static Rendering run(ProcessBuilder builder, byte[] input, Charset charset, int seconds)
      throws IOException {
    Process process = builder.start();
    try {
      AtomicReference<byte[]> output = new AtomicReference<>(new byte[0]);
      AtomicReference<byte[]> complaints = new AtomicReference<>(new byte[0]);
      List<Thread> threads =
          List.of(
              Thread.startVirtualThread(() -> write(process.getOutputStream(), input)),
              Thread.startVirtualThread(
                  () -> output.set(read(process, process.getInputStream(), MOST_OUTPUT))),
              Thread.startVirtualThread(
                  () -> complaints.set(read(process, process.getErrorStream(), MOST_COMPLAINTS))));
      boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
      // Destroying one that has ended would close the pipes before all of them is read.
      if (!ended) {
        process.destroyForcibly();
      }
      for (Thread thread : threads) {
        thread.join();
      }
      if (!ended) {
        return new Rendering.Failed("m4 did not end within " + seconds + " seconds.");
      }
      return verdict(process, output.get(), complaints.get(), charset);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Rendering.Failed("The wait for m4 was interrupted.");
    } finally {
      process.destroyForcibly();
    }
  }

  private static Rendering verdict(
      Process process, byte[] output, byte[] complaints, Charset charset) {
    if (output.length > MOST_OUTPUT) {
      return new Rendering.Failed("m4 made more than " + MOST_OUTPUT + " bytes of the template.");
    }
    List<String> lines = new String(complaints, charset).lines().limit(20).toList();
    if (process.exitValue() != 0) {
      String first = lines.isEmpty() ? "status " + process.exitValue() : lines.getFirst();
      return new Rendering.Failed("m4 failed: " + first + ".");
    }
    return new Rendering.Done(new String(output, charset), lines);
  }

  private static void write(OutputStream out, byte[] input) {
    try (out) {
      out.write(input);
    } catch (IOException _) {
      // It ended before it read all; its status and its complaints say why.
    }
  }

  /** {@return what comes, and one byte more than most when it is too much; then all is over} */
  private static byte[] read(Process process, InputStream in, int most) {
    try (in) {
      byte[] bytes = in.readNBytes(most + 1);
      if (bytes.length > most) {
        process.destroyForcibly();
      }
      return bytes;
    } catch (IOException _) {
      return new byte[0];
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> left = java.nio.file.Files.list(folder)) {
      for (Path file : left.toList()) {
        java.nio.file.Files.deleteIfExists(file);
      }
    }
    java.nio.file.Files.deleteIfExists(folder);
  }
}
