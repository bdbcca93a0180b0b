package dev.opensipsmcp.cfg.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What became of old copies after a new one was made.
 *
 * @param gone the copies that were taken away
 * @param problem why some that should have gone are still there, one sentence
 */
public record Pruned(List<Path> gone, Optional<String> problem) {
  /** Nothing went, and nothing had to. */
  public static final Pruned NOTHING = new Pruned(List.of(), Optional.empty());

  public Pruned {
    gone = List.copyOf(gone);
  }
}
