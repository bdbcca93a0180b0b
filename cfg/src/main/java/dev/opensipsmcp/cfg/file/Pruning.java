package dev.opensipsmcp.cfg.file;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes old copies of a file away, once it is written. Never fails: the file counts more. */
record Pruning(Disk disk, Retention retention) {

  /**
   * {@return what went}
   *
   * @param file the file, as it is now
   * @param now the time
   */
  Pruned carryOut(Stored file, Instant now) {
    List<Path> gone = new ArrayList<>();
    try {
      List<Backup> old = old(file.file(), now);
      if (!old.isEmpty()) {
        Set<String> claimed =
            retention.claims().hashes(file.file(), file.hash()).stream()
                .map(hash -> hash.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        for (Backup backup : old) {
          if (!claimed.contains(Bytes.read(backup.file()).hash())) {
            disk.delete(backup.file());
            gone.add(backup.file());
          }
        }
      }
      return new Pruned(gone, Optional.empty());
    } catch (IOException | RuntimeException e) {
      return new Pruned(gone, Optional.of("Old copies could not be taken away: " + e));
    }
  }

  /** The oldest first, so that what stays after a failure is the newer. */
  private List<Backup> old(Path file, Instant now) throws IOException {
    List<Backup> newestFirst = Backups.of(file);
    Instant until = now.minus(retention.age());
    List<Backup> old = new ArrayList<>();
    for (int at = newestFirst.size() - 1; at > 0; at--) {
      if (at >= retention.keep() || newestFirst.get(at).taken().isBefore(until)) {
        old.add(newestFirst.get(at));
      }
    }
    return old;
  }
}
