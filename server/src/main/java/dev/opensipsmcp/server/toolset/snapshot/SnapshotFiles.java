package dev.opensipsmcp.server.toolset.snapshot;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.opensipsmcp.server.files.OwnerOnly;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.sip.file.AllowedDirectories;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The files of snapshots. One appears whole or not at all, only its owner can read it, and none
 * that exists is ever written over.
 *
 * @param directories the only ones, with all below them; the first is meant when a call names none
 */
record SnapshotFiles(List<Path> directories) {
  /** The biggest file that is read, in bytes; one of 20,000 gateways has 2 MB. */
  private static final long LARGEST = 64L << 20;

  /** How many files are listed at most. */
  static final int MOST = 5_000;

  private static final int DEEP = 4;
  private static final FileVisitOption[] NO_LINKS = {};
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  SnapshotFiles {
    directories = List.copyOf(directories);
  }

  /** What came of a look at a file. */
  sealed interface Found {
    /** A snapshot. */
    record Good(Path file, Snapshot snapshot) implements Found {}

    /** None. */
    record Bad(Reason reason, String why) implements Found {}
  }

  /** Why a file is none that can be used. */
  enum Reason {
    OUTSIDE,
    MISSING,
    UNREADABLE
  }

  /** {@return the directory that a call means, links followed, if it may be used} */
  Optional<Path> directory(Optional<String> name) {
    try {
      if (name.isEmpty()) {
        OwnerOnly.makeDirectory(directories.getFirst());
        return Optional.of(directories.getFirst().toRealPath());
      }
      Path asked = Path.of(name.get());
      return allowed().real(asked.resolve("any")).map(Path::getParent).filter(Files::isDirectory);
    } catch (IOException | InvalidPathException _) {
      return Optional.empty();
    }
  }

  private AllowedDirectories allowed() {
    return new AllowedDirectories(directories);
  }

  /** {@return the name of a new file: node, time, label, and letters that no other file has} */
  private static String name(Snapshot snapshot) {
    String label = plain(snapshot.text("label"));
    return "snapshot-"
        + plain(snapshot.text("instance"))
        + "-"
        + TIME.format(snapshot.taken())
        + (label.isEmpty() ? "" : "-" + label)
        + "-"
        + UUID.randomUUID().toString().substring(0, 6)
        + ".json";
  }

  private static String plain(String text) {
    String plain = text.replaceAll("[^A-Za-z0-9._-]+", "_");
    return plain.substring(0, Math.min(60, plain.length()));
  }

  /**
   * Writes a snapshot.
   *
   * @param directory as {@link #directory} gave it
   * @throws IOException when the disk refuses
   */
  Path write(Path directory, Snapshot snapshot) throws IOException {
    Path file = directory.resolve(name(snapshot));
    Path temporary = directory.resolve("." + file.getFileName() + ".new");
    try {
      OwnerOnly.create(temporary, snapshot.json() + "\n");
      Files.move(temporary, file);
      OwnerOnly.sync(directory);
      return file;
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /**
   * Reads a snapshot.
   *
   * @param name a file's name or path
   */
  Found read(String name) {
    Optional<Path> file;
    try {
      file = allowed().real(Path.of(name));
    } catch (InvalidPathException _) {
      file = Optional.empty();
    }
    if (file.isEmpty()) {
      return new Found.Bad(Reason.OUTSIDE, name + " is in no directory where snapshots may be.");
    }
    try {
      return Files.isRegularFile(file.get(), LinkOption.NOFOLLOW_LINKS)
          ? parsed(file.get(), name)
          : new Found.Bad(Reason.MISSING, "There is no snapshot " + name + ".");
    } catch (NoSuchFileException _) {
      return new Found.Bad(Reason.MISSING, "There is no snapshot " + name + ".");
    } catch (IOException e) {
      return new Found.Bad(Reason.UNREADABLE, name + " could not be read: " + e);
    }
  }

  private static Found parsed(Path file, String name) throws IOException {
    if (Files.size(file) > LARGEST) {
      return new Found.Bad(Reason.UNREADABLE, name + " is too large for a snapshot.");
    }
    JsonElement json;
    try {
      json = JsonParser.parseString(Files.readString(file, StandardCharsets.UTF_8));
    } catch (JsonParseException | CharacterCodingException _) {
      return new Found.Bad(
          Reason.UNREADABLE,
          name + " is no whole JSON: it was cut, changed, or is something else.");
    }
    long version = Json.number(Json.asObject(json), "version", -1);
    if (Json.text(Json.asObject(json), "format").equals(Snapshot.FORMAT)
        && version != Snapshot.VERSION) {
      return new Found.Bad(
          Reason.UNREADABLE,
          name
              + " is a snapshot of version "
              + version
              + ", and this server reads version "
              + Snapshot.VERSION
              + ".");
    }
    return Snapshot.of(json)
        .<Found>map(snapshot -> new Found.Good(file, snapshot))
        .orElseGet(() ->
            new Found.Bad(Reason.UNREADABLE, name + " is JSON, but no snapshot of this server."));
  }

  /** {@return the files that bear a snapshot's name, newest first, at most {@link #MOST}} */
  List<Path> newestFirst() {
    List<Path> found = new ArrayList<>();
    for (Path directory : directories) {
      if (Files.isDirectory(directory)) {
        try (Stream<Path> all = Files.walk(directory.toRealPath(), DEEP, NO_LINKS)) {
          all.filter(SnapshotFiles::named)
              .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
              .limit(MOST)
              .filter(file -> !found.contains(file))
              .forEach(found::add);
        } catch (IOException | UncheckedIOException _) {
          // A directory that is not to be read has no files to show.
        }
      }
    }
    found.sort(Comparator.comparing(SnapshotFiles::time).reversed().thenComparing(Path::toString));
    return found.subList(0, Math.min(MOST, found.size()));
  }

  private static boolean named(Path file) {
    return String.valueOf(file.getFileName())
        .matches("snapshot-.*-\\d{8}T\\d{6}Z(-.*)?-[0-9a-f]{6}\\.json");
  }

  /** {@return whether a file's name says that it is of this node} */
  static boolean of(Path file, String instance) {
    return String.valueOf(file.getFileName()).startsWith("snapshot-" + plain(instance) + "-");
  }

  private static String time(Path file) {
    return String.valueOf(file.getFileName()).replaceFirst(".*?-(\\d{8}T\\d{6}Z).*", "$1");
  }

  /** {@return when a file's snapshot was taken, as its name says} */
  static Instant taken(Path file) {
    try {
      return TIME.parse(time(file), Instant::from);
    } catch (DateTimeException _) {
      return Instant.MAX; // No such moment: nobody can say that it is old.
    }
  }

  /**
   * Deletes files.
   *
   * @return those that are gone
   * @throws IOException when the disk refuses one
   */
  List<Path> delete(List<Path> files) throws IOException {
    List<Path> gone = new ArrayList<>();
    for (Path file : files) {
      if (named(file) && allowed().real(file).equals(Optional.of(file))) {
        Files.deleteIfExists(file);
        gone.add(file);
      }
    }
    return gone;
  }
}
