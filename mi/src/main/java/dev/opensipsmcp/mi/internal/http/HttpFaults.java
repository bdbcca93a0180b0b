package dev.opensipsmcp.mi.internal.http;

import dev.opensipsmcp.mi.internal.channel.ChannelException;
import dev.opensipsmcp.mi.internal.channel.ChannelException.Reach;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;

/** Says in words what failed on the way to a node over HTTP, and how far the request came. */
final class HttpFaults {
  private static final String CHECK_URL =
      "Check the URL: MI answers at http://HOST:PORT/mi, where PORT is httpd's and mi is mi_http's"
          + " root.";

  private HttpFaults() {}

  static ChannelException beforeSending(IOException failed, String address) {
    return switch (failed) {
      case ChannelException known -> known;
      case ConnectException refused when refused(refused) ->
          new ChannelException(
              Reach.REFUSED,
              address + " refused the connection",
              "Check that OpenSIPS runs with httpd and mi_http loaded, and listens at that port.");
      case SocketTimeoutException late ->
          new ChannelException(
              Reach.NOT_SENT,
              address + " did not accept a connection in time",
              "Check the host, the port and the firewalls between.");
      case UnknownHostException unknown ->
          new ChannelException(
              Reach.NOT_SENT,
              "No address is known for the host of " + address,
              "Check the host's name.");
      case SSLException tls -> tls(tls, address);
      default ->
          new ChannelException(
              Reach.NOT_SENT,
              address + " can't be reached: " + failed.getMessage(),
              "Check the host, the port and the network.");
    };
  }

  private static boolean refused(ConnectException failed) {
    return String.valueOf(failed.getMessage()).contains("refused");
  }

  private static ChannelException tls(SSLException failed, String address) {
    String refusal = "";
    for (Throwable at = failed; at != null; at = at.getCause()) {
      if (at instanceof CertPathBuilderException) {
        return new ChannelException(
            Reach.NOT_SENT,
            "The certificate of " + address + " is not from a trusted authority",
            "Give the authority's certificate as a PEM file, or have the node use a trusted one.");
      }
      if (at instanceof CertificateException) {
        refusal = String.valueOf(at.getMessage());
      }
    }
    if (!refusal.isEmpty()) {
      return new ChannelException(
          Reach.NOT_SENT,
          "The certificate of " + address + " is not accepted: " + refusal,
          "Use the host name that the certificate names, or renew the certificate.");
    }
    return new ChannelException(
        Reach.NOT_SENT,
        "TLS with " + address + " failed: " + failed.getMessage(),
        "Check that the port speaks HTTPS; plain HTTP needs an http:// URL.");
  }

  static ChannelException afterSending(IOException failed, String address) {
    return switch (failed) {
      case ChannelException known -> known;
      case SocketTimeoutException late ->
          new ChannelException(Reach.SILENT, address + " sent no answer in time", "");
      case NotHttpException other ->
          new ChannelException(
              Reach.FOREIGN,
              address + " does not speak HTTP: " + line(String.valueOf(other.getMessage())),
              CHECK_URL);
      default ->
          new ChannelException(
              Reach.BROKEN,
              address + " ended the connection without an answer: " + failed.getMessage(),
              "");
    };
  }

  /** Throws unless the answer carries a result or an error of JSON-RPC. */
  static void judge(HttpHead head, String address, int sent) throws ChannelException {
    int status = head.status();
    if (status == 200) {
      return;
    }
    String seen = address + " answered " + head.statusText();
    if (status < 300 || status >= 500) {
      throw new ChannelException(
          Reach.UNSURE, seen + " and no result", "Look at the node's log, then ask again.");
    }
    if (status < 400) {
      String target = head.location().isEmpty() ? "another URL" : head.location();
      throw new ChannelException(
          Reach.FOREIGN, seen + ", a redirection to " + line(target), "Use the final URL.");
    }
    throw new ChannelException(Reach.FOREIGN, seen, advice(head, sent));
  }

  private static String advice(HttpHead head, int sent) {
    return switch (head.status()) {
      case 401, 403 ->
          "Give the user and the password that httpd's auth_username and auth_password ask for"
              + " (4.0), or those of the proxy before it.";
      case 400 -> head.html() ? CHECK_URL : tooLong(sent);
      default -> CHECK_URL;
    };
  }

  private static String tooLong(int sent) {
    return "httpd refuses bodies longer than its buffer, since 3.6 1024 bytes by default; this one"
        + " had "
        + sent
        + ": use the datagram socket, or check the URL.";
  }

  private static String line(String text) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < text.length() && i < 80; i++) {
      char c = text.charAt(i);
      line.append(c < ' ' || c > '~' ? '.' : c);
    }
    return line.toString();
  }
}
