package dev.opensipsmcp.server.secret;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;

/** The directory of secrets that an administrator keeps, one file each. */
final class SecretFiles {
  private static final int MOST_BYTES = 256 * 1024;

  /** Whoever has one of these could read the secret, or put another in its place. */
  private static final Set<PosixFilePermission> TOO_WIDE =
      Set.of(
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE,
          PosixFilePermission.GROUP_WRITE);

  /** Whoever may write into a directory can put another file in a file's place. */
  private static final Set<PosixFilePermission> REPLACE = Set.of(PosixFilePermission.OTHERS_WRITE);

  private final Optional<Path> directory;

  SecretFiles(Optional<Path> directory) {
    this.directory = directory;
  }

  /** What was found under a name. */
  sealed interface Found {
    record Text(String text) implements Found {
      @Override
      public String toString() {
        return "Text[***]";
      }
    }

    record None(SecretResult.Refused refused) implements Found {}
  }

  /** {@return what a file holds; the name was held against the form of names} */
  Found read(String name) {
    if (directory.isEmpty()) {
      return none(
          SecretError.SECRET_SOURCE_UNKNOWN.because(
              "No directory of secrets is configured.",
              "Ask whoever runs this server to set OPENSIPS_MCP_SECRETS_DIR, or use stored:NAME."));
    }
    try {
      Path home = directory.get().toRealPath();
      Path file = home.resolve(name).toRealPath();
      if (!file.startsWith(home) || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        return none(
            SecretError.SECRET_UNSAFE.because(
                name + " is no file of the directory of secrets.",
                "Name a plain file in that directory."));
      }
      if (anyMay(home, REPLACE) || anyMay(file, TOO_WIDE)) {
        return none(
            SecretError.SECRET_UNSAFE.because(
                name + " can be read by all accounts of its machine, or replaced by others.",
                "Ask whoever runs this server to run chmod 0600 on it."));
      }
      return text(name, file);
    } catch (NoSuchFileException e) {
      return none(
          SecretError.SECRET_NOT_FOUND.because(
              "The directory of secrets has no file " + name + ".",
              "Ask whoever runs this server to put it there, or use stored:NAME."));
    } catch (IOException | SecurityException e) {
      return none(
          SecretError.SECRET_NOT_FOUND.because(
              name + " can't be read by this server (" + e.getClass().getSimpleName() + ").",
              "Ask whoever runs this server to check the file's owner and rights."));
    }
  }

  private static Found text(String name, Path file) throws IOException {
    byte[] bytes;
    try (InputStream in =
        Files.newInputStream(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
      bytes = in.readNBytes(MOST_BYTES + 1);
    }
    if (bytes.length > MOST_BYTES) {
      return none(SecretError.SECRET_UNFIT.because(name + " is too large for a secret."));
    }
    try {
      return new Found.Text(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return none(SecretError.SECRET_UNFIT.because(name + " is no text in UTF-8."));
    }
  }

  private static boolean anyMay(Path path, Set<PosixFilePermission> permissions)
      throws IOException {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        && Files.getPosixFilePermissions(path).stream().anyMatch(permissions::contains);
  }

  private static Found none(SecretResult.Refused refused) {
    return new Found.None(refused);
  }
}
