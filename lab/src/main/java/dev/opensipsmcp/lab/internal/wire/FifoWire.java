package dev.opensipsmcp.lab.internal.wire;

import dev.opensipsmcp.lab.Received;
import dev.opensipsmcp.lab.internal.rpc.Engine;
import dev.opensipsmcp.lab.internal.rpc.Reply;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * MI over a FIFO: takes {@code :NAME:{json}} and writes the answer to the FIFO NAME in the same
 * directory. What is wrong with a request shows in silence only. A batch ends the server, as it
 * does on every recorded version.
 */
public final class FifoWire implements AutoCloseable {
  /** Requests up to this size arrive whole, in bytes; larger ones got no answer. */
  private static final int REQUEST_LIMIT = 4096;

  private final Path fifo;
  private final Engine engine;
  private final Runnable crash;
  private volatile boolean closed;

  private FifoWire(Path fifo, Engine engine, Runnable crash) {
    this.fifo = fifo;
    this.engine = engine;
    this.crash = crash;
  }

  /**
   * Makes the FIFO and starts to read.
   *
   * @param directory where
   * @param engine takes the requests
   * @param crash ends the server
   * @return the running transport
   */
  public static FifoWire start(Path directory, Engine engine, Runnable crash) {
    try {
      Path fifo = directory.resolve("opensips_fifo");
      int exit = new ProcessBuilder("mkfifo", fifo.toString()).inheritIO().start().waitFor();
      if (exit != 0) {
        throw new IOException("mkfifo " + fifo + " ended with " + exit);
      }
      FifoWire wire = new FifoWire(fifo, engine, crash);
      // Opened for reading and writing, so that it neither waits for a writer nor sees its end.
      RandomAccessFile pipe = new RandomAccessFile(fifo.toFile(), "rw");
      Thread.ofPlatform().daemon().name("lab-fifo").start(() -> wire.serve(pipe));
      return wire;
    } catch (IOException e) {
      throw new UncheckedIOException("no FIFO in " + directory, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while making a FIFO", e);
    }
  }

  /** {@return the command FIFO} */
  public Path path() {
    return fifo;
  }

  private void serve(RandomAccessFile pipe) {
    byte[] buffer = new byte[REQUEST_LIMIT];
    try (pipe) {
      while (!closed) {
        int count = pipe.read(buffer);
        for (String request :
            FifoRequests.split(new String(buffer, 0, count, StandardCharsets.UTF_8))) {
          take(request);
        }
      }
    } catch (IOException e) {
      closed = true;
    }
  }

  private void take(String request) {
    int second = request.indexOf(':', 1);
    if (!request.startsWith(":") || second < 2) {
      return;
    }
    String name = request.substring(1, second);
    Path reply = fifo.resolveSibling(name);
    if (name.indexOf('/') >= 0 || name.indexOf('.') >= 0 || !isPipe(reply)) {
      return;
    }
    switch (engine.take(request.substring(second + 1), Received.Transport.FIFO)) {
      case Reply.Answer answer ->
          // Opening waits for the client to open its end, which must not hold up the others.
          Thread.ofPlatform().daemon().name("lab-fifo-reply").start(() -> write(reply, answer));
      case Reply.Batch _ -> crash.run();
      case Reply.NotJson _,
          Reply.Bodiless _,
          Reply.Html _,
          Reply.Silence _,
          Reply.Hangup _,
          Reply.Broken _ -> {}
    }
  }

  private static boolean isPipe(Path path) {
    return Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path);
  }

  private static void write(Path reply, Reply.Answer answer) {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(reply), 65_536)) {
      answer.body().writeTo(out);
    } catch (IOException e) {
      // The client is gone; the recorded server does not mind either.
    }
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try (RandomAccessFile pipe = new RandomAccessFile(fifo.toFile(), "rw")) {
      pipe.write('\n');
      Files.deleteIfExists(fifo);
    } catch (IOException e) {
      throw new UncheckedIOException("the FIFO does not close", e);
    }
  }
}
