package dev.opensipsmcp.mi.internal.http;

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
final class HttpInput extends InputStream {
  private static final int LONGEST_LINE = 16 * 1024;

  private final Socket socket;
  private final InputStream in;
  private final byte[] buffer = new byte[16 * 1024];
  private final Duration silence;
  private final Deadline headDeadline;
  private boolean inHead = true;
  private int at;
  private int end;

  HttpInput(Socket socket, Duration silence) throws IOException {
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
  public int read() throws IOException {
    return at < end || fill() ? buffer[at++] & 0xff : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (at == end && !fill()) {
      return -1;
    }
    int count = Math.min(length, end - at);
    System.arraycopy(buffer, at, target, offset, count);
    at += count;
    return count;
  }

  private boolean fill() throws IOException {
    socket.setSoTimeout(inHead ? headDeadline.millisLeft() : (int) silence.toMillis());
    int count = in.read(buffer, 0, buffer.length);
    at = 0;
    end = Math.max(count, 0);
    return count > 0;
  }
}
