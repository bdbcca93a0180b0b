package dev.opensipsmcp.cfg.file;

import java.io.IOException;
import java.nio.file.Path;

/** A disk that is full at one step, with half of the work done. */
final class FailingDisk implements Disk {
  private final Disk real = new PosixDisk();
  private final int failing;
  private int steps;

  FailingDisk(int failing) {
    this.failing = failing;
  }

  private void step() throws IOException {
    if (++steps == failing) {
      throw new IOException("No space left on device");
    }
  }

  @Override
  public void copy(Path file, Path copy) throws IOException {
    real.copy(file, copy);
    step();
  }

  @Override
  public void create(Path file) throws IOException {
    real.create(file);
    step();
  }

  @Override
  public void fill(Path file, byte[] bytes) throws IOException {
    real.fill(file, new byte[bytes.length / 2]);
    step();
    real.fill(file, bytes);
  }

  @Override
  public void move(Path from, Path to) throws IOException {
    step();
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
