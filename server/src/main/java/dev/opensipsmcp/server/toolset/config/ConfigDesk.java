package dev.opensipsmcp.server.toolset.config;

import dev.opensipsmcp.cfg.file.ConfigurationFiles;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.binary.OpensipsBinary;
import dev.opensipsmcp.server.config.ProgramsEntry;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * What tools on configurations work with.
 *
 * @param directories the only ones where files may be read and written
 * @param files reads and writes them
 * @param assumed the version that is meant where neither a call nor the node says
 * @param binary an OpenSIPS that checks configurations, where one is configured
 * @param clock the time
 * @param programs what else may be started
 */
public record ConfigDesk(
    List<Path> directories,
    ConfigurationFiles files,
    Version assumed,
    Optional<OpensipsBinary> binary,
    InstantSource clock,
    ProgramsEntry programs) {
  public ConfigDesk {
    directories = List.copyOf(directories);
  }

  /**
   * {@return a desk}
   *
   * @param directories the only ones where files may be read and written
   * @param assumed the version's label
   * @param binary an OpenSIPS that checks configurations, where one is configured
   * @param clock the time in names of backups
   */
  public static ConfigDesk of(
      List<Path> directories,
      String assumed,
      Optional<OpensipsBinary> binary,
      InstantSource clock) {
    return new ConfigDesk(
        directories,
        new ConfigurationFiles(directories, clock),
        Version.parse(assumed).orElse(Version.V3_6),
        binary,
        clock,
        ProgramsEntry.NONE);
  }

  /** {@return the same where these programs may be started} */
  public ConfigDesk with(ProgramsEntry allowed) {
    return new ConfigDesk(directories, files, assumed, binary, clock, allowed);
  }

  /** {@return a desk without files and without a binary} */
  public static ConfigDesk none() {
    return of(List.of(), "3.6", Optional.empty(), InstantSource.system());
  }
}
