package dev.opensipsmcp.server.toolset.evidence;

import dev.opensipsmcp.server.tool.Attachment;
import dev.opensipsmcp.sip.capture.CaptureBounds;
import dev.opensipsmcp.sip.capture.CaptureFile;
import dev.opensipsmcp.sip.capture.CaptureReport.Ended;
import dev.opensipsmcp.sip.capture.PcapBytes;
import dev.opensipsmcp.sip.message.SipParser;
import dev.opensipsmcp.sip.trace.CapturedMessage;
import dev.opensipsmcp.sip.trace.Found;
import dev.opensipsmcp.sip.trace.TimeWindow;
import dev.opensipsmcp.sip.trace.TraceError;
import dev.opensipsmcp.sip.trace.Watch;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** A pcap in memory whose messages are without secrets: what leaves this server as bytes. */
public final class BlankedPcap {
  private static final int MOST_MESSAGES = 10_000;
  private static final CaptureBounds FEW =
      new CaptureBounds(
          64L << 20,
          Long.MAX_VALUE,
          Duration.ofSeconds(30),
          16,
          MOST_MESSAGES + 1,
          2L * Attachment.MOST_BYTES);

  private final byte[] bytes;
  private final int messages;

  private BlankedPcap(byte[] bytes, int messages) {
    this.bytes = bytes;
    this.messages = messages;
  }

  /** {@return a pcap of these messages} */
  public static BlankedPcap of(List<CapturedMessage> messages) {
    return new BlankedPcap(
        PcapBytes.of(messages.stream().map(BlankedPcap::clean).toList()), messages.size());
  }

  /**
   * {@return a pcap of all SIP messages of a capture file} One with more than may be read through
   * this server is a failure that says how to get it.
   *
   * @param file the file
   * @param watch hears of progress, and withdraws
   */
  public static Found<BlankedPcap> of(Path file, Watch watch) {
    // Every SIP message has its version in the first line (RFC 3261, section 7).
    return switch (new CaptureFile(file, FEW).containing("SIP/2.0", TimeWindow.ALWAYS, watch)) {
      case Found.Failure<CaptureFile.Selection>(TraceError error) -> new Found.Failure<>(error);
      case Found.Value<CaptureFile.Selection>(var selection, var notes) -> {
        List<CapturedMessage> all = selection.messages();
        long raw = all.stream().mapToLong(one -> one.message().bytes().length).sum();
        if (selection.report().ended() != Ended.WHOLE
            || all.size() > MOST_MESSAGES
            || raw > Attachment.MOST_BYTES) {
          yield tooLarge(file);
        }
        BlankedPcap pcap = of(all);
        yield pcap.size() > Attachment.MOST_BYTES ? tooLarge(file) : new Found.Value<>(pcap, notes);
      }
    };
  }

  private static Found<BlankedPcap> tooLarge(Path file) {
    return new Found.Failure<>(
        new TraceError(
            TraceError.Kind.TOO_LARGE,
            file + " has more than the " + Attachment.MOST_BYTES + " bytes that one read carries.",
            "Copy " + file + " from the server's host, or export single calls of it."));
  }

  private static CapturedMessage clean(CapturedMessage message) {
    byte[] text = MessageText.of(message.message().bytes()).getBytes(StandardCharsets.UTF_8);
    return new CapturedMessage(
        message.time(),
        message.transport(),
        message.source(),
        message.destination(),
        SipParser.parse(text),
        message.origin());
  }

  /** {@return how many bytes it has} */
  public int size() {
    return bytes.length;
  }

  /** {@return how many messages it has} */
  public int messages() {
    return messages;
  }

  /** {@return how many packets it has} Counts the records of the little-endian pcap. */
  public int packets() {
    int packets = 0;
    int at = 24;
    while (at + 16 <= bytes.length) {
      int length =
          (bytes[at + 8] & 0xFF)
              | (bytes[at + 9] & 0xFF) << 8
              | (bytes[at + 10] & 0xFF) << 16
              | (bytes[at + 11] & 0xFF) << 24;
      at += 16 + length;
      packets++;
    }
    return packets;
  }

  /** {@return its hash, hexadecimal} */
  public String sha256() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** {@return its bytes in base64} */
  public String base64() {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /**
   * {@return it as what an answer links to}
   *
   * @param uri the resource that brings it, if one does
   * @param name its name, as that of a file
   * @param inline the member of the answer that holds it where there is room
   */
  public Attachment attachment(Optional<String> uri, String name, Optional<String> inline) {
    boolean readable = bytes.length <= Attachment.MOST_BYTES;
    return new Attachment(
        uri,
        name,
        packets()
            + " packets, "
            + bytes.length
            + " bytes, secrets blanked"
            + (readable ? "." : "; too large to be read here, write it by output_file."),
        PcapLink.MIME_TYPE,
        bytes.length,
        sha256(),
        packets(),
        readable ? Optional.of(base64()) : Optional.empty(),
        inline);
  }
}
