package dev.opensipsmcp.mi.internal.http;

import dev.opensipsmcp.mi.internal.channel.BufferedInput;
import dev.opensipsmcp.mi.internal.channel.Deadline;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.time.Duration;

/**
 * A connection's bytes, buffered. The head has one deadline for all of it, so that a trickle can't
 * hold a caller; the body may take as long as the node does not fall silent.
 */
final class HttpInput extends BufferedInput {
  private static final int LONGEST_LINE = 16 * 1024;

  private final Socket socket;
  private final InputStream in;
  private final Duration silence;
  private final Deadline headDeadline;
  private boolean inHead = true;

  HttpInput(Socket socket, Duration silence) throws IOException {
    super(16 * 1024);
    this.socket = socket;
    this.in = socket.getInputStream();
    this.silence = silence;
    this.headDeadline = Deadline.in(silence);
  }

  void headIsRead() {
    inHead = false;
  }

  /** Reads a line up to its line feed, without the line's end. */
  String line() throws IOException {
    StringBuilder line = new StringBuilder(64);
    for (int next = read(); next != '\n'; next = read()) {
      if (next < 0) {
        throw new EOFException("the connection was closed within the answer's head");
      }
      if (line.length() == LONGEST_LINE) {
        throw new IOException("the answer has a line of more than 16 kB in its head");
      }
      line.append((char) next);
    }
    int length = line.length();
    if (length > 0 && line.charAt(length - 1) == '\r') {
      line.setLength(length - 1);
    }
    return line.toString();
  }

  @Override
  protected int fill(byte[] into) throws IOException {
    socket.setSoTimeout(inHead ? headDeadline.millisLeft() : (int) silence.toMillis());
    return in.read(into, 0, into.length);
  }
}
