package dev.opensipsmcp.server.secret;

import dev.opensipsmcp.server.files.AppendedFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;

/**
 * The key of a state directory: random, made at its first use under the file's lock, so that
 * several processes agree on one. Everything sealed is lost with it.
 */
final class SealKey {
  private static final int BYTES = 32;

  private static final Set<PosixFilePermission> OWNERS =
      Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private final AppendedFile file;
  private Optional<byte[]> key = Optional.empty();

  SealKey(Path path) {
    this.file = new AppendedFile(path);
  }

  /**
   * {@return the key}
   *
   * @throws IOException when it can't be read or made, is open to others, or is none
   */
  synchronized byte[] bytes() throws IOException {
    if (key.isEmpty()) {
      key = Optional.of(file.locked(this::readOrMake));
    }
    return key.get();
  }

  private byte[] readOrMake(FileChannel channel) throws IOException {
    Path path = file.path();
    if (path.getFileSystem().supportedFileAttributeViews().contains("posix")
        && !OWNERS.containsAll(Files.getPosixFilePermissions(path))) {
      throw new IOException(path.getFileName() + " is open to others than its owner");
    }
    byte[] bytes = new byte[BYTES];
    if (channel.size() == 0) {
      new SecureRandom().nextBytes(bytes);
      channel.write(ByteBuffer.wrap(bytes), 0);
      channel.force(true);
      return bytes;
    }
    if (channel.size() != BYTES || channel.read(ByteBuffer.wrap(bytes), 0) != BYTES) {
      throw new IOException(path.getFileName() + " is no key");
    }
    return bytes;
  }
}
