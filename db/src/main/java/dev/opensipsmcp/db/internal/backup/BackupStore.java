package dev.opensipsmcp.db.internal.backup;

import dev.opensipsmcp.db.DbError;
import dev.opensipsmcp.db.DbError.Kind;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The directory of backups. A name is a file's own name and nothing of a path; no link is followed.
 *
 * @param directory where it is
 */
record BackupStore(Path directory) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,119}\\.jsonl(\\.gz)?");
  private static final Pattern UNFIT = Pattern.compile("[^a-z0-9_-]+");
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);
  private static final int LABEL = 60;
  private static final FileAttribute<?> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final FileAttribute<?> OWNER_ONLY_DIRECTORY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  /** {@return a new name that tells the label and the time} */
  static String name(String label, Instant now, boolean compressed) {
    String plain = UNFIT.matcher(label.toLowerCase(Locale.ROOT)).replaceAll("-");
    String word = plain.substring(0, Math.min(plain.length(), LABEL));
    byte[] some = new byte[3];
    new SecureRandom().nextBytes(some);
    String start = word.isEmpty() || !Character.isLetterOrDigit(word.charAt(0)) ? "b" + word : word;
    return start
        + "-"
        + STAMP.format(now)
        + "-"
        + HexFormat.of().formatHex(some)
        + (compressed ? ".jsonl.gz" : ".jsonl");
  }

  static boolean compressed(String name) {
    return name.endsWith(".gz");
  }

  /** {@return the file of that name, if the name is one and the file is there} */
  Optional<Path> find(String name) {
    if (!NAME.matcher(name).matches()) {
      return Optional.empty();
    }
    Path file = directory.resolve(name);
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        ? Optional.of(file)
        : Optional.empty();
  }

  /** {@return the names of all backups, in no order} */
  List<String> names() throws IOException {
    List<String> names = new ArrayList<>();
    if (!Files.isDirectory(directory)) {
      return names;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
      for (Path file : files) {
        String name = String.valueOf(file.getFileName());
        if (find(name).isPresent()) {
          names.add(name);
        }
      }
    }
    return names;
  }

  /**
   * {@return an empty file that is written before it gets its name}
   *
   * @param name the name it will get
   */
  Path begin(String name) throws IOException {
    if (!NAME.matcher(name).matches()) {
      throw new IOException("not a backup's name");
    }
    Files.createDirectories(directory, OWNER_ONLY_DIRECTORY);
    forgetParts();
    return Files.createFile(directory.resolve("." + name + ".part"), OWNER_ONLY);
  }

  /** What a process that was killed left of a backup goes after a day. */
  private void forgetParts() throws IOException {
    Instant old = Instant.now().minus(Duration.ofDays(1));
    try (DirectoryStream<Path> parts = Files.newDirectoryStream(directory, ".*.part")) {
      for (Path part : parts) {
        if (Files.getLastModifiedTime(part).toInstant().isBefore(old)) {
          Files.deleteIfExists(part);
        }
      }
    }
  }

  /** Gives a file that is on the disk its name; the name is on the disk when this returns. */
  void finish(Path written, String name) throws IOException {
    Files.move(written, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel entry = FileChannel.open(directory, StandardOpenOption.READ)) {
      entry.force(true);
    }
  }

  /** {@return whether there was such a backup; it is gone} */
  boolean delete(String name) throws IOException {
    Optional<Path> file = find(name);
    return file.isPresent() && Files.deleteIfExists(file.get());
  }

  /** {@return that there is no backup of that name} */
  DbError missing() {
    return new DbError(
        Kind.FILE,
        "There is no backup of that name.",
        "Take a name of db_backup_list; a path is not accepted.");
  }

  /** {@return that a file can't be read or written} */
  static DbError fault(String what, IOException why) {
    return new DbError(
        Kind.FILE,
        what + " (" + why.getClass().getSimpleName() + ").",
        "Check the space and the rights of the directory of backups, which the settings name.");
  }
}
