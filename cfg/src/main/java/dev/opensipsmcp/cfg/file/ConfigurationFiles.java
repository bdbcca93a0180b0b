package dev.opensipsmcp.cfg.file;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Reads and writes configurations inside of allowed directories. A file is replaced at once, after
 * a check, keeps mode and owner, and a copy of what it held stays beside it. Safe to share; writers
 * take turns.
 */
public final class ConfigurationFiles {
  /** The biggest file that is read, in bytes; far more than any opensips.cfg. */
  private static final long LARGEST = 64L << 20;

  private final Directories directories;
  private final InstantSource clock;
  private final Disk disk;
  private final Pruning pruning;
  private final ReentrantLock turn = new ReentrantLock();

  /**
   * Every copy stays.
   *
   * @param allowed the only directories, with all below them, where files are read and written;
   *     none allows nothing
   * @param clock the time in the names of backups
   */
  public ConfigurationFiles(List<Path> allowed, InstantSource clock) {
    this(allowed, clock, Retention.EVERYTHING, Disk.posix());
  }

  /**
   * @param allowed the only directories, with all below them, where files are read and written;
   *     none allows nothing
   * @param clock the time in the names of backups
   * @param retention how many copies stay
   * @param disk what carries out each step
   */
  public ConfigurationFiles(
      List<Path> allowed, InstantSource clock, Retention retention, Disk disk) {
    this.directories = new Directories(allowed);
    this.clock = clock;
    this.disk = disk;
    this.pruning = new Pruning(disk, retention);
  }

