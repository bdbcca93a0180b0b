package dev.opensipsmcp.mi.internal.posix;

import dev.opensipsmcp.mi.internal.channel.Deadline;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/**
 * An open file descriptor that never blocks: waiting is done here, in pauses that leave a virtual
 * thread's carrier free, which a call into the C library would hold.
 */
public final class Descriptor implements Closeable {
  private static final long FIRST_PAUSE_NANOS = 20_000;
  private static final long LONGEST_PAUSE_NANOS = 2_000_000;

  private final Posix posix;
  private final int number;
  private boolean closed;

  Descriptor(Posix posix, int number) {
    this.posix = posix;
    this.number = number;
  }

  /**
   * Gives a datagram socket a name of the kernel's choice, so that it can be answered.
   *
   * @throws Errno when that failed
   */
  public void bindToAnyName() throws Errno {
    posix.bindToAnyName(number);
  }

  /**
   * Sends a datagram. The socket is not connected: OpenSIPS answers from another socket than the
   * one that it listens at, which a connected one would refuse (tried on 3.6.8 and 4.0.1).
   *
   * @param datagram the bytes
   * @param peer the other socket's path
   * @param deadline until when its queue must have room
   * @throws IOException when that failed
   */
  public void send(byte[] datagram, Path peer, Deadline deadline) throws IOException {
    retried(() -> posix.send(number, datagram, peer), deadline);
  }

  /**
   * Writes all bytes in one piece.
   *
   * @param bytes a datagram, or at most 4096 bytes for a pipe
   * @param deadline until when there must be room
   * @throws IOException when that failed
   */
  public void write(byte[] bytes, Deadline deadline) throws IOException {
    retried(() -> posix.write(number, bytes), deadline);
  }

  private void retried(Output output, Deadline deadline) throws IOException {
    long pause = FIRST_PAUSE_NANOS;
    while (true) {
      try {
        outputNow(output);
        return;
      } catch (Errno errno) {
        if (errno.number() != Errno.EAGAIN && errno.number() != Errno.EINTR) {
          throw errno;
        }
      }
      pause = pause(pause, deadline);
    }
  }

  /**
   * Reads what has arrived, waiting for the first byte.
   *
   * @param target where to put the bytes
   * @param offset the first byte's place
   * @param length how many fit
   * @param deadline until when the first byte must be there
   * @return how many were read; zero at a pipe's end, when its writer has gone
   * @throws IOException when nothing came in time or reading failed
   */
  public int read(byte[] target, int offset, int length, Deadline deadline) throws IOException {
    long pause = FIRST_PAUSE_NANOS;
    while (true) {
      try {
        int count = readNow(target, offset, length);
        if (count >= 0) {
          return count;
        }
      } catch (Errno errno) {
        if (errno.number() != Errno.EAGAIN && errno.number() != Errno.EINTR) {
          throw errno;
        }
      }
      pause = pause(pause, deadline);
    }
  }

  /** Another thread may close meanwhile, and the number then be another file's. */
  private synchronized void outputNow(Output output) throws IOException {
    checkOpen();
    output.run();
  }

  private synchronized int readNow(byte[] target, int offset, int length) throws IOException {
    checkOpen();
    return posix.readable(number) ? posix.read(number, target, offset, length) : -1;
  }

  private void checkOpen() throws IOException {
    if (closed) {
      throw new IOException("closed by this client");
    }
  }

  private static long pause(long nanos, Deadline deadline) throws IOException {
    deadline.millisLeft();
    LockSupport.parkNanos(nanos);
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedIOException("interrupted");
    }
    return Math.min(nanos * 2, LONGEST_PAUSE_NANOS);
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      posix.close(number);
    }
  }

  /** One try to get bytes out. */
  private interface Output {
    void run() throws IOException;
  }
}
