package dev.opensipsmcp.sip.internal.probe;

import dev.opensipsmcp.sip.probe.ProbeFailure;
import dev.opensipsmcp.sip.probe.ProbeFailure.Kind;
import dev.opensipsmcp.sip.probe.ProbeTarget;
import dev.opensipsmcp.sip.probe.ProbeTransport;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Locale;
import javax.net.ssl.SSLException;

/** Tells a person what an error of a socket means. */
public final class Failures {
  private static final int LONGEST = 200;

  private Failures() {}

  /** {@return what an error on the way to a target means} */
  public static ProbeFailure of(IOException error, ProbeTarget target) {
    String said = said(error);
    return switch (error) {
      case PortUnreachableException _ -> refused(target, "ICMP port unreachable");
      case NoRouteToHostException _ -> unreachable(target, said);
      case ConnectException _ when unreachable(said) -> unreachable(target, said);
      case ConnectException _ when said.toLowerCase(Locale.ROOT).contains("timed out") ->
          unconnected(target);
      case ConnectException _ -> refused(target, "connection refused");
      case SocketTimeoutException _ -> unconnected(target);
      case SSLException _ ->
          new ProbeFailure(
              Kind.NO_TLS,
              "No TLS with " + target + ": " + said,
              "Check with tls_check_handshake that the port speaks TLS, which versions it takes,"
                  + " and whether it wants a certificate of its peers.");
      case WebSocketRefused _ ->
          new ProbeFailure(
              Kind.NO_WEBSOCKET,
              "No WebSocket for SIP at " + target + ": " + said,
              "Check that proto_ws or proto_wss listens on that port, and the path.");
      default ->
          unreachable(said)
              ? unreachable(target, said)
              : new ProbeFailure(
                  Kind.CLOSED,
                  "The connection to " + target + " ended before an answer: " + said,
                  "Look into the server's log for what it disliked, and whether the port speaks "
                      + target.transport().name()
                      + ".");
    };
  }

  private static boolean unreachable(String said) {
    return said.toLowerCase(Locale.ROOT).contains("unreachable");
  }

  private static ProbeFailure refused(ProbeTarget target, String how) {
    return new ProbeFailure(
        Kind.REFUSED,
        "Nothing listens at " + target + " (" + how + ").",
        "Check that the server runs, and its socket lines for this address, port and transport.");
  }

  private static ProbeFailure unreachable(ProbeTarget target, String said) {
    return new ProbeFailure(
        Kind.UNREACHABLE,
        "There is no way to " + target + ": " + said,
        "Check routes and firewalls between this host and that one.");
  }

  private static ProbeFailure unconnected(ProbeTarget target) {
    return new ProbeFailure(
        Kind.TIMEOUT,
        "No connection to " + target + " came about in time.",
        "Check that the host is up and that no firewall drops packets on the way.");
  }

  /** {@return that this host could not send} */
  public static ProbeFailure notSent(ProbeTarget target, IOException error) {
    ProbeFailure failure = of(error, target);
    return failure.kind() == Kind.CLOSED && target.transport() == ProbeTransport.UDP
        ? new ProbeFailure(
            Kind.NOT_SENT,
            "Nothing could be sent to " + target + ": " + said(error),
            "Check this host's own network and firewall.")
        : failure;
  }

  /** {@return that nothing, or nothing that counts, came in time} */
  public static ProbeFailure late(
      ProbeTarget target, Duration timeout, int sent, boolean provisional, int strays) {
    String within = " within " + timeout.toMillis() + " ms";
    if (provisional) {
      return new ProbeFailure(
          Kind.PROVISIONAL_ONLY,
          target + " took the request, but gave no final answer" + within + ".",
          "The server waits for somebody behind it: look at its transactions and its next hop, or"
              + " give more time.");
    }
    if (strays > 0) {
      return new ProbeFailure(
          Kind.FOREIGN_ONLY,
          target + " sent something, but no answer to this request" + within + ".",
          "Look at the counts of late, foreign and garbage: a server that changes Via or CSeq, or"
              + " no SIP at all on that port.");
    }
    return new ProbeFailure(
        Kind.TIMEOUT,
        target + " did not answer" + within + "; the request was sent " + sent + " times.",
        "Check that the server runs and that no firewall drops packets; a script that ends without"
            + " a reply, or a ban of this host (pike, fail2ban), looks the same.");
  }

  /** {@return that a connection did not become ready in time} */
  public static ProbeFailure unready(ProbeTarget target, Duration timeout) {
    String within = " within " + timeout.toMillis() + " ms.";
    return switch (target.transport()) {
      case TLS, WSS ->
          new ProbeFailure(
              Kind.NO_TLS,
              "No TLS with " + target + " came about" + within,
              "Check with tls_check_handshake that the port speaks TLS, and that nothing filters it.");
      case WS ->
          new ProbeFailure(
              Kind.NO_WEBSOCKET,
              "No WebSocket at " + target + " came about" + within,
              "Check that proto_ws listens on that port, and that nothing filters it.");
      case UDP, TCP -> unconnected(target);
    };
  }

  /** {@return that the caller withdrew} */
  public static ProbeFailure stopped() {
    return new ProbeFailure(Kind.STOPPED, "The call was withdrawn.", "Call again when wanted.");
  }

  private static String said(IOException error) {
    String said = String.valueOf(error.getMessage());
    return said.length() <= LONGEST ? said : said.substring(0, LONGEST);
  }
}
