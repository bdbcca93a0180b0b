package dev.opensipsmcp.server.toolset.crash;

import dev.opensipsmcp.sip.file.AllowedDirectories;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The core files that may be looked at: ELF files of type core, nothing else, links not followed.
 *
 * @param directories the only ones, with all below them; none allows nothing
 */
record CoreFiles(List<Path> directories) {
  private static final int DEEP = 3;

  /** Files that are opened at most for one list. */
  static final int MOST = 2_000;

  private static final FileVisitOption[] NO_LINKS = {};
  private static final byte[] ELF = {0x7f, 'E', 'L', 'F'};

  /** Where an ELF file says its type, and the type of a core (ELF specification, figure 1-3). */
  private static final int TYPE = 16;

  private static final int CORE = 4;

  CoreFiles {
    directories = List.copyOf(directories);
  }

  /** {@return the core of that name, its links resolved, if it may be looked at} */
  Optional<Path> named(String name) {
    try {
      return new AllowedDirectories(directories).real(Path.of(name)).filter(CoreFiles::isCore);
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }

  /** {@return all of them, in no order} */
  List<Path> all() {
    List<Path> found = new ArrayList<>();
    for (Path directory : directories) {
      try (Stream<Path> files = Files.walk(directory.toRealPath(), DEEP, NO_LINKS)) {
        files.limit(MOST).filter(CoreFiles::isCore).forEach(found::add);
      } catch (IOException | UncheckedIOException _) {
        // A directory that is not there, or not to be read, has no files to show.
      }
    }
    return found;
  }

  private static boolean isCore(Path file) {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(TYPE + 2);
      for (int at = 0; at < ELF.length; at++) {
        if (head.length < TYPE + 2 || head[at] != ELF[at]) {
          return false;
        }
      }
      return head[TYPE] + head[TYPE + 1] == CORE;
    } catch (IOException _) {
      return false;
    }
  }
}
