package dev.opensipsmcp.server.toolset.config;

import dev.opensipsmcp.cfg.source.Loader;
import dev.opensipsmcp.cfg.source.Program;
import dev.opensipsmcp.cfg.source.SourceFile;
import dev.opensipsmcp.cfg.source.Sources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The whole configurations that a file belongs to, with all that they include: those that nodes
 * start with and that include it, else the file itself.
 *
 * @param desk knows the directories, outside of which nothing is read, and what nodes start with
 */
record Wholes(ConfigDesk desk) {

  /**
   * One of them.
   *
   * @param main the file that a node starts with
   * @param program what it says
   */
  record Whole(Path main, Program program) {}

  /** {@return a text by itself} */
  static Whole alone(Path name, String text) {
    return new Whole(name, Program.of(name.toString(), text));
  }

  /**
   * {@return the configurations as they would be; at least one}
   *
   * @param file the file, which may be new
   * @param text what it would hold
   * @throws IOException when the file is in no allowed directory, or can't be read
   */
  List<Whole> with(Path file, String text) throws IOException {
    Path real = real(file);
    List<Whole> all = new ArrayList<>();
    for (Path main : desk.mains()) {
      Optional<Path> start = desk.files().place(main);
      if (start.isPresent() && !start.get().equals(real)) {
        including(start.get(), real, text).ifPresent(all::add);
      }
    }
    if (all.isEmpty() || startedWith(real)) {
      all.addFirst(new Whole(real, loaded(root(real), real, real, text).program()));
    }
    return List.copyOf(all);
  }

  private boolean startedWith(Path real) {
    return desk.mains().stream()
        .anyMatch(main -> desk.files().place(main).equals(Optional.of(real)));
  }

  /** A main file that can't be read starts no node, and stands in nobody's way. */
  private Optional<Whole> including(Path main, Path part, String text) {
    try {
      Path root = root(main);
      if (!part.startsWith(root)) {
        return Optional.empty();
      }
      Sources sources = loaded(root, main, part, text);
      String name = root.relativize(part).toString();
      return sources.files().stream().map(SourceFile::name).anyMatch(name::equals)
          ? Optional.of(new Whole(main, sources.program()))
          : Optional.empty();
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private static Sources loaded(Path root, Path main, Path part, String text) throws IOException {
    Loader loader = Loader.in(root);
    loader.suppose(part, text);
    return loader.load(main);
  }

  private Path real(Path file) throws IOException {
    return desk.files()
        .place(file)
        .orElseThrow(() -> new IOException(file + " is in no allowed directory"));
  }

  /** {@return the allowed directory that a file is in, its own one where links lead there} */
  Path root(Path real) throws IOException {
    for (Path directory : desk.directories()) {
      if (java.nio.file.Files.isDirectory(directory) && real.startsWith(directory.toRealPath())) {
        return directory.toRealPath();
      }
    }
    throw new IOException(real + " is in no allowed directory");
  }
}
