package dev.opensipsmcp.sip.internal.homer;

import dev.opensipsmcp.sip.message.SipMessage;
import dev.opensipsmcp.sip.message.SipParser;
import dev.opensipsmcp.sip.message.Via;
import dev.opensipsmcp.sip.trace.CallSearch;
import dev.opensipsmcp.sip.trace.CapturedMessage;
import dev.opensipsmcp.sip.trace.Endpoint;
import dev.opensipsmcp.sip.trace.Transport;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * A row of a server, as far as both generations have it.
 *
 * @param callId the session, which is a SIP message's Call-ID
 * @param time when it was seen
 * @param source where it came from
 * @param destination where it went
 * @param protocol the IP protocol; 0 where it is not said
 * @param type the HEP payload type; 1 is SIP
 * @param method a request's method, or a response's status
 * @param cseq the method of CSeq
 * @param fromUser the user part of From
 * @param toUsers the user parts of To and of the Request-URI
 * @param agent who saw it
 * @param correlation the session that its agent says it belongs to
 * @param raw what was captured; empty where the row does not have it
 */
record SipRow(
    String callId,
    Instant time,
    Endpoint source,
    Endpoint destination,
    int protocol,
    int type,
    String method,
    String cseq,
    String fromUser,
    List<String> toUsers,
    String agent,
    String correlation,
    String raw) {

  /** {@return the row's status, or 0 for a request} */
  int code() {
    return method.length() == 3 && method.chars().allMatch(c -> c >= '0' && c <= '9')
        ? Integer.parseInt(method)
        : 0;
  }

  boolean request() {
    return code() == 0 && !method.isEmpty();
  }

  /** {@return what is asked of the row, whether or not the server kept to it} */
  boolean fits(CallSearch search) {
    return search.window().contains(time)
        && search.callId().map(callId::equals).orElse(true)
        && search.fromUser().map(fromUser::equals).orElse(true)
        && search.toUser().map(toUsers::contains).orElse(true)
        && search.address().map(this::touches).orElse(true)
        && search.method().map(wanted -> wanted.equals(cseq) || wanted.equals(method)).orElse(true)
        && (search.code().isEmpty() || search.code().getAsInt() == code());
  }

  private boolean touches(String address) {
    String wanted = Ends.shortest(address);
    return wanted.equals(source.address()) || wanted.equals(destination.address());
  }

  /** {@return the message that the row keeps} */
  CapturedMessage captured() {
    SipMessage message = SipParser.parse(raw.getBytes(StandardCharsets.UTF_8));
    return new CapturedMessage(time, transport(message), source, destination, message, agent);
  }

  /** A tracer says TCP of what it saw decrypted; the topmost Via says what carried it. */
  private Transport transport(SipMessage message) {
    return switch (protocol) {
      case 17 -> Transport.UDP;
      case 132 -> Transport.SCTP;
      case 6 -> {
        List<Via> vias = message.vias();
        yield switch (vias.isEmpty() ? "" : vias.getFirst().transport()) {
          case "TLS" -> Transport.TLS;
          case "WS" -> Transport.WS;
          case "WSS" -> Transport.WSS;
          default -> Transport.TCP;
        };
      }
      default -> Transport.UNKNOWN;
    };
  }
}
