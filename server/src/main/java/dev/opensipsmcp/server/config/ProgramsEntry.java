package dev.opensipsmcp.server.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Programs that callers with {@code process.manage} may have started; none by default.
 *
 * @param sources the only trees of OpenSIPS's sources in which modules may be compiled
 * @param make compiles them; without it nothing is compiled
 * @param docker asks for containers; without it none is looked at
 * @param composeFile the one file of containers that may be looked at and restarted
 * @param services the only services of it
 * @param gdb reads core files; without it none is read
 * @param cores the only directories whose core files may be read
 */
public record ProgramsEntry(
    List<Path> sources,
    Optional<Path> make,
    Optional<Path> docker,
    Optional<Path> composeFile,
    List<String> services,
    Optional<Path> gdb,
    List<Path> cores) {
  /** Nothing may be started. */
  public static final ProgramsEntry NONE =
      new ProgramsEntry(
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          List.of());

  public ProgramsEntry {
    sources = List.copyOf(sources);
    services = List.copyOf(services);
    cores = List.copyOf(cores);
  }
}
