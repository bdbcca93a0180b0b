package dev.opensipsmcp.sip.ladder;

import dev.opensipsmcp.sip.message.SipParser;
import dev.opensipsmcp.sip.trace.CapturedMessage;
import dev.opensipsmcp.sip.trace.Endpoint;
import dev.opensipsmcp.sip.trace.Transport;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes down messages as they pass, the way a capture does. */
final class Wire {
  static final Instant BEGIN = Instant.parse("2026-11-20T09:14:03.250Z");

  final List<CapturedMessage> messages = new ArrayList<>();
  Transport transport = Transport.UDP;
  String origin = "sample.pcap";

  /** A message passes, so many milliseconds after the beginning. */
  Wire at(int millis, String source, String destination, String... lines) {
    messages.add(message(millis, source, destination, lines));
    return this;
  }

  /** The message of that number passes again. */
  Wire again(int millis, int number) {
    CapturedMessage first = messages.get(number - 1);
    messages.add(
        new CapturedMessage(
            BEGIN.plusMillis(millis),
            first.transport(),
            first.source(),
            first.destination(),
            first.message(),
            first.origin()));
    return this;
  }

  private CapturedMessage message(int millis, String source, String destination, String... lines) {
    StringBuilder head = new StringBuilder();
    StringBuilder body = new StringBuilder();
    boolean inBody = false;
    for (String line : lines) {
      inBody |= line.startsWith("v=0");
      (inBody ? body : head).append(line).append("\r\n");
    }
    if (!body.isEmpty()) {
      head.append("Content-Type: application/sdp\r\n");
    }
    head.append("Content-Length: ").append(body.length()).append("\r\n\r\n").append(body);
    return new CapturedMessage(
        BEGIN.plusMillis(millis),
        transport,
        end(source),
        end(destination),
        SipParser.parse(head.toString().getBytes(StandardCharsets.UTF_8)),
        origin);
  }

  static Endpoint end(String text) {
    int colon = text.lastIndexOf(':');
    return new Endpoint(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
  }

  /** The lines of an SDP offer or answer of one audio stream. */
  static String[] sdp(String session, String address, int port, String... attributes) {
    List<String> lines = new ArrayList<>();
    lines.add("v=0");
    lines.add("o=- " + session + " 1 IN IP4 " + address);
    lines.add("s=call");
    lines.add("c=IN IP4 " + address);
    lines.add("t=0 0");
    lines.add("m=audio " + port + " RTP/AVP 8 0 101");
    lines.add("a=rtpmap:101 telephone-event/8000");
    lines.addAll(List.of(attributes));
    return lines.toArray(String[]::new);
  }

  /** The lines of both, one after the other. */
  static String[] with(String[] lines, String... more) {
    List<String> all = new ArrayList<>(List.of(lines));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }
}
