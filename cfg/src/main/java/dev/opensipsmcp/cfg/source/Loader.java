package dev.opensipsmcp.cfg.source;

import dev.opensipsmcp.cfg.internal.source.Files;
import dev.opensipsmcp.cfg.internal.source.Flattener;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Reads a configuration with all that it includes, the way OpenSIPS does: line by line, a name
 * first looked for in the folder that OpenSIPS was started in, then next to the file that includes
 * it, at most 50 deep.
 *
 * <p>Nothing is read outside of one folder, however it is named or linked, and nothing but plain
 * files, of at most {@value #MAX_FILE_BYTES} bytes each.
 */
public final class Loader {
  /** The most bytes of a file. */
  public static final int MAX_FILE_BYTES = 16 << 20;

  private final Files files;

  private Loader(Files files) {
    this.files = files;
  }

  /**
   * Makes a loader.
   *
   * @param root the folder that all files are read from; it also counts as the one that OpenSIPS
   *     was started in
   * @throws IOException when there is no such folder
   */
  public static Loader in(Path root) throws IOException {
    return new Loader(Files.in(root));
  }

  /**
   * Takes one file to hold another text than it does, or to be there when it is not.
   *
   * @param file its real path, below the root
   * @param text what it is taken to hold
   */
  public void suppose(Path file, String text) {
    files.suppose(file, text);
  }

  /**
   * Reads a configuration.
   *
   * @param file its main file, absolute or relative to the root
   * @return what it says; an include that can't be followed is a fault where it stands
   * @throws IOException when the main file can't be read, or is none of those that may be
   */
  public Sources load(Path file) throws IOException {
    return new Flattener(files).load(file.toString());
  }
}
