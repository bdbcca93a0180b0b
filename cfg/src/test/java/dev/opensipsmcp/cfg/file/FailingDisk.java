package dev.opensipsmcp.cfg.file;

import java.io.IOException;
import java.nio.file.Path;

/** A disk that is full at one step, with half of the work done. */
final class FailingDisk extends ForwardingDisk {
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
    super.copy(file, copy);
    step();
  }

  @Override
  public void create(Path file) throws IOException {
    super.create(file);
    step();
  }

  @Override
  public void fill(Path file, byte[] bytes) throws IOException {
    super.fill(file, new byte[bytes.length / 2]);
    step();
    super.fill(file, bytes);
  }

  @Override
  public void move(Path from, Path to) throws IOException {
    step();
    super.move(from, to);
  }
}
