package dev.opensipsmcp.bench;

import dev.opensipsmcp.sip.capture.CaptureBounds;
import dev.opensipsmcp.sip.capture.CaptureFile;
import dev.opensipsmcp.sip.capture.CaptureWriter;
import dev.opensipsmcp.sip.file.AllowedDirectories;
import dev.opensipsmcp.sip.trace.CallSearch;
import dev.opensipsmcp.sip.trace.CallSummary;
import dev.opensipsmcp.sip.trace.CapturedMessage;
import dev.opensipsmcp.sip.trace.Found;
import dev.opensipsmcp.sip.trace.TimeWindow;
import dev.opensipsmcp.sip.trace.Transport;
import dev.opensipsmcp.sip.trace.Watch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Damages captures over UDP and TCP at random, by turned bits, parts taken out, doubled, exchanged
 * and cut off, and asks each for its calls and messages. An exception or a reading of more than ten
 * seconds ends it, and leaves the file.
 *
 * <p>Arguments: seconds (default 60), seed (default the time).
 */
public final class CaptureFuzz {
  private static final double PATIENCE = 10;

  private CaptureFuzz() {}

  /** Damages and reads until the time is over. */
  static void main(String... arguments) throws IOException {
    long seconds = arguments.length > 0 ? Long.parseLong(arguments[0]) : 60;
    long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.nanoTime();
    Path directory = Files.createTempDirectory("capture-fuzz");
    Path datagrams = directory.resolve("udp.pcap");
    CaptureMaker.make(datagrams, 200_000, 0.2);
    Path streams = directory.resolve("tcp.pcap");
    overTcp(datagrams, streams);
    byte[][] whole = {Files.readAllBytes(datagrams), Files.readAllBytes(streams)};
    Random random = new Random(seed);
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    long files = 0;
    long messages = 0;
    double longest = 0;
    Path file = directory.resolve("damaged-" + seed + ".pcap");
    while (System.nanoTime() - end < 0) {
      Files.write(file, damaged(whole[random.nextInt(2)], random));
      long start = System.nanoTime();
      messages += read(file);
      double took = (System.nanoTime() - start) / 1e9;
      longest = Math.max(longest, took);
      if (took > PATIENCE) {
        throw new IllegalStateException(file + " took " + took + " s");
      }
      files++;
    }
    for (Path left : List.of(file, datagrams, streams, directory)) {
      Files.delete(left);
    }
    System.out.printf(
        "seed %d: %d files, %d messages read from them, longest %.2f s%n",
        seed, files, messages, longest);
  }

  private static void overTcp(Path from, Path to) {
    List<CapturedMessage> messages =
        messages(new CaptureFile(from, CaptureBounds.USUAL)).stream()
            .map(one ->
                new CapturedMessage(
                    one.time(),
                    Transport.TCP,
                    one.source(),
                    one.destination(),
                    one.message(),
                    one.origin()))
            .toList();
    new CaptureWriter(new AllowedDirectories(List.of(to.toAbsolutePath().getParent())))
        .write(to, messages);
  }

  private static long read(Path file) {
    return messages(new CaptureFile(file, CaptureBounds.USUAL)).size();
  }

  private static List<CapturedMessage> messages(CaptureFile file) {
    return switch (file.list(CallSearch.of(TimeWindow.ALWAYS, 10_000), Watch.NONE)) {
      case Found.Failure<CaptureFile.Listing> _ -> List.of();
      case Found.Value<CaptureFile.Listing> calls -> {
        List<String> ids = calls.value().calls().stream().map(CallSummary::callId).toList();
        yield switch (file.messages(ids, TimeWindow.ALWAYS, Watch.NONE)) {
          case Found.Failure<List<CapturedMessage>> _ -> List.of();
          case Found.Value<List<CapturedMessage>> found -> found.value();
        };
      }
    };
  }

  private static byte[] damaged(byte[] whole, Random random) {
    byte[] bytes = whole.clone();
    int times = 1 + random.nextInt(8);
    for (int i = 0; i < times; i++) {
      int at = random.nextInt(bytes.length);
      int size = Math.min(random.nextInt(3_000), bytes.length - at);
      switch (random.nextInt(5)) {
        case 0 -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
        case 1 -> {
          byte[] shorter = Arrays.copyOf(bytes, bytes.length - size);
          System.arraycopy(bytes, at + size, shorter, at, bytes.length - at - size);
          bytes = shorter.length == 0 ? bytes : shorter;
        }
        case 2 -> System.arraycopy(bytes, at, bytes, random.nextInt(bytes.length - size + 1), size);
        case 3 -> {
          byte[] noise = new byte[size];
          random.nextBytes(noise);
          System.arraycopy(noise, 0, bytes, at, size);
        }
        default -> {
          for (int bit = 0; bit < 50; bit++) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
          }
        }
      }
    }
    return bytes;
  }
}
