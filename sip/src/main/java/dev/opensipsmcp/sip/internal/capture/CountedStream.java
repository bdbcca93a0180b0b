package dev.opensipsmcp.sip.internal.capture;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** A file's bytes, counted. */
final class CountedStream extends InputStream {
  private final FileInputStream file;
  private long count;

  CountedStream(Path path) throws IOException {
    this.file = new FileInputStream(path.toFile());
  }

  long count() {
    return count;
  }

  @Override
  public int read() throws IOException {
    int one = file.read();
    count += one < 0 ? 0 : 1;
    return one;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int read = file.read(bytes, from, length);
    count += Math.max(0, read);
    return read;
  }

  @Override
  public int available() throws IOException {
    return file.available();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
