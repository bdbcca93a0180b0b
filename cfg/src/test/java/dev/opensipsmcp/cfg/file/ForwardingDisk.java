package dev.opensipsmcp.cfg.file;

import java.io.IOException;
import java.nio.file.Path;

/** A disk that works; tests let single steps of it fail. */
class ForwardingDisk implements Disk {
  private final Disk real = Disk.posix();

  @Override
  public void copy(Path file, Path copy) throws IOException {
    real.copy(file, copy);
  }

  @Override
  public void create(Path file) throws IOException {
    real.create(file);
  }

  @Override
  public void fill(Path file, byte[] bytes) throws IOException {
    real.fill(file, bytes);
  }

  @Override
  public void move(Path from, Path to) throws IOException {
    real.move(from, to);
  }

  @Override
  public void delete(Path file) throws IOException {
    real.delete(file);
  }

  @Override
  public boolean sameOwner(Path one, Path other) throws IOException {
    return real.sameOwner(one, other);
  }
}
