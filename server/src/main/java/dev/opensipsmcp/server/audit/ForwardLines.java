package dev.opensipsmcp.server.audit;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads lines from a file's beginning up to a size, in memory of one line. */
final class ForwardLines implements AutoCloseable {
  /** Far above any line that is ever written. */
  private static final int LONGEST = 1 << 20;

  private final InputStream in;
  private long left;

  ForwardLines(Path path, long size) throws IOException {
    this.in = new BufferedInputStream(Files.newInputStream(path), 64 * 1024);
    this.left = size;
  }

  /** {@return the next line without its feed, or nothing at the end} */
  Optional<String> next() throws IOException {
    if (left == 0) {
      return Optional.empty();
    }
    ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    while (left > 0) {
      int octet = in.read();
      left--;
      if (octet < 0 || octet == '\n') {
        break;
      }
      if (line.size() == LONGEST) {
        throw new IOException("A line of the audit trail is longer than any that is written");
      }
      line.write(octet);
    }
    return Optional.of(line.toString(StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
