package dev.opensipsmcp.mi.internal.http;

import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.mi.MiEndpoint;
import dev.opensipsmcp.mi.MiSettings;
import dev.opensipsmcp.mi.internal.channel.Answer;
import dev.opensipsmcp.mi.internal.channel.Channel;
import dev.opensipsmcp.mi.internal.channel.ChannelException;
import dev.opensipsmcp.mi.internal.channel.Resources;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/**
 * MI over HTTP. Every request has a fresh connection: on a kept one, real servers leave some
 * requests unanswered (recorded on 3.6 and 4.0). The status line decides; the body of an answer
 * other than 200 is never waited for, because it may never end.
 */
public final class HttpChannel implements Channel {
  /** What {@code httpd} takes since 3.6 unless its receive_buf_size is changed; recorded. */
  private static final int LIMIT_SINCE_3_6 = 1024;

  /**
   * Before 3.6 the web server library's memory for one connection rules: 3.4.18 takes 12000 bytes
   * and closes the connection at 16384.
   */
  private static final int LIMIT_BEFORE_3_6 = 12_000;

  private final String address;
  private final Connector connector;
  private final byte[] head;
  private final Optional<Integer> limit;
  private final Resources resources = new Resources();

  /**
   * Makes the channel; nothing is opened yet.
   *
   * @param endpoint the node
   * @param settings its limits
   */
  public HttpChannel(MiEndpoint.Http endpoint, MiSettings settings) {
    URI url = endpoint.url();
    boolean secure = "https".equalsIgnoreCase(url.getScheme());
    String host = url.getHost();
    int port = url.getPort() > 0 ? url.getPort() : secure ? 443 : 80;
    String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    Duration patience = settings.connectTimeout();
    Connector plain = () -> open(bare, port, patience);
    this.address = url.toString();
    this.connector =
        secure
            ? new TlsConnector(plain, bare, port, patience, endpoint.trustedCertificates())
            : plain;
    this.head = head(endpoint, host, port);
    this.limit = settings.httpBodyLimit();
  }

  private static Socket open(String host, int port, Duration patience) throws IOException {
    Socket socket = new Socket();
    try {
      socket.setTcpNoDelay(true);
      socket.connect(new InetSocketAddress(host, port), (int) patience.toMillis());
      return socket;
    } catch (IOException failed) {
      socket.close();
      throw failed;
    }
  }

  private static byte[] head(MiEndpoint.Http endpoint, String host, int port) {
    URI url = endpoint.url();
    String path = url.getRawPath().isEmpty() ? "/mi" : url.getRawPath();
    StringBuilder text = new StringBuilder(256);
    text.append("POST ").append(path);
    if (url.getRawQuery() != null) {
      text.append('?').append(url.getRawQuery());
    }
    text.append(" HTTP/1.1\r\nHost: ").append(host).append(':').append(port);
    text.append("\r\nContent-Type: application/json\r\nConnection: close\r\n");
    if (endpoint.credentials().isPresent()) {
      MiEndpoint.Credentials known = endpoint.credentials().get();
      byte[] pair = (known.user() + ':' + known.password()).getBytes(StandardCharsets.UTF_8);
      text.append("Authorization: Basic ").append(Base64.getEncoder().encodeToString(pair));
      text.append("\r\n");
    }
    text.append("Content-Length: ");
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  @Override
  public Answer ask(byte[] request, int id, Duration silence) throws ChannelException {
    Socket socket = connect();
    try {
      socket.getOutputStream().write(message(request));
      HttpInput in = new HttpInput(socket, silence);
      HttpHead answer = HttpHead.read(in);
      HttpFaults.judge(answer, address, request.length);
      return new HttpAnswer(resources, socket, answer.body(in));
    } catch (IOException failed) {
      resources.close(socket);
      throw HttpFaults.afterSending(failed, address);
    }
  }

  private Socket connect() throws ChannelException {
    try {
      return resources.add(connector.connect());
    } catch (IOException failed) {
      throw HttpFaults.beforeSending(failed, address);
    }
  }

  private byte[] message(byte[] request) {
    byte[] rest = (request.length + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
    byte[] message = new byte[head.length + rest.length + request.length];
    System.arraycopy(head, 0, message, 0, head.length);
    System.arraycopy(rest, 0, message, head.length, rest.length);
    System.arraycopy(request, 0, message, head.length + rest.length, request.length);
    return message;
  }

  @Override
  public int limit(Version version) {
    return limit.orElse(version.compareTo(Version.V3_6) >= 0 ? LIMIT_SINCE_3_6 : LIMIT_BEFORE_3_6);
  }

  @Override
  public String wayForLarge() {
    return "Reach this node over its datagram socket (module mi_datagram, up to 65457 bytes) or its"
        + " FIFO (module mi_fifo, up to about 4000 bytes), or raise httpd's buffer on the node and"
        + " this client's HTTP body limit with it.";
  }

  @Override
  public boolean datagrams() {
    return false;
  }

  @Override
  public String address() {
    return address;
  }

  @Override
  public void close() {
    resources.closeAll();
  }
}
