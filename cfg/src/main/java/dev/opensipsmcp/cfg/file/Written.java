package dev.opensipsmcp.cfg.file;

import java.nio.file.Path;
import java.util.Optional;

/** What came of writing a file. */
public sealed interface Written {
  /**
   * The file holds the new text.
   *
   * @param stored what it holds now
   * @param backup a copy of what it held before; empty for a new file
   * @param pruned what became of older copies
   */
  record Saved(Stored stored, Optional<Path> backup, Pruned pruned) implements Written {}

  /**
   * There is no such file any more.
   *
   * @param file where it was
   * @param backup a copy of what it held
   */
  record Removed(Path file, Path backup) implements Written {}

  /**
   * The file already held this text, and was not touched.
   *
   * @param stored what it holds
   */
  record Same(Stored stored) implements Written {}

  /**
   * The file was not touched.
   *
   * @param reason why not
   * @param message the same for a person, one sentence
   */
  record Refused(Refusal reason, String message) implements Written {}

  /**
   * The file was replaced, the check then had an objection, and the file holds again what it held
   * before. A file that was new is gone again.
   *
   * @param message the objection
   * @param backup a copy of what it held before; empty for a file that was new
   */
  record Restored(String message, Optional<Path> backup) implements Written {}

  /**
   * The file was replaced, the check then had an objection, and putting the former text back
   * failed, too: a person must copy the backup.
   *
   * @param message the objection, and what went wrong after it
   * @param backup a copy of what the file held before; empty for a file that was new
   */
  record Stuck(String message, Optional<Path> backup) implements Written {}
}
