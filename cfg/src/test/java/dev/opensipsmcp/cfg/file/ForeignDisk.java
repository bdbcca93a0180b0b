package dev.opensipsmcp.cfg.file;

import java.nio.file.Path;

/** A disk where a copy belongs to somebody else than the original. */
final class ForeignDisk extends ForwardingDisk {
  @Override
  public boolean sameOwner(Path one, Path other) {
    return false;
  }
}
