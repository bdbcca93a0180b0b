package dev.opensipsmcp.mi.internal.fifo;

import dev.opensipsmcp.mi.internal.channel.ChannelException;
import dev.opensipsmcp.mi.internal.channel.ChannelException.Reach;
import dev.opensipsmcp.mi.internal.channel.Deadline;
import dev.opensipsmcp.mi.internal.posix.Descriptor;
import dev.opensipsmcp.mi.internal.posix.Errno;
import dev.opensipsmcp.mi.internal.posix.Posix;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** The pipe that one answer comes through; it is removed when it is closed. */
final class ReplyPipe extends InputStream {
  /** How long a name gets: letters and digits only, since the node refuses dots and slashes. */
  static final int LONGEST_NAME = 20;

  private final Path path;
  private final String name;
  private final Descriptor descriptor;
  private final Duration silence;
  private final byte[] buffer = new byte[16 * 1024];
  private int at;
  private int end;

  private ReplyPipe(Path path, String name, Descriptor descriptor, Duration silence) {
    this.path = path;
    this.name = name;
    this.descriptor = descriptor;
    this.silence = silence;
  }

  static ReplyPipe make(Posix posix, Path directory, Duration silence) throws ChannelException {
    String random = Long.toString(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE), 36);
    String name = "mimcp" + random;
    Path path = directory.resolve(name);
    try {
      posix.mkfifo(path);
      // The umask may have taken away what the node's user needs.
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-rw-rw-"));
      return new ReplyPipe(path, name, posix.openForReading(path), silence);
    } catch (IOException failed) {
      remove(path);
      String reason =
          failed instanceof Errno errno && errno.number() == Errno.ENOENT
              ? "the directory does not exist"
              : String.valueOf(failed.getMessage());
      throw new ChannelException(
          Reach.NOT_SENT,
          "No reply FIFO can be made in " + directory + ": " + reason,
          "Give mi_fifo's reply_dir, where this process's user must be able to make files.");
    }
  }

  String name() {
    return name;
  }

  void awaitFirstByte() throws IOException {
    fill();
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
    at = 0;
    end = descriptor.read(buffer, 0, buffer.length, Deadline.in(silence));
    return end > 0;
  }

  @Override
  public void close() {
    descriptor.close();
    remove(path);
  }

  private static void remove(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException stays) {
      // The answer counts; an empty pipe that can't be removed harms nobody.
    }
  }
}
