package dev.opensipsmcp.cfg.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The directories that files may be read and written in; links that lead out of them don't. */
public final class Directories {
  private final List<Path> allowed;

  /**
   * @param allowed the directories, with all below them; none allows nothing
   */
  public Directories(List<Path> allowed) {
    this.allowed = List.copyOf(allowed);
  }

  /**
   * {@return where a path leads, every link followed, or nothing when that is outside} A file that
   * does not exist is judged by its directory.
   *
   * @param path the file
   * @throws IOException when the file system does not tell
   */
  public Optional<Path> real(Path path) throws IOException {
    Path absolute = path.toAbsolutePath();
    Path name = absolute.getFileName();
    Path parent = absolute.getParent();
    if (name == null || parent == null || name.toString().equals("..")) {
      return Optional.empty();
    }
    if (!Files.exists(parent) && !named(absolute.normalize())) {
      // what is not there outside is nobody's business either
      return Optional.empty();
    }
    Path there = parent.toRealPath().resolve(name);
    Path real = Files.exists(there, LinkOption.NOFOLLOW_LINKS) ? there.toRealPath() : there;
    return holds(real) ? Optional.of(real) : Optional.empty();
  }

  private boolean named(Path path) {
    return allowed.stream()
        .anyMatch(directory -> path.startsWith(directory.toAbsolutePath().normalize()));
  }

  private boolean holds(Path real) throws IOException {
    for (Path directory : allowed) {
      if (Files.isDirectory(directory)
          && real.startsWith(directory.toRealPath())
          && !real.equals(directory.toRealPath())) {
        return true;
      }
    }
    return false;
  }
}
