package dev.opensipsmcp.server.cli.cfg;

import dev.opensipsmcp.cfg.source.Loader;
import dev.opensipsmcp.cfg.source.Origins;
import dev.opensipsmcp.cfg.source.Place;
import dev.opensipsmcp.cfg.source.Program;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads what a command line names. */
final class Files {
  private static final String STDIN = "-";
  private static final int MOST_BYTES = 64 << 20;

  private final InputStream in;

  Files(InputStream in) {
    this.in = in;
  }

  /** {@return a configuration with all that it includes} */
  Program program(String name) {
    if (name.equals(STDIN)) {
      return Program.of("<stdin>", stdin());
    }
    Path file = path(name);
    try {
      Path real = file.toRealPath();
      Path parent = real.getParent();
      if (parent == null) {
        throw new Unreadable(name + " is a directory. Name a file.");
      }
      Program program = Loader.in(parent).load(real).program();
      return new Program(
          program.tree(), new AsNamed(program.origins(), name, String.valueOf(real.getFileName())));
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  /** {@return the file of that name; none for standard input} */
  Optional<Path> file(String name) {
    return name.equals(STDIN) ? Optional.empty() : Optional.of(path(name).toAbsolutePath());
  }

  /** {@return a text as it is} */
  String text(String name) {
    if (name.equals(STDIN)) {
      return stdin();
    }
    try {
      byte[] bytes = java.nio.file.Files.readAllBytes(path(name));
      String text = new String(bytes, StandardCharsets.UTF_8);
      return text.indexOf('\uFFFD') < 0 ? text : new String(bytes, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  void write(String name, String text) {
    try {
      java.nio.file.Files.writeString(path(name), text);
    } catch (IOException e) {
      throw new Unreadable(name + " can't be written: " + why(e) + ". Name another file.");
    }
  }

  private String stdin() {
    try {
      byte[] bytes = in.readNBytes(MOST_BYTES);
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw unreadable("Standard input", e);
    }
  }

  static Path path(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException _) {
      throw new Unreadable("'" + name + "' is no name of a file.");
    }
  }

  private static Unreadable unreadable(String name, IOException e) {
    return new Unreadable(
        e instanceof NoSuchFileException
            ? "There is no file " + name + ". Name one that exists, or - for standard input."
            : name + " can't be read: " + why(e) + ".");
  }

  private static String why(IOException e) {
    return e.getClass().getSimpleName().equals("AccessDeniedException")
        ? "access is denied"
        : String.valueOf(e.getMessage());
  }

  /**
   * The main file under the name that was typed, so that what is printed can be opened.
   *
   * @param inner the places
   * @param typed the name
   * @param main the main file's name there
   */
  private record AsNamed(Origins inner, String typed, String main) implements Origins {
    @Override
    public Place place(int offset) {
      Place place = inner.place(offset);
      if (place.file().equals(main)) {
        return new Place(typed, place.line(), place.column());
      }
      int slash = typed.lastIndexOf('/');
      return new Place(typed.substring(0, slash + 1) + place.file(), place.line(), place.column());
    }

    @Override
    public String line(int offset) {
      return inner.line(offset);
    }
  }
}
