package dev.opensipsmcp.sip.homer;

import dev.opensipsmcp.lab.homer.HomerLab;
import dev.opensipsmcp.lab.homer.HomerLabSettings;
import dev.opensipsmcp.lab.homer.HomerPacket;
import dev.opensipsmcp.sip.trace.Found;
import dev.opensipsmcp.sip.trace.TimeWindow;
import dev.opensipsmcp.sip.trace.TraceError;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Calls for a server to keep, and a client to ask it with. */
final class Traffic {
  static final Instant NOON = Instant.parse("2026-11-20T12:00:00.250Z");
  static final TimeWindow HOUR = new TimeWindow(NOON.minusSeconds(60), NOON.plusSeconds(3_540));
  static final String ALICE = "192.0.2.10:5060";
  static final String PROXY = "198.51.100.1:5060";
  static final String BOB = "203.0.113.20:5070";

  private Traffic() {}

  static String request(String method, String callId, String from, String to, int cseq) {
    return method
        + " sip:"
        + to
        + "@example.com SIP/2.0\r\nVia: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK-"
        + callId
        + cseq
        + "\r\nFrom: <sip:"
        + from
        + "@example.com>;tag=a\r\nTo: <sip:"
        + to
        + "@example.com>\r\nCall-ID: "
        + callId
        + "\r\nCSeq: "
        + cseq
        + " "
        + method
        + "\r\nContent-Length: 0\r\n\r\n";
  }

  static String response(int code, String method, String callId, String from, String to, int cseq) {
    return request(method, callId, from, to, cseq)
        .replaceFirst("^[^\r]*", "SIP/2.0 " + code + " Reason");
  }

  /** A call that is refused with a status: INVITE, 100, the status, ACK. */
  static void refused(HomerLab lab, String callId, String from, String to, Instant at, int code) {
    lab.keep(HomerPacket.sip(at, ALICE, PROXY, request("INVITE", callId, from, to, 1)));
    lab.keep(
        HomerPacket.sip(
            at.plusMillis(1), PROXY, ALICE, response(100, "INVITE", callId, from, to, 1)));
    lab.keep(
        HomerPacket.sip(
            at.plusMillis(90), PROXY, ALICE, response(code, "INVITE", callId, from, to, 1)));
    lab.keep(HomerPacket.sip(at.plusMillis(95), ALICE, PROXY, request("ACK", callId, from, to, 1)));
  }

  static HomerAccess access(HomerLab lab) {
    return access(lab, new HomerAccess.Login("admin", "sipcapture"));
  }

  static HomerAccess access(HomerLab lab, HomerAccess.Credentials credentials) {
    return new HomerAccess(
        lab.url(),
        HomerAccess.Api.AUTO,
        credentials,
        Optional.empty(),
        Duration.ofSeconds(20),
        1 << 20);
  }

  static HomerLab lab(HomerLabSettings.Generation generation) {
    return HomerLab.start(HomerLabSettings.of(generation));
  }

  static <T> T value(Found<T> found) {
    return switch (found) {
      case Found.Value<T>(T value, List<String> _) -> value;
      case Found.Failure<T>(TraceError error) -> throw new AssertionError(error.toString());
    };
  }

  static <T> List<String> notes(Found<T> found) {
    return switch (found) {
      case Found.Value<T>(_, List<String> notes) -> notes;
      case Found.Failure<T>(TraceError error) -> throw new AssertionError(error.toString());
    };
  }

  static <T> TraceError error(Found<T> found) {
    return switch (found) {
      case Found.Value<T>(T value, _) -> throw new AssertionError("It answered " + value);
      case Found.Failure<T>(TraceError error) -> error;
    };
  }
}
