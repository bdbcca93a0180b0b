package dev.opensipsmcp.server.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Files that nobody but their owner can read. Where a file system knows no owner's rights, it is
 * left to the directory's.
 */
public final class OwnerOnly {
  private OwnerOnly() {}

  /** {@return the attributes to create a file at this path with} */
  public static FileAttribute<?>[] file(Path path) {
    return rights(path, "rw-------");
  }

  /**
   * Makes a directory, and those above it, unless it is there.
   *
   * @throws IOException when it can't be made
   */
  public static void makeDirectory(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      Files.createDirectories(directory, rights(directory, "rwx------"));
    }
  }

  /**
   * Makes a new file with this text, which is on the disk when this returns; for its name, {@link
   * #sync} the directory.
   *
   * @throws IOException when it is there already, or can't be written
   */
  public static void create(Path file, String text) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), file(file))) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  /**
   * Makes the names in a directory outlive a power failure.
   *
   * @throws IOException when the disk refuses
   */
  public static void sync(Path directory) throws IOException {
    if (posix(directory)) {
      try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private static FileAttribute<?>[] rights(Path path, String permissions) {
    return posix(path)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private static boolean posix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
