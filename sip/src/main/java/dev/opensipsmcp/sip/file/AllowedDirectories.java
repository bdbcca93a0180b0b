package dev.opensipsmcp.sip.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The directories, with all below them, in which files of one kind may be read and written:
 * captures, logs, snapshots. Links that lead out of them don't count.
 *
 * @param allowed the directories; none allows nothing
 */
public record AllowedDirectories(List<Path> allowed) {
  public AllowedDirectories {
    allowed = List.copyOf(allowed);
  }

  /**
   * {@return where a path leads, every link followed, or nothing when that is outside} A path that
   * is not absolute is looked for below each directory. A file that does not exist is judged by its
   * directory.
   */
  public Optional<Path> real(Path path) {
    if (path.isAbsolute()) {
      return inside(path);
    }
    Optional<Path> first = Optional.empty();
    for (Path directory : allowed) {
      Optional<Path> real = inside(directory.toAbsolutePath().resolve(path));
      if (real.isPresent() && Files.exists(real.get())) {
        return real;
      }
      first = first.isPresent() ? first : real;
    }
    return first;
  }

  private Optional<Path> inside(Path path) {
    Path name = path.getFileName();
    Path parent = path.getParent();
    if (name == null || parent == null || name.toString().equals("..")) {
      return Optional.empty();
    }
    try {
      Path there = parent.toRealPath().resolve(name);
      Path real = Files.exists(there, LinkOption.NOFOLLOW_LINKS) ? there.toRealPath() : there;
      for (Path directory : allowed) {
        if (Files.isDirectory(directory)
            && real.startsWith(directory.toRealPath())
            && !real.equals(directory.toRealPath())) {
          return Optional.of(real);
        }
      }
      return Optional.empty();
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
