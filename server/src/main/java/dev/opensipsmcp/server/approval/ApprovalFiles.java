package dev.opensipsmcp.server.approval;

import dev.opensipsmcp.server.files.OwnerOnly;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/** Approvals as files: one each, readable by their owner only, written whole or not at all. */
final class ApprovalFiles {
  private static final String SUFFIX = ".json";

  /** Larger than any approval that is written. */
  private static final long LARGEST = 1 << 20;

  /** Locks on files belong to the process, so the threads of this one take turns before that. */
  private static final ReentrantLock TURN = new ReentrantLock();

  private final Path directory;

  ApprovalFiles(Path directory) {
    this.directory = directory;
  }

  /** Work under the lock. */
  @FunctionalInterface
  interface Locked<T> {
    T run() throws IOException;
  }

  /** Runs work while no other thread or process looks at the approvals. */
  <T> T locked(Locked<T> work) throws IOException {
    TURN.lock();
    try {
      OwnerOnly.makeDirectory(directory);
      try (FileChannel channel = open(directory.resolve(".lock"), StandardOpenOption.CREATE);
          FileLock _ = channel.lock()) {
        return work.run();
      }
    } finally {
      TURN.unlock();
    }
  }

  /** {@return the approvals that have not lapsed, oldest first; lapsed ones are deleted} */
  List<Approval> live(Instant now) throws IOException {
    List<Approval> live = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*" + SUFFIX)) {
      for (Path file : files) {
        if (Files.size(file) > LARGEST) {
          continue;
        }
        ApprovalJson.read(Files.readString(file))
            .filter(approval -> isAt(approval, file))
            .ifPresent(live::add);
      }
    }
    for (Approval approval : live) {
      if (!now.isBefore(approval.expires())) {
        Files.deleteIfExists(path(approval.id()));
      }
    }
    live.removeIf(approval -> !now.isBefore(approval.expires()));
    live.sort(Comparator.comparing(Approval::created));
    return live;
  }

  void write(Approval approval) throws IOException {
    Path fresh = directory.resolve("." + approval.id() + ".new");
    Files.deleteIfExists(fresh);
    try (FileChannel channel = open(fresh, StandardOpenOption.CREATE_NEW)) {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(ApprovalJson.write(approval));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(fresh, path(approval.id()), StandardCopyOption.ATOMIC_MOVE);
    OwnerOnly.sync(directory);
  }

  /** Removes an approval, for good even when the power fails right after. */
  void remove(String id) throws IOException {
    Files.delete(path(id));
    OwnerOnly.sync(directory);
  }

  private static boolean isAt(Approval approval, Path file) {
    return file.endsWith(approval.id() + SUFFIX);
  }

  private Path path(String id) {
    return directory.resolve(id + SUFFIX);
  }

  private static FileChannel open(Path path, StandardOpenOption creation) throws IOException {
    return FileChannel.open(path, Set.of(creation, StandardOpenOption.WRITE), OwnerOnly.file(path));
  }
}
