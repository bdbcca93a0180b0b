package dev.opensipsmcp.mcp.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** Reads request bodies up to a size, and within a time. */
final class Body {
  private static final int FIRST_BUFFER = 8 << 10;

  private Body() {}

  /**
   * {@return the body, or nothing when it is larger than the most}
   *
   * <p>Of a body that announces itself as too large nothing is read.
   *
   * @param request the request
   * @param most the largest body taken, in bytes
   * @param patience how long all of it may take
   * @throws IOException when the client stops sending, or is too slow
   */
  static Optional<byte[]> read(Request request, int most, Duration patience) throws IOException {
    long announced = request.getLength();
    if (announced > most) {
      return Optional.empty();
    }
    InputStream in = Content.Source.asInputStream(request);
    byte[] bytes =
        new byte[announced >= 0 ? (int) announced + 1 : Math.min(FIRST_BUFFER, most + 1)];
    int size = 0;
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      int count = in.read(bytes, size, bytes.length - size);
      if (count < 0) {
        return Optional.of(size == bytes.length ? bytes : Arrays.copyOf(bytes, size));
      }
      size += count;
      if (size > most) {
        return Optional.empty();
      }
      if (size == bytes.length) {
        bytes = Arrays.copyOf(bytes, (int) Math.min(2L * size, most + 1L));
      }
      if (System.nanoTime() > deadline) {
        throw new IOException("The body did not arrive within " + patience.toSeconds() + " s.");
      }
    }
  }

  /**
   * Throws away what still comes of a refused body, within bounds: most clients read the refusal
   * only after they have sent everything, and would lose it if the connection were cut at once.
   *
   * @param request the request
   * @param most how much is thrown away before the connection is cut, in bytes
   * @param patience for how long
   */
  static void discard(Request request, long most, Duration patience) {
    byte[] bin = new byte[FIRST_BUFFER];
    long left = most;
    long deadline = System.nanoTime() + patience.toNanos();
    try {
      InputStream in = Content.Source.asInputStream(request);
      int count = 0;
      while (count >= 0 && left > 0 && System.nanoTime() < deadline) {
        count = in.read(bin);
        left -= count;
      }
    } catch (IOException e) {
      // The client gave up sending, which is all that was asked of it.
      return;
    }
  }
}
