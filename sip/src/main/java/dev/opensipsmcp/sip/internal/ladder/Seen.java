package dev.opensipsmcp.sip.internal.ladder;

import dev.opensipsmcp.sip.message.CSeq;
import dev.opensipsmcp.sip.message.NameAddr;
import dev.opensipsmcp.sip.message.SipMessage;
import dev.opensipsmcp.sip.message.StartLine;
import dev.opensipsmcp.sip.message.Via;
import dev.opensipsmcp.sip.trace.CapturedMessage;
import dev.opensipsmcp.sip.trace.Endpoint;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A message with what is asked of it again and again.
 *
 * @param number its number, from 1
 * @param captured the message
 * @param origins the capture points that saw it
 * @param copies how often it was captured
 * @param repeats the number of the message that it sends again, or 0
 * @param callId its Call-ID, or empty
 * @param request whether it is a request
 * @param method the request's method, or the one of CSeq
 * @param code the status, or 0
 * @param cseq the number of CSeq, or -1
 * @param from what From says, if it can be read
 * @param to what To says, if it can be read
 * @param vias its hops, topmost first
 */
record Seen(
    int number,
    CapturedMessage captured,
    List<String> origins,
    int copies,
    int repeats,
    String callId,
    boolean request,
    String method,
    int code,
    long cseq,
    Optional<NameAddr> from,
    Optional<NameAddr> to,
    List<Via> vias) {

  static Seen of(
      int number, CapturedMessage captured, List<String> origins, int copies, int repeats) {
    SipMessage message = captured.message();
    Optional<CSeq> cseq = message.cseq();
    StartLine start = message.start();
    return new Seen(
        number,
        captured,
        origins,
        copies,
        repeats,
        message.callId().orElse(""),
        start instanceof StartLine.Request,
        start instanceof StartLine.Request request
            ? request.method()
            : cseq.map(CSeq::method).orElse(""),
        start instanceof StartLine.Status status ? status.code() : 0,
        cseq.map(CSeq::number).orElse(-1L),
        message.from(),
        message.to(),
        message.vias());
  }

  SipMessage message() {
    return captured.message();
  }

  Instant time() {
    return captured.time();
  }

  Endpoint source() {
    return captured.source();
  }

  Endpoint destination() {
    return captured.destination();
  }

  String fromTag() {
    return from.flatMap(NameAddr::tag).orElse("");
  }

  String toTag() {
    return to.flatMap(NameAddr::tag).orElse("");
  }

  String branch() {
    return vias.isEmpty() ? "" : vias.getFirst().branch().orElse("");
  }

  boolean isRepeat() {
    return repeats > 0;
  }

  boolean isFirstRequest(String wanted) {
    return request && repeats == 0 && method.equals(wanted);
  }

  boolean isFinal() {
    return code >= 200;
  }
}
