package dev.opensipsmcp.sip.internal.capture;

import dev.opensipsmcp.sip.capture.CaptureBounds;
import dev.opensipsmcp.sip.capture.CaptureReport;
import dev.opensipsmcp.sip.capture.Payloads;
import dev.opensipsmcp.sip.capture.Sighting;
import dev.opensipsmcp.sip.trace.Found;
import dev.opensipsmcp.sip.trace.TraceError;
import dev.opensipsmcp.sip.trace.Watch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads a file from its beginning to its end or to a bound. */
public final class FileReading {
  private final Counts counts = new Counts();
  private final Damages damages = new Damages();
  private final Meter meter;
  private final PacketReader packets;

  private FileReading(Meter meter, Payloads payloads, Consumer<Sighting> listener) {
    this.meter = meter;
    Messages messages = new Messages(counts, listener);
    this.packets =
        new PacketReader(
            counts, new Datagrams(payloads, messages), new TcpStreams(counts, messages, payloads));
  }

  /** {@return what the file was found to be, or why it can't be read} */
  public static Found<CaptureReport> read(
      Path file,
      CaptureBounds bounds,
      Payloads payloads,
      Watch watch,
      Consumer<Sighting> listener) {
    try {
      if (!Files.isRegularFile(file)) {
        return failure(
            TraceError.Kind.NOT_FOUND,
            "There is no capture file " + file + ".",
            "Give the path of a file that exists.");
      }
      Meter meter = new Meter(bounds, watch, Files.size(file));
      return new FileReading(meter, payloads, listener).read(file);
    } catch (IOException e) {
      return failure(
          TraceError.Kind.UNREADABLE,
          file + " can't be read: " + e.getMessage(),
          "Look at the file and at who may read it.");
    }
  }

  private static Found<CaptureReport> failure(TraceError.Kind kind, String cause, String next) {
    return new Found.Failure<>(new TraceError(kind, cause, next));
  }

  private Found<CaptureReport> read(Path file) throws IOException {
    try (ByteWindow window = ByteWindow.open(file, meter, damages)) {
      Optional<Frames> frames = PcapFrames.open(window, damages);
      if (frames.isEmpty()) {
        frames = PcapngFrames.open(window, damages);
      }
      if (frames.isEmpty()) {
        return meter.ended() == CaptureReport.Ended.WHOLE
            ? failure(
                TraceError.Kind.WRONG_ANSWER,
                file + " is no capture: it begins neither as pcap nor as pcapng does.",
                "Give a file that tcpdump, dumpcap, sngrep or Wireshark wrote.")
            : failure(TraceError.Kind.CANCELLED, "Reading ended before it began.", "Try it again.");
      }
      Frame frame = new Frame();
      while (meter.packet(counts.packets) && frames.get().next(frame)) {
        counts.packet(frame);
        packets.frame(window.bytes(), frame);
      }
      packets.end();
      return new Found.Value<>(report(frames.get().format(), window));
    }
  }

  private CaptureReport report(String format, ByteWindow window) {
    boolean any = counts.packets > 0;
    return new CaptureReport(
        format,
        window.compressed(),
        counts.linkTypes(),
        window.position(),
        counts.packets,
        counts.messages(),
        any ? Optional.of(Sighting.instant(counts.first)) : Optional.<Instant>empty(),
        any ? Optional.of(Sighting.instant(counts.last)) : Optional.<Instant>empty(),
        counts.traffic(),
        damages.first(),
        damages.count(),
        damages.skipped(),
        meter.ended());
  }
}
