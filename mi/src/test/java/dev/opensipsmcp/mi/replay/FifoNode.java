package dev.opensipsmcp.mi.replay;

import dev.opensipsmcp.mi.internal.posix.Posix;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** The node's end of MI over named pipes. */
public final class FifoNode implements AutoCloseable {
  private final Path directory;
  private final Path fifo;
  private final RandomAccessFile commands;
  private final List<String> names = new CopyOnWriteArrayList<>();
  private volatile boolean ended;

  /**
   * Starts it.
   *
   * @param directory where the command pipe is made and the reply pipes are looked for
   * @param script what each request gets
   */
  public FifoNode(Path directory, Function<String, Optional<String>> script) throws IOException {
    this.directory = directory;
    this.fifo = directory.resolve("commands");
    Posix.get().mkfifo(fifo);
    // Open for both, so that opening does not wait for a writer and no end is ever seen.
    this.commands = new RandomAccessFile(fifo.toFile(), "rw");
    Thread.ofPlatform().daemon().start(() -> serve(script));
  }

  private void serve(Function<String, Optional<String>> script) {
    byte[] buffer = new byte[8192];
    try {
      while (true) {
        int count = commands.read(buffer);
        if (ended || count <= 0) {
          return;
        }
        String message = new String(buffer, 0, count, StandardCharsets.UTF_8);
        int end = message.indexOf(':', 1);
        String name = message.substring(1, end);
        names.add(name);
        Optional<String> answer = script.apply(message.substring(end + 1));
        if (answer.isPresent() && Files.exists(directory.resolve(name))) {
          try (OutputStream reply = new FileOutputStream(directory.resolve(name).toFile())) {
            reply.write(answer.get().getBytes(StandardCharsets.UTF_8));
          }
        }
      }
    } catch (IOException closed) {
      // The test ended.
    }
  }

  /** {@return the command pipe} */
  public Path fifo() {
    return fifo;
  }

  /** {@return the reply pipes' names so far} */
  public List<String> names() {
    return names;
  }

  @Override
  public void close() throws IOException {
    ended = true;
    commands.write('\n');
    commands.close();
  }
}
