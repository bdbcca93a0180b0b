package dev.opensipsmcp.cfg.file;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Says whether a configuration may be used. It is asked twice: before the file is replaced, about a
 * temporary file in the same directory, so that relative includes are found; and after, about the
 * file itself.
 */
@FunctionalInterface
public interface FileCheck {
  /**
   * {@return why the file may not be used, one sentence, or nothing when it may}
   *
   * @param file the file to look at
   */
  Optional<String> objection(Path file);

  /** {@return a check that has no objection to anything} */
  static FileCheck none() {
    return _ -> Optional.empty();
  }
}
