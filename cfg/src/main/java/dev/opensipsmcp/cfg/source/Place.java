package dev.opensipsmcp.cfg.source;

/**
 * A place in a file.
 *
 * @param file the file as it was named
 * @param line the line, from 1
 * @param column the character in it, from 1
 */
public record Place(String file, int line, int column) {
  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
