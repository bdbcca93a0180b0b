package dev.opensipsmcp.cfg.internal.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.opensipsmcp.cfg.source.Loader;
import dev.opensipsmcp.cfg.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The plain files in a folder, and no others. */
public final class Files {
  private final Path named;
  private final Path root;
  private final Map<Path, SourceFile> read = new HashMap<>();

  private Files(Path named, Path root) {
    this.named = named;
    this.root = root;
  }

  /** {@return the files in a folder, which must be there} */
  public static Files in(Path root) throws IOException {
    Path real = root.toRealPath();
    if (!java.nio.file.Files.isDirectory(real)) {
      throw new FileSystemException(root.toString(), "", "not a folder");
    }
    return new Files(root.toAbsolutePath().normalize(), real);
  }

  /** {@return the folder of a file that was read, relative to the root} */
  static String folder(String name) {
    int slash = name.lastIndexOf('/');
    return slash < 0 ? "" : name.substring(0, slash + 1);
  }

  /** Takes a file, by its real path, to hold a text. */
  public void suppose(Path real, String text) {
    read.put(real, new SourceFile(root.relativize(real).toString(), text, UTF_8));
  }

  /**
   * Reads a file, each once.
   *
   * @param name absolute, or relative to the root
   * @throws IOException which says why not
   */
  SourceFile read(String name) throws IOException {
    Path real = inside(name).orElseThrow(() -> new NoSuchFileException(name));
    Optional<SourceFile> known = Optional.ofNullable(read.get(real));
    if (known.isPresent()) {
      return known.get();
    }
    SourceFile file = decoded(root.relativize(real).toString(), bytes(name, real));
    read.put(real, file);
    return file;
  }

  /**
   * Finds a file.
   *
   * @return where it really is; empty when there is none
   * @throws IOException when it is there and may not be read
   */
  Optional<Path> inside(String name) throws IOException {
    Path real;
    try {
      Path asked = root.resolve(name);
      // What is not even named inside is not looked for: no one learns what else exists.
      Path plain = asked.normalize();
      if (!plain.startsWith(root) && !plain.startsWith(named)) {
        throw outside(name);
      }
      real = asked.toRealPath();
    } catch (InvalidPathException e) {
      throw new FileSystemException(name, "", "no name of a file");
    } catch (NoSuchFileException _) {
      return supposed(name);
    }
    if (!real.startsWith(root)) {
      throw outside(name);
    }
    return Optional.of(real);
  }

  /** {@return a file that is not there, where it is taken to be} */
  private Optional<Path> supposed(String name) throws IOException {
    Path asked = root.resolve(name);
    Path parent = asked.getParent();
    if (parent == null || !java.nio.file.Files.isDirectory(parent)) {
      return Optional.empty();
    }
    return Optional.of(parent.toRealPath().resolve(asked.getFileName())).filter(read::containsKey);
  }

  private FileSystemException outside(String name) {
    return new FileSystemException(name, "", "lies outside of " + root);
  }

  private static byte[] bytes(String name, Path real) throws IOException {
    if (!java.nio.file.Files.isRegularFile(real, NOFOLLOW_LINKS)) {
      throw new FileSystemException(name, "", "is no plain file");
    }
    try (InputStream in = java.nio.file.Files.newInputStream(real, NOFOLLOW_LINKS)) {
      byte[] bytes = in.readNBytes(Loader.MAX_FILE_BYTES + 1);
      if (bytes.length > Loader.MAX_FILE_BYTES) {
        throw new FileSystemException(
            name, "", "has more than " + Loader.MAX_FILE_BYTES + " bytes");
      }
      return bytes;
    }
  }

  private static SourceFile decoded(String name, byte[] bytes) {
    try {
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new SourceFile(name, text, UTF_8);
    } catch (CharacterCodingException _) {
      return new SourceFile(name, new String(bytes, ISO_8859_1), ISO_8859_1);
    }
  }
}
