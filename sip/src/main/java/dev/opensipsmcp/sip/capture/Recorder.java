package dev.opensipsmcp.sip.capture;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.ObjLongConsumer;

/**
 * Runs tcpdump or dumpcap for a bounded time. The program writes into a pipe and this server into
 * the file, so that the file's size, name and rights are this server's, whatever the program does.
 *
 * @param program the program
 */
public record Recorder(Path program) {
  private static final int MOST_WORDS = 4_096;
  private static final Duration LOOK = Duration.ofMillis(200);
  private static final Duration GRACE = Duration.ofSeconds(3);

  /**
   * What to record.
   *
   * @param device the interface
   * @param filter in pcap's language
   * @param time how long at most
   * @param packets packets at most
   * @param bytes bytes of the file at most
   */
  public record Order(String device, String filter, Duration time, long packets, long bytes) {}

  /** What came of it. */
  public sealed interface Result {
    /**
     * There is a file.
     *
     * @param packets packets in it
     * @param bytes its size
     * @param ended what ended it: time, packets, bytes, withdrawn or program
     * @param said the program's own words
     */
    record Done(long packets, long bytes, String ended, String said) implements Result {}

    /**
     * There is none.
     *
     * @param reason one sentence, with the program's own words
     */
    record Failed(String reason) implements Result {}
  }

  /** {@return the command that records into its standard output} */
  public List<String> command(Order order) {
    List<String> command = new ArrayList<>(List.of(program.toString(), "-i", order.device()));
    if (String.valueOf(program.getFileName()).contains("dumpcap")) {
      command.addAll(List.of("-q", "-P", "-w", "-", "-f", order.filter()));
    } else {
      command.addAll(List.of("-n", "-U", "-s", "0", "-w", "-", order.filter()));
    }
    return command;
  }

  /**
   * Records into a new file.
   *
   * @param file the file, which must not exist
   * @param withdrawn tells whether to end early
   * @param watch hears of packets and seconds
   */
  public Result run(
      Order order, Path file, BooleanSupplier withdrawn, ObjLongConsumer<Long> watch) {
    ProcessBuilder builder = new ProcessBuilder(command(order));
    builder.environment().clear();
    builder.environment().put("LC_ALL", "C");
    builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      return new Result.Failed(program + " could not be run: " + e.getMessage());
    }
    try {
      return recorded(process, order, file, withdrawn, watch);
    } finally {
      process.destroyForcibly();
    }
  }

  private Result recorded(
      Process process,
      Order order,
      Path file,
      BooleanSupplier withdrawn,
      ObjLongConsumer<Long> watch) {
    PacketCopy copy = new PacketCopy(order.packets(), order.bytes());
    Said said = new Said(process.getErrorStream());
    Writing writing = new Writing(process.getInputStream(), file, copy);
    Thread errors = Thread.ofVirtual().start(said);
    Thread writer = Thread.ofVirtual().start(writing);
    try {
      String ended = ended(writer, order, withdrawn, copy, watch);
      process.destroy();
      if (!process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
      writer.join();
      errors.join(GRACE);
      return result(file, writing, copy, ended, said.text());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Result.Failed("The recording was broken off; what came is in " + file + ".");
    }
  }

  private static String ended(
      Thread writer,
      Order order,
      BooleanSupplier withdrawn,
      PacketCopy copy,
      ObjLongConsumer<Long> watch)
      throws InterruptedException {
    long start = System.nanoTime();
    long told = -1;
    while (true) {
      Duration run = Duration.ofNanos(System.nanoTime() - start);
      if (run.compareTo(order.time()) >= 0) {
        return "time";
      }
      if (withdrawn.getAsBoolean()) {
        return "withdrawn";
      }
      if (writer.join(LOOK)) {
        return "";
      }
      if (run.toSeconds() != told) {
        told = run.toSeconds();
        watch.accept(copy.packets(), told);
      }
    }
  }

  private static Result result(
      Path file, Writing writing, PacketCopy copy, String ended, String said) {
    if (!writing.failure().isEmpty()) {
      return new Result.Failed(writing.failure());
    }
    String by =
        switch (writing.end()) {
          case PACKETS -> "packets";
          case BYTES -> "bytes";
          case NO_PCAP, SOURCE -> ended.isEmpty() ? "program" : ended;
        };
    if (copy.bytes() > 0 && writing.end() != PacketCopy.End.NO_PCAP) {
      return new Result.Done(copy.packets(), copy.bytes(), by, said);
    }
    remove(file);
    return new Result.Failed("The program recorded nothing. It said: " + said);
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException _) {
      // An empty file does no harm.
    }
  }

  /** Keeps the first of what the program says, and reads on so that it is not held up. */
  private static final class Said implements Runnable {
    private final InputStream from;
    private volatile String text = "";

    Said(InputStream from) {
      this.from = from;
    }

    @Override
    public void run() {
      try (from) {
        text =
            new String(from.readNBytes(MOST_WORDS), StandardCharsets.UTF_8)
                .strip()
                .replaceAll("\\s*\\R\\s*", "; ");
        from.transferTo(OutputStream.nullOutputStream());
      } catch (IOException _) {
        // The program was ended; what it said until then is kept.
      }
    }

    String text() {
      return text;
    }
  }

  /** Writes the file. */
  private static final class Writing implements Runnable {
    private final InputStream from;
    private final Path file;
    private final PacketCopy copy;
    private volatile PacketCopy.End end = PacketCopy.End.SOURCE;
    private volatile String failure = "";

    Writing(InputStream from, Path file, PacketCopy copy) {
      this.from = from;
      this.file = file;
      this.copy = copy;
    }

    @Override
    public void run() {
      FileAttribute<?> owner =
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
      Set<OpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      try (InputStream in = from;
          FileChannel channel = FileChannel.open(file, options, owner);
          OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16)) {
        end = copy.run(in, out);
      } catch (IOException | UnsupportedOperationException e) {
        failure = file + " could not be written: " + e;
      }
    }

    PacketCopy.End end() {
      return end;
    }

    String failure() {
      return failure;
    }
  }
}
