package dev.opensipsmcp.cfg.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/** One replacement of a file, from the temporary file beside it to the check after. */
final class Replacement {
  private final Disk disk;
  private final InstantSource clock;
  private final Path file;
  private final Bytes before;
  private final Bytes after;
  private final boolean existed;

  Replacement(
      Disk disk, InstantSource clock, Path file, Bytes before, Bytes after, boolean existed) {
    this.disk = disk;
    this.clock = clock;
    this.file = file;
    this.before = before;
    this.after = after;
    this.existed = existed;
  }

  Written carryOut(FileCheck check) throws IOException {
    Path temporary = temporary();
    try {
      if (!prepare(temporary, after)) {
        return new Written.Refused(
            Refusal.OWNER, "Owner, group and mode of " + file + " could not be kept.");
      }
      Optional<String> objection = check.objection(temporary);
      if (objection.isPresent()) {
        return new Written.Refused(Refusal.CHECK, objection.get());
      }
      return replace(temporary, check);
    } finally {
      disk.discard(temporary);
    }
  }

  private Written replace(Path temporary, FileCheck check) throws IOException {
    Optional<Path> backup = Optional.empty();
    boolean replaced = false;
    try {
      backup = existed ? Optional.of(Backups.next(file, clock.instant())) : Optional.empty();
      if (backup.isPresent()) {
        disk.copy(file, backup.get());
      }
      if (!asItWas()) {
        return new Written.Refused(
            Refusal.CHANGED, file + " was changed by somebody else in the meantime.");
      }
      disk.move(temporary, file);
      replaced = true;
    } finally {
      if (!replaced) {
        backup.ifPresent(disk::discard);
      }
    }
    return afterwards(check, backup);
  }

  private boolean prepare(Path temporary, Bytes bytes) throws IOException {
    if (existed) {
      disk.copy(file, temporary);
    } else {
      disk.create(temporary);
    }
    disk.fill(temporary, bytes.value());
    return !existed || disk.sameOwner(file, temporary);
  }

  /** The last look before the file is replaced: whoever wrote it meanwhile must not lose that. */
  private boolean asItWas() throws IOException {
    if (!existed) {
      return !Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        && Bytes.read(file).hash().equals(before.hash());
  }

  private Written afterwards(FileCheck check, Optional<Path> backup) {
    Optional<String> objection = objection(check);
    if (objection.isEmpty()) {
      return new Written.Saved(after.stored(file), backup, Pruned.NOTHING);
    }
    try {
      restore(backup);
      return new Written.Restored(objection.get(), backup);
    } catch (IOException e) {
      return new Written.Stuck(
          objection.get() + " The former text could not be put back: " + e, backup);
    }
  }

  private Optional<String> objection(FileCheck check) {
    try {
      return Bytes.read(file).hash().equals(after.hash())
          ? check.objection(file)
          : Optional.of(file + " does not hold what was written.");
    } catch (IOException e) {
      return Optional.of(file + " could not be read after it was written: " + e);
    } catch (RuntimeException e) {
      // whatever the check stumbles over, the file must not stay unchecked
      return Optional.of("The check failed by itself: " + e);
    }
  }

  private void restore(Optional<Path> backup) throws IOException {
    if (backup.isEmpty()) {
      disk.delete(file);
      return;
    }
    Path temporary = temporary();
    try {
      disk.copy(backup.get(), temporary);
      disk.move(temporary, file);
    } finally {
      disk.discard(temporary);
    }
  }

  private Path temporary() {
    return file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp");
  }
}
