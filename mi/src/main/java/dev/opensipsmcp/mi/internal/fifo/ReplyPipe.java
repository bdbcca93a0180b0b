package dev.opensipsmcp.mi.internal.fifo;

import dev.opensipsmcp.mi.internal.channel.BufferedInput;
import dev.opensipsmcp.mi.internal.channel.ChannelException;
import dev.opensipsmcp.mi.internal.channel.ChannelException.Reach;
import dev.opensipsmcp.mi.internal.channel.Deadline;
import dev.opensipsmcp.mi.internal.posix.Descriptor;
import dev.opensipsmcp.mi.internal.posix.Errno;
import dev.opensipsmcp.mi.internal.posix.Posix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** The pipe that one answer comes through; it is removed when it is closed. */
final class ReplyPipe extends BufferedInput {
  /** How long a name gets: letters and digits only, since the node refuses dots and slashes. */
  static final int LONGEST_NAME = 20;

  private final Path path;
  private final String name;
  private final Descriptor descriptor;
  private final Duration silence;

  private ReplyPipe(Path path, String name, Descriptor descriptor, Duration silence) {
    super(16 * 1024);
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
    boolean _ = ready();
  }

  @Override
  protected int fill(byte[] into) throws IOException {
    return descriptor.read(into, 0, into.length, Deadline.in(silence));
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
