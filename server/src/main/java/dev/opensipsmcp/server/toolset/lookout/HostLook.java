package dev.opensipsmcp.server.toolset.lookout;

import dev.opensipsmcp.cfg.file.Directories;
import dev.opensipsmcp.cfg.lint.Surroundings.Host;
import dev.opensipsmcp.cfg.lint.Surroundings.HostFile;
import dev.opensipsmcp.cfg.source.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks at files of this host: the configuration, and the certificates and keys that it names, as
 * far as they lie in allowed directories. The node is taken to run here only where a process of
 * this host has its number and its command line.
 *
 * @param directories the allowed ones
 * @param clock tells when this is
 */
record HostLook(List<Path> directories, InstantSource clock) {

  Optional<Host> look(
      Program program, Optional<Path> file, Optional<NodeLook> node, List<Looked> looked) {
    Optional<Path> real = file.flatMap(this::allowed);
    if (real.isEmpty()) {
      looked.add(
          new Looked(
              "host",
              false,
              file.isEmpty()
                  ? "The configuration is a text and not a file."
                  : "The configuration is in no allowed directory."));
      return Optional.empty();
    }
    Map<String, HostFile> files = new HashMap<>();
    List<String> not = new ArrayList<>();
    mode(real.get())
        .ifPresent(mode ->
            files.put(
                real.get().toString(), new HostFile(mode, Optional.empty(), Optional.empty())));
    for (TlsFile named : TlsFile.all(program)) {
      Optional<HostFile> seen = allowed(named.path()).flatMap(it -> named.look(it, this::allowed));
      seen.ifPresent(it -> files.put(named.path(), it));
      if (seen.isEmpty()) {
        not.add(named.path());
      }
    }
    Optional<ProcessHandle> process = node.flatMap(HostLook::process);
    Optional<String> user = process.flatMap(it -> it.info().user());
    Optional<Instant> changed =
        process.isPresent() && node.flatMap(HostLook::started).equals(real)
            ? changed(real.get())
            : Optional.empty();
    looked.add(new Looked("host", true, words(files.size(), user, process.isPresent(), not)));
    return Optional.of(new Host(files, user, changed, clock.instant()));
  }

  private static String words(int files, Optional<String> user, boolean here, List<String> not) {
    return files
        + (files == 1 ? " file" : " files")
        + (here
            ? ", and the node's process" + user.map(name -> " of user " + name).orElse("")
            : "; the node's process is not seen on this host")
        + (not.isEmpty()
            ? ""
            : "; in no allowed directory, or unreadable: " + String.join(", ", not));
  }

  /** {@return the real path of a file, if it is in an allowed directory, whatever links say} */
  private Optional<Path> allowed(Path file) {
    try {
      return new Directories(directories).real(file).filter(Files::exists);
    } catch (IOException _) {
      // Nothing is known of it.
      return Optional.empty();
    }
  }

  private Optional<Path> allowed(String text) {
    try {
      return Optional.of(Path.of(text)).filter(Path::isAbsolute).flatMap(this::allowed);
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }

  static Optional<Integer> mode(Path file) {
    try {
      return Files.getAttribute(file, "unix:mode") instanceof Integer mode
          ? Optional.of(mode & 0777)
          : Optional.empty();
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> changed(Path file) {
    try {
      return Optional.of(Files.getLastModifiedTime(file).toInstant());
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private static Optional<ProcessHandle> process(NodeLook node) {
    if (node.pid() < 1 || node.arguments().size() < 2) {
      return Optional.empty();
    }
    List<String> words = node.arguments().subList(1, node.arguments().size());
    return ProcessHandle.of(node.pid())
        .filter(process ->
            process.info().arguments().filter(it -> List.of(it).equals(words)).isPresent());
  }

  /** {@return the real path of the file that the node was started with, where that is told} */
  private static Optional<Path> started(NodeLook node) {
    return node.option("-f")
        .flatMap(name -> {
          try {
            Path file = Path.of(name);
            return file.isAbsolute() ? Optional.of(file.toRealPath()) : Optional.empty();
          } catch (IOException | InvalidPathException _) {
            return Optional.empty();
          }
        });
  }
}
