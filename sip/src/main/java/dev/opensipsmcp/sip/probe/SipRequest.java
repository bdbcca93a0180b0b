package dev.opensipsmcp.sip.probe;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A request without a body (RFC 3261 section 8.1.1), but for its Via, which each sending makes.
 *
 * @param method the method; neither INVITE nor ACK, which have transactions of another kind
 * @param uri the Request-URI
 * @param from the URI of From
 * @param to the URI of To
 * @param callId the Call-ID
 * @param tag the tag of From
 * @param cseq the number of CSeq
 * @param headers further lines
 */
public record SipRequest(
    String method,
    String uri,
    String from,
    String to,
    String callId,
    String tag,
    int cseq,
    List<String> headers) {
  public SipRequest {
    headers = List.copyOf(headers);
    if (method.equals("INVITE") || method.equals("ACK")) {
      throw new IllegalArgumentException("A probe makes no call");
    }
    for (String part : List.of(method, uri, from, to, callId, tag)) {
      if (part.isEmpty() || part.chars().anyMatch(c -> c <= ' ' || c == '<' || c == '>')) {
        throw new IllegalArgumentException("Blanks and angle brackets would end a header's value");
      }
    }
    for (String line : headers) {
      if (line.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
        throw new IllegalArgumentException("A header is one line");
      }
    }
  }

  /** {@return a new request with Call-ID and tag of its own} */
  public static SipRequest of(String method, String uri, String from, String to) {
    return new SipRequest(
        method,
        uri,
        from,
        to,
        RandomWords.word() + "@opensips-mcp.invalid",
        RandomWords.word(),
        1,
        List.of());
  }

  /** {@return this with these further lines} */
  public SipRequest with(List<String> lines) {
    return new SipRequest(method, uri, from, to, callId, tag, cseq, lines);
  }

  /** {@return the next request of the same Call-ID, with these further lines} */
  public SipRequest next(List<String> lines) {
    return new SipRequest(method, uri, from, to, callId, tag, cseq + 1, lines);
  }

  /**
   * {@return the request as it is sent}
   *
   * @param transport what it goes over
   * @param local host and port that it comes from
   * @param branch the transaction's branch
   */
  byte[] bytes(ProbeTransport transport, String local, String branch) {
    StringBuilder text =
        new StringBuilder(512)
            .append(method + ' ' + uri + " SIP/2.0\r\n")
            .append("Via: SIP/2.0/" + transport.name() + ' ' + local)
            .append(";rport;branch=" + branch + "\r\n")
            .append("Max-Forwards: 70\r\n")
            .append("From: <" + from + ">;tag=" + tag + "\r\n")
            .append("To: <" + to + ">\r\n")
            .append("Call-ID: " + callId + "\r\n")
            .append("CSeq: " + cseq + ' ' + method + "\r\n")
            .append("User-Agent: opensips-mcp\r\n");
    headers.forEach(line -> text.append(line).append("\r\n"));
    return text.append("Content-Length: 0\r\n\r\n").toString().getBytes(StandardCharsets.UTF_8);
  }
}
