package dev.opensipsmcp.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** One HTTP POST on a fresh connection, with nothing around it: what a call costs at least. */
final class BarePost {
  private final InetSocketAddress address;
  private final byte[] request;

  BarePost(URI url, String body) {
    this.address = new InetSocketAddress(url.getHost(), url.getPort());
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    String head =
        "POST "
            + url.getPath()
            + " HTTP/1.1\r\nHost: "
            + url.getAuthority()
            + "\r\nContent-Type: application/json\r\nContent-Length: "
            + content.length
            + "\r\nConnection: close\r\n\r\n";
    this.request = (head + body).getBytes(StandardCharsets.UTF_8);
  }

  /** {@return the size of the answer, head and body, of which nothing is kept} */
  long drain() throws IOException {
    byte[] buffer = new byte[1 << 16];
    long bytes = 0;
    try (Socket socket = new Socket()) {
      socket.setTcpNoDelay(true);
      socket.connect(address);
      socket.getOutputStream().write(request);
      InputStream in = socket.getInputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        bytes += read;
      }
    }
    return bytes;
  }

  /** {@return the answer, head and body} */
  byte[] send() throws IOException {
    try (Socket socket = new Socket()) {
      socket.setTcpNoDelay(true);
      socket.connect(address);
      socket.getOutputStream().write(request);
      InputStream in = socket.getInputStream();
      return in.readAllBytes();
    }
  }
}
