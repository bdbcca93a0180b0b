package dev.opensipsmcp.cfg.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The copies beside a file: {@code opensips.cfg.20261127T230501123Z.bak}. */
final class Backups {
  private static final String END = "Z.bak";

  /** Without a pattern letter between seconds and milliseconds, so that names sort by time. */
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS");

  private Backups() {}

  /** {@return a name for a copy that does not exist yet} */
  static Path next(Path file, Instant now) {
    Instant time = now;
    while (true) {
      String stamp = TIME.format(LocalDateTime.ofInstant(time, ZoneOffset.UTC));
      Path copy = file.resolveSibling(file.getFileName() + "." + stamp + END);
      if (!Files.exists(copy, LinkOption.NOFOLLOW_LINKS)) {
        return copy;
      }
      time = time.plusMillis(1);
    }
  }

  /** {@return the copies of a file, newest first} */
  static List<Backup> of(Path file) throws IOException {
    List<Backup> found = new ArrayList<>();
    Path directory = file.toAbsolutePath().getParent();
    if (directory == null) {
      return found;
    }
    try (Stream<Path> paths = Files.list(directory)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        Optional<Instant> taken = taken(file, path);
        if (taken.isPresent() && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
          found.add(new Backup(path, taken.get(), Files.size(path)));
        }
      }
    }
    found.sort(Comparator.comparing(Backup::taken).reversed());
    return List.copyOf(found);
  }

  private static Optional<Instant> taken(Path file, Path copy) {
    String name = String.valueOf(copy.getFileName());
    String start = file.getFileName() + ".";
    if (!name.startsWith(start)
        || !name.endsWith(END)
        || name.length() < start.length() + END.length()) {
      return Optional.empty();
    }
    String stamp = name.substring(start.length(), name.length() - END.length());
    try {
      return Optional.of(LocalDateTime.parse(stamp, TIME).toInstant(ZoneOffset.UTC));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }
}
