package dev.opensipsmcp.server.binary;

import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.SyntaxTree;
import dev.opensipsmcp.cfg.syntax.Token;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * An OpenSIPS binary that looks at configurations: {@code opensips -C -f}. It runs on a private
 * copy, without the environment, with limits of time, memory and output. Before, a text is refused
 * that would have it load modules or files from elsewhere.
 *
 * @param file the program
 * @param modules the only directory that it may load modules from; its own when empty
 */
public record OpensipsBinary(Path file, Optional<Path> modules) {
  private static final int SECONDS = 20;
  private static final int MOST_OUTPUT = 256 << 10;

  /** Kilobytes of memory, blocks of files and seconds, which the shell sets for OpenSIPS. */
  private static final String LIMITS =
      "ulimit -v 2097152; ulimit -f 2048; ulimit -t 15; ulimit -c 0;"
          + " exec \"$0\" -C -m 64 -M 16 -f \"$1\"";

  /** What came of asking it. */
  public sealed interface Answer {
    /**
     * It looked at the text.
     *
     * @param accepted whether it found nothing wrong
     * @param output what it said
     */
    record Verdict(boolean accepted, String output) implements Answer {}

    /**
     * It was not run, because the text asks for too much.
     *
     * @param reason what for, one sentence
     */
    record Refused(String reason) implements Answer {}

    /**
     * It could not be run, or did not end.
     *
     * @param reason why, one sentence
     */
    record Failed(String reason) implements Answer {}
  }

  /**
   * Asks it.
   *
   * @param tree the configuration, which must be understood in full
   */
  public Answer ask(SyntaxTree tree) {
    Optional<String> objection = objection(tree);
    if (objection.isPresent()) {
      return new Answer.Refused(objection.get());
    }
    try {
      Path directory =
          Files.createTempDirectory(
              "opensips-mcp-",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      try {
        Path copy = directory.resolve("opensips.cfg");
        Files.writeString(copy, tree.text());
        return run(directory, copy);
      } finally {
        remove(directory);
      }
    } catch (IOException e) {
      return new Answer.Failed("It could not be run: " + e.getMessage());
    }
  }

  private Optional<String> objection(SyntaxTree tree) {
    if (!tree.faults().isEmpty()) {
      return Optional.of(
          "The text can't be understood in full: " + tree.faults().getFirst().message());
    }
    for (Token token : tree.tokens()) {
      String word = token.span().in(tree.text());
      if (token.kind() == Token.Kind.WORD
          && (word.equals("include_file") || word.equals("import_file"))) {
        return Optional.of("The text includes other files.");
      }
    }
    for (Item item : tree.items()) {
      if (item instanceof Item.LoadModule load && !fits(load.path().value())) {
        return Optional.of("The text loads a module from elsewhere: " + load.path().value());
      }
      if (item instanceof Item.ModulePath path && !allowed(path.path().value())) {
        return Optional.of("The text sets another module path: " + path.path().value());
      }
    }
    return Optional.empty();
  }

  /** A plain file name is looked for in the module path only. */
  private boolean fits(String module) {
    return module.matches("[A-Za-z0-9_]+(\\.so)?")
        || (module.startsWith("/") && inside(Path.of(module).normalize()));
  }

  private boolean allowed(String path) {
    return path.startsWith("/") && modules.isPresent() && inside(Path.of(path).normalize());
  }

  private boolean inside(Path path) {
    return modules.isPresent() && path.startsWith(modules.get().normalize());
  }

  private Answer run(Path directory, Path copy) throws IOException {
    Path said = directory.resolve("said");
    ProcessBuilder builder =
        new ProcessBuilder("/bin/sh", "-c", LIMITS, file.toString(), copy.toString())
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    builder.environment().clear();
    builder.environment().put("LC_ALL", "C");
    Process process = builder.start();
    try {
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        return new Answer.Failed("It did not end within " + SECONDS + " seconds.");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Answer.Failed("The call was withdrawn.");
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    try (InputStream in = Files.newInputStream(said)) {
      String output = new String(in.readNBytes(MOST_OUTPUT), StandardCharsets.UTF_8);
      int status = process.exitValue();
      return status == 126 || status == 127
          ? new Answer.Failed("There is no program to run: " + file)
          : new Answer.Verdict(status == 0, output.replace(copy.toString(), "opensips.cfg"));
    }
  }

  private static void remove(Path directory) {
    try (Stream<Path> all = Files.list(directory)) {
      for (Path path : (Iterable<Path>) all::iterator) {
        Files.deleteIfExists(path);
      }
      Files.deleteIfExists(directory);
    } catch (IOException _) {
      // What stays behind is in a private directory.
      return;
    }
  }
}
