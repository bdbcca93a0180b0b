package dev.opensipsmcp.sip.capture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The directories, with all below them, in which captures may be read and written; links that lead
 * out of them don't count.
 *
 * @param allowed the directories; none allows nothing
 */
public record CaptureDirectories(List<Path> allowed) {
  private static final int DEEP = 6;
  private static final Set<String> ENDINGS = Set.of("pcap", "pcapng", "cap", "dmp", "gz");

  /** How many files are listed at most. */
  public static final int MOST = 5_000;

  private static final FileVisitOption[] NO_LINKS = {};

  public CaptureDirectories {
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

  /** {@return the files whose names end as those of captures do, at most {@link #MOST}, sorted} */
  public List<Path> files() {
    TreeSet<Path> found = new TreeSet<>();
    for (Path directory : allowed) {
      try (Stream<Path> all = Files.walk(directory.toRealPath(), DEEP, NO_LINKS)) {
        all.filter(CaptureDirectories::named)
            .filter(Files::isRegularFile)
            .filter(file -> real(file).isPresent())
            .limit(MOST)
            .forEach(found::add);
      } catch (IOException | UncheckedIOException _) {
        // A directory that is not there, or not to be read, has no files to show.
      }
    }
    return new ArrayList<>(found).subList(0, Math.min(MOST, found.size()));
  }

  private static boolean named(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    // Recorders that begin a new file now and then put a number behind the ending.
    boolean numbered = name.matches("[^.].*\\.(pcap|pcapng|cap)\\d{1,6}");
    return dot > 0 && (ENDINGS.contains(name.substring(dot + 1)) || numbered);
  }
}
