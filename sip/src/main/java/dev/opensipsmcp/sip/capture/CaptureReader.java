package dev.opensipsmcp.sip.capture;

import dev.opensipsmcp.sip.internal.capture.FileReading;
import dev.opensipsmcp.sip.trace.Found;
import dev.opensipsmcp.sip.trace.Watch;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Reads SIP messages out of a capture file: pcap or pcapng, compressed by gzip or not, of Ethernet,
 * Linux cooked, loopback and raw IP packets. Messages are found by what they say, on any port, in
 * UDP, TCP and WebSocket. Damage is told, and is never an error; memory does not grow with the
 * file.
 */
public final class CaptureReader {
  private CaptureReader() {}

  /**
   * {@return what the file was found to be, or why it can't be read}
   *
   * @param file the file
   * @param bounds how much is read
   * @param payloads opens what is wrapped around messages
   * @param watch hears of progress in bytes, and withdraws
   * @param listener hears of each message in the file's order; of a message in a TCP connection
   *     when its last segment is there
   */
  public static Found<CaptureReport> read(
      Path file,
      CaptureBounds bounds,
      Payloads payloads,
      Watch watch,
      Consumer<Sighting> listener) {
    return FileReading.read(file, bounds, payloads, watch, listener);
  }
}
