package dev.opensipsmcp.server.config;

import dev.opensipsmcp.server.config.Settings.BackupEntry;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** Reads where backups of tables lie, and whether secrets may be in them. */
final class BackupReader {
  static final Set<String> KEYS = Set.of("dir", "include_secrets");

  private BackupReader() {}

  /**
   * {@return the settings; what the environment does not say, the file does}
   *
   * @param variables the environment
   * @param table the file's table, if it has one
   * @param stateDirectory where backups lie when neither says
   */
  static BackupEntry read(Source variables, Optional<YamlTable> table, Path stateDirectory) {
    Optional<Source> file = table.map(YamlTable::source);
    boolean inFile = file.isPresent() && file.get().flag("include_secrets", false);
    Optional<String> directory =
        variables.text("backup_dir").or(() -> file.flatMap(source -> source.text("dir")));
    return new BackupEntry(
        directory.isPresent() ? Path.of(directory.get()) : stateDirectory.resolve("backups"),
        variables.flag("backup_secrets", inFile));
  }
}
