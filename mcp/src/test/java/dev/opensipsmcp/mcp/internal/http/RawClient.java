package dev.opensipsmcp.mcp.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A client that sends exactly what a test says, and reads when it says so. */
final class RawClient implements AutoCloseable {
  private final Socket socket;

  RawClient(URI server) throws IOException {
    socket = new Socket();
    // Small buffers make a client that does not read felt soon.
    socket.setReceiveBufferSize(4096);
    socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), 5_000);
    socket.setSoTimeout(10_000);
  }

  /** Sends lines, each ended as HTTP wants it, and nothing more. */
  RawClient lines(String... lines) throws IOException {
    return text(String.join("\r\n", lines) + "\r\n");
  }

  RawClient text(String text) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
    return this;
  }

  /** {@return the status of the response that comes now} */
  int status() throws IOException {
    String line = line();
    return line.isEmpty() ? -1 : Integer.parseInt(line.split(" ", 3)[1]);
  }

  /** {@return the next line, empty at the end} */
  String line() throws IOException {
    StringBuilder line = new StringBuilder();
    InputStream in = socket.getInputStream();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  /** {@return all that comes until the server closes the connection} */
  String rest() throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
