package dev.opensipsmcp.server.audit;

import dev.opensipsmcp.server.files.OwnerOnly;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The trail's file. Several processes may append: each opens the file anew and holds its lock for
 * one piece of work, so a file that was moved away or made unwritable is noticed at once.
 */
final class TrailFile {
  /** Locks on files belong to the process, so the threads of this one take turns before that. */
  private static final ReentrantLock TURN = new ReentrantLock();

  private static final Set<StandardOpenOption> APPENDING =
      Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);

  private final Path path;

  TrailFile(Path path) {
    this.path = path;
  }

  Path path() {
    return path;
  }

  /** Work on the locked file. */
  @FunctionalInterface
  interface Locked<T> {
    T run(FileChannel channel) throws IOException;
  }

  /** Runs work while no other thread or process can append. */
  <T> T locked(Locked<T> work) throws IOException {
    TURN.lock();
    try {
      boolean fresh = !Files.exists(path);
      if (fresh) {
        makeDirectory();
      }
      try (FileChannel channel = FileChannel.open(path, APPENDING, OwnerOnly.file(path));
          FileLock _ = channel.lock()) {
        if (fresh) {
          syncDirectory();
        }
        return work.run(channel);
      }
    } finally {
      TURN.unlock();
    }
  }

  /** Appends a line; when that fails, the file is as it was before. */
  static void append(FileChannel channel, String line, boolean durable) throws IOException {
    long before = channel.size();
    try {
      ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
      long at = before;
      while (bytes.hasRemaining()) {
        at += channel.write(bytes, at);
      }
      if (durable) {
        channel.force(false);
      }
    } catch (IOException e) {
      channel.truncate(before);
      throw e;
    }
  }

  /** {@return the size up to which all lines are whole; 0 when nobody wrote yet} */
  long wholeSize() throws IOException {
    return Files.exists(path) ? locked(FileChannel::size) : 0;
  }

  private void makeDirectory() throws IOException {
    Path directory = path.toAbsolutePath().getParent();
    if (directory != null) {
      OwnerOnly.makeDirectory(directory);
    }
  }

  /** Makes the new file's name outlive a power failure too. */
  private void syncDirectory() throws IOException {
    Path directory = path.toAbsolutePath().getParent();
    if (directory != null) {
      OwnerOnly.sync(directory);
    }
  }
}
