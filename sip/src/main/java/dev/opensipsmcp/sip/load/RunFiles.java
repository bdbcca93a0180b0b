package dev.opensipsmcp.sip.load;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The files in a run's directory. */
final class RunFiles {
  private RunFiles() {}

  /** Removes the directory with its files; SIPp makes no directories in it. */
  static void remove(Path directory) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(directory);
    } catch (IOException _) {
      // What stays is in a directory of its own that nobody else can enter.
    }
  }

  /** {@return the file that ends like this, if there is one: SIPp puts its process ID in names} */
  static Optional<Path> ending(Path directory, String end) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, '*' + end)) {
      for (Path file : files) {
        return Optional.of(file);
      }
    } catch (IOException _) {
      // None, then.
    }
    return Optional.empty();
  }
}
