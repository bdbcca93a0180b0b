package dev.opensipsmcp.server.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

/**
 * The operator's own documents: Markdown and plain text below the configured directories. What lies
 * outside of them is never read, links included; what is too much is left out, and said so.
 */
final class OwnDocuments {
  static final int MOST_FILES = 500;
  static final int LARGEST = 1 << 20;
  static final int LARGEST_ALL = 16 << 20;
  private static final int DEEPEST = 8;

  /** A search must not wait for a directory that was named by mistake. */
  static final int MOST_SEEN = 20_000;

  private static final List<String> ENDINGS = List.of(".md", ".markdown", ".txt");

  private final List<Path> directories;

  OwnDocuments(List<Path> directories) {
    this.directories = List.copyOf(directories);
  }

  /**
   * A file as it is now.
   *
   * @param root the real path of the directory that it was found in
   * @param path its real path, which is below
   * @param name its path as it is shown
   * @param size bytes
   * @param changed when it was written last, milliseconds since 1970
   */
  record Found(Path root, Path path, String name, long size, long changed) {}

  /**
   * What the directories hold.
   *
   * @param files the files that are read, sorted by name
   * @param warnings what was left out
   */
  record Listing(List<Found> files, List<String> warnings) {
    Listing {
      files = List.copyOf(files);
      warnings = List.copyOf(warnings);
    }
  }

  /** {@return what there is to read; looks at names, sizes and times only} */
  Listing list() {
    List<Found> found = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    for (Path directory : directories) {
      try {
        Path root = directory.toRealPath();
        Files.walkFileTree(
            root,
            EnumSet.noneOf(FileVisitOption.class),
            DEEPEST,
            new Visitor(root, found, warnings));
      } catch (IOException e) {
        warnings.add(directory + " can't be read: " + e.getClass().getSimpleName());
      }
    }
    found.sort((one, other) -> one.name().compareTo(other.name()));
    return bounded(found, warnings);
  }

  private static Listing bounded(List<Found> found, List<String> warnings) {
    List<Found> kept = new ArrayList<>();
    long bytes = 0;
    int left = 0;
    for (Found file : found) {
      boolean fits = file.size() <= LARGEST && bytes + file.size() <= LARGEST_ALL;
      if (fits && kept.size() < MOST_FILES) {
        kept.add(file);
        bytes += file.size();
      } else {
        left++;
      }
    }
    if (left > 0) {
      warnings.add(
          left
              + " documents were left out: at most "
              + MOST_FILES
              + " files, 1 MiB each and 16 MiB in all are read.");
    }
    return new Listing(kept, warnings);
  }

  /** {@return the sections of the files as cards; a file that went away meanwhile has none} */
  static List<Card> cards(Listing listing) {
    List<Card> cards = new ArrayList<>();
    for (Found file : listing.files()) {
      cards.addAll(Sections.of(file.name(), text(file)));
    }
    return Collections.unmodifiableList(cards);
  }

  private static String text(Found file) {
    try (InputStream in = Files.newInputStream(file.path(), LinkOption.NOFOLLOW_LINKS)) {
      return new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8);
    } catch (IOException _) {
      return "";
    }
  }

  /** Collects the files of a directory, without going through links to other directories. */
  private static final class Visitor implements FileVisitor<Path> {
    private final Path root;
    private final List<Found> found;
    private final List<String> warnings;
    private int seen;

    Visitor(Path root, List<Found> found, List<String> warnings) {
      this.root = root;
      this.found = found;
      this.warnings = warnings;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
      return !directory.equals(root) && hidden(directory)
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (++seen > MOST_SEEN) {
        warnings.add(root + " has too many files; only some of them were looked at.");
        return FileVisitResult.TERMINATE;
      }
      String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
      if (hidden(file) || ENDINGS.stream().noneMatch(name::endsWith)) {
        return FileVisitResult.CONTINUE;
      }
      try {
        Path real = file.toRealPath();
        if (!real.startsWith(root)) {
          warnings.add(root.relativize(file) + " leads out of its directory and was left out.");
        } else if (Files.isRegularFile(real, LinkOption.NOFOLLOW_LINKS)) {
          found.add(
              new Found(
                  root,
                  real,
                  root.relativize(file).toString(),
                  Files.size(real),
                  Files.getLastModifiedTime(real).toMillis()));
        }
      } catch (IOException _) {
        warnings.add(root.relativize(file) + " can't be read.");
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      warnings.add(root.relativize(file) + " can't be read.");
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, IOException e) {
      return FileVisitResult.CONTINUE;
    }

    private static boolean hidden(Path path) {
      return path.getFileName().toString().startsWith(".");
    }
  }
}
