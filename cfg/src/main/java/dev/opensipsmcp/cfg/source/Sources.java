package dev.opensipsmcp.cfg.source;

import java.util.List;

/**
 * A configuration and the files that it was put together from.
 *
 * @param program what they say; includes that could not be followed are among its faults
 * @param files the main file first, then each included one once, in the order of its first use
 */
public record Sources(Program program, List<SourceFile> files) {
  public Sources {
    files = List.copyOf(files);
  }
}
