package dev.opensipsmcp.sip.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.sip.internal.capture.HepPayloads;
import dev.opensipsmcp.sip.trace.CapturedMessage;
import dev.opensipsmcp.sip.trace.Found;
import dev.opensipsmcp.sip.trace.Watch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a reader made of a file.
 *
 * @param messages all messages, in the file's order
 * @param report what it says of the file
 */
record Reads(List<CapturedMessage> messages, CaptureReport report) {

  /** {@return what is read of these bytes} */
  static Reads of(byte[] bytes) {
    try {
      Path file = Files.createTempFile("reads", ".pcap");
      try {
        Files.write(file, bytes);
        List<CapturedMessage> messages = new ArrayList<>();
        Found<CaptureReport> found =
            CaptureReader.read(
                file,
                CaptureBounds.USUAL,
                new HepPayloads(),
                Watch.NONE,
                seen -> messages.add(seen.captured("test")));
        assertThat(found).isInstanceOf(Found.Value.class);
        return new Reads(messages, ((Found.Value<CaptureReport>) found).value());
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> callIds() {
    return messages.stream().map(one -> one.message().callId().orElse("")).toList();
  }
}
