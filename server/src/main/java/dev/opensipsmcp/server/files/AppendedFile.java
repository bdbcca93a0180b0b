package dev.opensipsmcp.server.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.FileLockInterruptionException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A file that only grows, line by line. Several processes may append: each opens the file anew and
 * holds its lock for one piece of work, so a file that was moved away or made unwritable is noticed
 * at once.
 */
public final class AppendedFile {
  /** Locks on files belong to the process, so the threads of this one take turns before that. */
  private static final ReentrantLock TURN = new ReentrantLock();

  private static final Set<StandardOpenOption> APPENDING =
      Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);

  private final Path path;

  /**
   * Names the file; it is made when first written.
   *
   * @param path where it lies
   */
  public AppendedFile(Path path) {
    this.path = path;
  }

  /** {@return where it lies} */
  public Path path() {
    return path;
  }

  /**
   * Work on the locked file.
   *
   * @param <T> what it comes to
   */
  @FunctionalInterface
  public interface Locked<T> {
    /** Does the work. */
    T run(FileChannel channel) throws IOException;
  }

  /**
   * Runs work while no other thread or process can append. A thread that was interrupted, because
   * the call it serves was withdrawn, does it all the same and stays interrupted: what happened to
   * such a call must be written down too, and the system closes a file that is used by an
   * interrupted thread.
   *
   * @throws IOException when the file can't be made, opened or locked, or the work fails
   */
  public <T> T locked(Locked<T> work) throws IOException {
    if (Thread.currentThread().isInterrupted()) {
      return apart(work);
    }
    try {
      return once(work);
    } catch (ClosedByInterruptException | FileLockInterruptionException e) {
      // It came in the middle. Half a line is mended by whoever writes next: by this second try.
      return apart(work);
    }
  }

  /** Does the work on a thread that nobody knows, and so nobody interrupts. */
  private <T> T apart(Locked<T> work) throws IOException {
    FutureTask<T> task = new FutureTask<>(() -> once(work));
    Thread.ofVirtual().name("appending").start(task);
    boolean interrupted = Thread.interrupted();
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          if (e.getCause() instanceof IOException failed) {
            throw failed;
          }
          if (e.getCause() instanceof RuntimeException fault) {
            throw fault;
          }
          throw new IllegalStateException("appending to " + path, e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private <T> T once(Locked<T> work) throws IOException {
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

  /**
   * Appends a line; when that fails, the file is as it was before.
   *
   * @param durable whether it must be on the disk when this returns
   */
  public static void append(FileChannel channel, String line, boolean durable) throws IOException {
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
    } catch (ClosedByInterruptException e) {
      throw e;
    } catch (IOException e) {
      channel.truncate(before);
      throw e;
    }
  }

  /** {@return the size up to which all lines are whole; 0 when nobody wrote yet} */
  public long wholeSize() throws IOException {
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
