package dev.opensipsmcp.mi;

import dev.opensipsmcp.mi.internal.check.EndpointParser;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Where and how a node's MI is reached. */
public sealed interface MiEndpoint {

  /**
   * JSON-RPC over HTTP or HTTPS (modules {@code httpd} and {@code mi_http}).
   *
   * @param url for example {@code http://127.0.0.1:8888/mi}
   * @param credentials basic authentication, which a 4.0 node can ask for
   * @param trustedCertificates a PEM file of the certificate authorities to trust instead of the
   *     system's
   */
  record Http(URI url, Optional<Credentials> credentials, Optional<Path> trustedCertificates)
      implements MiEndpoint {}

  /**
   * Datagrams over UDP (module {@code mi_datagram}).
   *
   * @param host the node's address
   * @param port 1 to 65535
   */
  record Udp(String host, int port) implements MiEndpoint {}

  /**
   * Datagrams over a UNIX socket (module {@code mi_datagram}).
   *
   * @param socket the node's socket
   */
  record UnixDatagram(Path socket) implements MiEndpoint {}

  /**
   * A named pipe (module {@code mi_fifo}).
   *
   * @param fifo the node's command pipe
   * @param replyDirectory the node's {@code reply_dir}, where this client makes its reply pipe
   */
  record Fifo(Path fifo, Path replyDirectory) implements MiEndpoint {}

  /**
   * A name and a password, kept out of every text.
   *
   * @param user the name
   * @param password the secret
   */
  record Credentials(String user, String password) {
    @Override
    public String toString() {
      return "Credentials[" + user + ", ***]";
    }
  }

  /**
   * Reads an endpoint from a URL: {@code http://host:port/mi}, {@code https://…}, {@code
   * udp://host:port}, {@code unix:///path/to/socket}, {@code fifo:///path/to/fifo?reply_dir=/dir}.
   * Credentials may stand before the host ({@code https://user:password@host}); without a path,
   * {@code /mi} is meant.
   *
   * @param url the text
   * @return the endpoint
   * @throws IllegalArgumentException when the text is no such URL; the message says what is wrong
   */
  static MiEndpoint parse(String url) {
    return EndpointParser.parse(url);
  }
}
