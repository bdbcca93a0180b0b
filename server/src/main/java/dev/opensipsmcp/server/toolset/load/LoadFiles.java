package dev.opensipsmcp.server.toolset.load;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.opensipsmcp.server.files.OwnerOnly;
import dev.opensipsmcp.sip.file.AllowedDirectories;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of this toolset: all below one directory, links that lead out of it don't count.
 *
 * @param directory the directory, which exists
 */
record LoadFiles(Path directory) {
  private static final int DEEP = 4;
  private static final int MOST = 1_000;
  private static final int LARGEST_RESULT = 1 << 18;
  private static final String RESULT = ".load.json";
  private static final FileVisitOption[] NO_LINKS = {};

  /**
   * A result that was kept.
   *
   * @param name its file's name without the ending
   * @param json what it holds
   */
  record Kept(String name, JsonObject json) {}

  /** {@return where a path leads, or nothing when that is outside} */
  Optional<Path> inside(String text) {
    try {
      Path path = Path.of(text);
      // The directory itself is a place for results, but no file.
      if (path.isAbsolute()
          && Files.isDirectory(path)
          && path.toRealPath().equals(directory.toRealPath())) {
        return Optional.of(path.toRealPath());
      }
      return new AllowedDirectories(List.of(directory)).real(path);
    } catch (InvalidPathException | IOException _) {
      return Optional.empty();
    }
  }

  /** {@return the scenario files, sorted} */
  List<Path> scenarios() {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> all = Files.walk(directory, DEEP, NO_LINKS)) {
      all.filter(file -> file.toString().endsWith(".xml"))
          .filter(file -> !file.toString().contains("/.run-"))
          .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .limit(MOST)
          .forEach(found::add);
    } catch (IOException | UncheckedIOException _) {
      // What can't be read has nothing to show.
    }
    found.sort(Comparator.naturalOrder());
    return found;
  }

  /**
   * {@return so much of a file}
   *
   * @throws IOException when it can't be read, or is a link or no plain file
   */
  static byte[] bytes(Path file, int most) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException(file + " is no plain file");
    }
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return in.readNBytes(most);
    }
  }

  /**
   * Keeps a result in a new file that only its owner can read.
   *
   * @param place a directory, {@link #directory} or one below it
   * @param name the file's name without the ending
   * @return the file
   * @throws IOException when it can't be written, or is there already
   */
  static Path keep(Path place, String name, JsonObject json) throws IOException {
    Path file = place.resolve(name + RESULT);
    OwnerOnly.create(file, json + "\n");
    OwnerOnly.sync(place);
    return file;
  }

  /** {@return the results kept in a directory, newest first; files that are none are left out} */
  static List<Kept> kept(Path place) {
    List<Kept> kept = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(place, "*" + RESULT)) {
      for (Path file : files) {
        if (kept.size() < MOST) {
          result(file).ifPresent(kept::add);
        }
      }
    } catch (IOException _) {
      // No directory, no results.
    }
    kept.sort(Comparator.comparing((Kept one) -> LoadJson.started(one.json())).reversed());
    return kept;
  }

  private static Optional<Kept> result(Path file) {
    try {
      String text = new String(bytes(file, LARGEST_RESULT), StandardCharsets.UTF_8);
      JsonObject json = JsonParser.parseString(text).getAsJsonObject();
      String name = String.valueOf(file.getFileName()).replace(RESULT, "");
      return LoadJson.isResult(json) ? Optional.of(new Kept(name, json)) : Optional.empty();
    } catch (IOException | JsonParseException | IllegalStateException _) {
      return Optional.empty();
    }
  }
}
