package dev.opensipsmcp.cfg.file;

import java.io.IOException;
import java.nio.file.Path;

/** The steps of replacing a file. Each may fail, and then leaves the old file or the new one. */
public interface Disk {
  /** {@return the steps as a POSIX file system takes them} */
  static Disk posix() {
    return new PosixDisk();
  }

  /** Makes a copy, with mode, owner and group of the original, which reaches the disk. */
  void copy(Path file, Path copy) throws IOException;

  /** Makes a new, empty file that only its owner can read. */
  void create(Path file) throws IOException;

  /** Puts other bytes into a file, which reach the disk. */
  void fill(Path file, byte[] bytes) throws IOException;

  /** Puts a file in the place of another at once, or in a place where there is none. */
  void move(Path from, Path to) throws IOException;

  /** Takes a file away, if it is there. */
  void delete(Path file) throws IOException;

  /** Takes a file away that nobody needs; that it stays behind is no reason to fail. */
  default void discard(Path file) {
    try {
      delete(file);
    } catch (IOException _) {
      // the file that matters is as it should be
    }
  }

  /** {@return whether two files have the same mode, owner and group} */
  boolean sameOwner(Path one, Path other) throws IOException;
}
