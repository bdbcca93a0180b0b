package dev.opensipsmcp.sip.capture;

import dev.opensipsmcp.sip.file.AllowedDirectories;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The captures that lie in directories. */
public final class CaptureFiles {
  /** How many files are listed at most. */
  public static final int MOST = 5_000;

  private static final int DEEP = 6;
  private static final Set<String> ENDINGS = Set.of("pcap", "pcapng", "cap", "dmp", "gz");
  private static final FileVisitOption[] NO_LINKS = {};

  private CaptureFiles() {}

  /**
   * {@return the files whose names end as those of captures do, at most {@link #MOST}, sorted}
   *
   * @param directories where captures may be
   */
  public static List<Path> in(AllowedDirectories directories) {
    TreeSet<Path> found = new TreeSet<>();
    for (Path directory : directories.allowed()) {
      try (Stream<Path> all = Files.walk(directory.toRealPath(), DEEP, NO_LINKS)) {
        all.filter(CaptureFiles::named)
            .filter(Files::isRegularFile)
            .filter(file -> directories.real(file).isPresent())
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
