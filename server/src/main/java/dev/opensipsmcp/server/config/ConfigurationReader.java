package dev.opensipsmcp.server.config;

import dev.opensipsmcp.server.config.Settings.ConfigurationEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads where opensips.cfg files may be read and written, and what checks them. */
final class ConfigurationReader {
  private static final Set<String> KEYS = Set.of("binary", "module_path");
  private static final Set<String> BACKUPS = Set.of("keep", "days");

  private ConfigurationReader() {}

  /**
   * {@return the settings; what the environment does not say, the file does}
   *
   * @param variables the environment
   * @param file the file, if there is one
   * @param faults takes what is wrong
   */
  static ConfigurationEntry read(Source variables, Optional<YamlTable> file, Faults faults) {
    Optional<YamlTable> table =
        file.isPresent() ? file.get().table("opensips", KEYS) : Optional.empty();
    Optional<String> binary = variables.text("opensips_bin");
    Optional<String> modules = variables.text("opensips_module_path");
    if (table.isPresent()) {
      binary = binary.isPresent() ? binary : table.get().source().text("binary");
      modules = modules.isPresent() ? modules : table.get().source().text("module_path");
    }
    Source backups = Group.of(variables, file, "config_backups", BACKUPS, faults).source();
    return new ConfigurationEntry(
        directories("cfg_dirs", "config_dirs", variables, file, faults),
        absolute(binary, "opensips.binary", faults),
        absolute(modules, "opensips.module_path", faults),
        directories("cfg_main", "config_main", variables, file, faults),
        backups.integer("keep", ConfigurationEntry.BACKUPS, 1, 100_000),
        backups.integer("days", ConfigurationEntry.DAYS, 1, 36_500));
  }

  /**
   * {@return directories that a setting lists}
   *
   * @param key the name of the variable and in the file
   * @param variables the environment
   * @param file the file, if there is one
   * @param faults takes what is wrong
   */
  static List<Path> directories(
      String key, Source variables, Optional<YamlTable> file, Faults faults) {
    return directories(key, key, variables, file, faults);
  }

  private static List<Path> directories(
      String variableName, String key, Source variables, Optional<YamlTable> file, Faults faults) {
    List<String> texts = new ArrayList<>();
    Optional<String> variable = variables.text(variableName);
    if (variable.isPresent()) {
      for (String text : variable.get().split("[:,]", -1)) {
        texts.add(text.strip());
      }
    } else if (file.isPresent()) {
      texts.addAll(file.get().texts(key));
    }
    List<Path> paths = new ArrayList<>();
    for (String text : texts) {
      if (!text.isEmpty()) {
        absolute(Optional.of(text), key, faults).ifPresent(paths::add);
      }
    }
    return paths;
  }

  /** A relative path would mean another place for every way of starting. */
  private static Optional<Path> absolute(Optional<String> text, String where, Faults faults) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (!text.get().startsWith("/") || text.get().indexOf('\0') >= 0) {
      faults.add(where, "must be an absolute path");
      return Optional.empty();
    }
    return Optional.of(Path.of(text.get()));
  }
}