  /**
   * {@return where a file really is, or would be, every link followed; empty when that is outside}
   *
   * @param file the file
   */
  public Optional<Path> place(Path file) {
    try {
      return directories.real(file);
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /**
   * {@return what a file holds, and its hash, which {@link #write} wants to see}
   *
   * @param file the file, perhaps behind links that stay inside of the allowed directories
   */
  public Opened read(Path file) {
    try {
      Optional<Path> real = directories.real(file);
      if (real.isEmpty()) {
        return new Opened.Refused(Refusal.OUTSIDE, outside(file));
      }
      if (!Files.exists(real.get(), LinkOption.NOFOLLOW_LINKS)) {
        return new Opened.Refused(Refusal.MISSING, "There is no file " + file + ".");
      }
      if (!readable(real.get())) {
        return new Opened.Refused(Refusal.NOT_A_CONFIGURATION, notConfiguration(file));
      }
      return new Opened.Read(Bytes.read(real.get()).stored(real.get()));
    } catch (NoSuchFileException _) {
      return new Opened.Refused(Refusal.MISSING, "There is no file " + file + ".");
    } catch (IOException e) {
      return new Opened.Refused(Refusal.SYSTEM, file + " could not be read: " + e);
    }
  }

  /**
   * Writes a file.
   *
   * @param file which; it may be new, its directory may not
   * @param text its new text
   * @param seen the hash of what the writer has read; empty when the file must be new
   * @param check asked before and after
   * @return what came of it
   */
  public Written write(Path file, String text, Optional<String> seen, FileCheck check) {
    return write(file, before -> before.with(text), seen, check);
  }

  private Written write(Path file, Content content, Optional<String> seen, FileCheck check) {
    turn.lock();
    try {
      Optional<Path> real = directories.real(file);
      if (real.isEmpty()) {
        return new Written.Refused(Refusal.OUTSIDE, outside(file));
      }
      return write(file, real.get(), content, seen, check);
    } catch (CharacterCodingException _) {
      return new Written.Refused(
          Refusal.NOT_A_CONFIGURATION,
          file + " is not UTF-8, and the new text has characters that its bytes can't express.");
    } catch (NoSuchFileException e) {
      return new Written.Refused(Refusal.MISSING, "There is no " + e.getFile() + ".");
    } catch (IOException e) {
      return new Written.Refused(Refusal.SYSTEM, file + " could not be written: " + e);
    } finally {
      turn.unlock();
    }
  }

  private Written write(
      Path named, Path file, Content content, Optional<String> seen, FileCheck check)
      throws IOException {
    boolean exists = Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    if (exists && !readable(file)) {
      return new Written.Refused(Refusal.NOT_A_CONFIGURATION, notConfiguration(named));
    }
    Bytes before = exists ? Bytes.read(file) : Bytes.none();
    if (exists != seen.isPresent()) {
      return exists
          ? new Written.Refused(Refusal.CHANGED, named + " exists already.")
          : new Written.Refused(Refusal.MISSING, "There is no file " + named + " any more.");
    }
    if (seen.isPresent() && !before.hash().equalsIgnoreCase(seen.get())) {
      return new Written.Refused(
          Refusal.CHANGED, named + " was changed since it was read; read it again.");
    }
    Bytes after = content.after(before);
    if (exists && before.hash().equals(after.hash())) {
      return new Written.Same(before.stored(file));
    }
    return pruned(new Replacement(disk, clock, file, before, after, exists).carryOut(check));
  }

  private Written pruned(Written written) {
    return written instanceof Written.Saved(Stored stored, Optional<Path> backup, _)
        ? new Written.Saved(stored, backup, pruning.carryOut(stored, clock.instant()))
        : written;
  }

  /**
   * Takes a file away that was new, as long as it holds what was written. A copy of it stays, so
   * that {@link #rollback} can bring it back.
   *
   * @param file the file
   * @param created the hash of what was written
   * @return what came of it
   */
  public Written remove(Path file, String created) {
    turn.lock();
    try {
      return switch (read(file)) {
        case Opened.Refused(Refusal reason, String message) -> new Written.Refused(reason, message);
        case Opened.Read(Stored stored) when !stored.hash().equalsIgnoreCase(created) ->
            new Written.Refused(
                Refusal.CHANGED,
                file + " is not taken away: it holds something else than when it was made.");
        case Opened.Read(Stored stored) -> removed(stored);
      };
    } catch (IOException e) {
      return new Written.Refused(Refusal.SYSTEM, file + " could not be taken away: " + e);
    } finally {
      turn.unlock();
    }
  }

  private Written removed(Stored stored) throws IOException {
    Path copy = Backups.next(stored.file(), clock.instant());
    boolean gone = false;
    try {
      disk.copy(stored.file(), copy);
      if (!Bytes.read(stored.file()).hash().equals(stored.hash())) {
        return new Written.Refused(
            Refusal.CHANGED, stored.file() + " was changed by somebody else in the meantime.");
      }
      disk.delete(stored.file());
      gone = true;
      return new Written.Removed(stored.file(), copy);
    } finally {
      if (!gone) {
        disk.discard(copy);
      }
    }
  }

  /**
   * {@return the copies beside a file, newest first; none for a file outside}
   *
   * @param file the file that was written
   */
  public List<Backup> backups(Path file) {
    try {
      Optional<Path> real = directories.real(file);
      return real.isEmpty() ? List.of() : Backups.of(real.get());
    } catch (IOException _) {
      return List.of();
    }
  }

  /**
   * Makes a copy of a file beside it, as a write does.
   *
   * @param file the file
   * @return the file as it is, with the copy
   */
  public Written backup(Path file) {
    turn.lock();
    try {
      return switch (read(file)) {
        case Opened.Refused(Refusal reason, String message) -> new Written.Refused(reason, message);
        case Opened.Read(Stored stored) -> {
          Path copy = Backups.next(stored.file(), clock.instant());
          disk.copy(stored.file(), copy);
          yield pruned(new Written.Saved(stored, Optional.of(copy), Pruned.NOTHING));
        }
      };
    } catch (IOException e) {
      return new Written.Refused(Refusal.SYSTEM, file + " could not be copied: " + e);
    } finally {
      turn.unlock();
    }
  }

  /**
   * Puts a copy back in its file's place. What the file holds now is backed up first, and comes
   * back when the check has an objection to the copy.
   *
   * @param file the file
   * @param backup one of its {@link #backups}
   * @param seen the hash of what the file holds now, as it was read; empty when it is gone
   * @param check asked before and after
   * @return what came of it
   */
  public Written rollback(Path file, Path backup, Optional<String> seen, FileCheck check) {
    Path name = backup.getFileName();
    for (Backup known : backups(file)) {
      if (name != null && name.equals(known.file().getFileName())) {
        return write(file, _ -> Bytes.read(known.file()), seen, check);
      }
    }
    return new Written.Refused(Refusal.MISSING, file + " has no backup " + name + ".");
  }

  /** What a file shall hold, given what it holds. */
  @FunctionalInterface
  private interface Content {
    Bytes after(Bytes before) throws IOException;
  }

  private static boolean readable(Path file) throws IOException {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) <= LARGEST;
  }

  private static String outside(Path file) {
    return file + " is outside of the directories where configurations may be read and written.";
  }

  private static String notConfiguration(Path file) {
    return file + " is not a file that could be a configuration.";
  }
}
