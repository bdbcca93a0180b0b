package dev.opensipsmcp.server.toolset.config;

import dev.opensipsmcp.cfg.file.ConfigurationFiles;
import dev.opensipsmcp.cfg.file.Disk;
import dev.opensipsmcp.cfg.file.Retention;
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
 * @param retention how many copies of a file stay
 * @param mains the files that nodes start with
 */
public record ConfigDesk(
    List<Path> directories,
    ConfigurationFiles files,
    Version assumed,
    Optional<OpensipsBinary> binary,
    InstantSource clock,
    ProgramsEntry programs,
    Retention retention,
    List<Path> mains) {
  public ConfigDesk {
    directories = List.copyOf(directories);
    mains = List.copyOf(mains);
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
        ProgramsEntry.NONE,
        Retention.EVERYTHING,
        List.of());
  }

  /** {@return the same where these programs may be started} */
  public ConfigDesk with(ProgramsEntry allowed) {
    return new ConfigDesk(directories, files, assumed, binary, clock, allowed, retention, mains);
  }

  /** {@return the same where so many copies of a file stay} */
  public ConfigDesk with(Retention kept) {
    return with(kept, Disk.posix());
  }

  /** {@return the same where this carries out each step of writing a file} */
  ConfigDesk with(Retention kept, Disk disk) {
    return new ConfigDesk(
        directories,
        new ConfigurationFiles(directories, clock, kept, disk),
        assumed,
        binary,
        clock,
        programs,
        kept,
        mains);
  }

  /** {@return the same where nodes start with these files} */
  public ConfigDesk startedWith(List<Path> files) {
    return new ConfigDesk(
        directories, this.files, assumed, binary, clock, programs, retention, files);
  }

  /** {@return what becomes of old copies when one more is made, one sentence} */
  String pruning() {
    return retention.equals(Retention.EVERYTHING)
        ? "Every older copy stays"
        : "Older copies go beyond the newest "
            + retention.keep()
            + " and after "
            + retention.age().toDays()
            + " days, unless an undo needs them";
  }

  /** {@return a desk without files and without a binary} */
  public static ConfigDesk none() {
    return of(List.of(), "3.6", Optional.empty(), InstantSource.system());
  }
}
