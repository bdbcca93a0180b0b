package dev.opensipsmcp.cfg.build;

import dev.opensipsmcp.cfg.internal.build.Capacity;
import dev.opensipsmcp.facts.Version;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The settings that a load asks for, each with its reason.
 *
 * @param settings in the order in which they are written
 */
public record Tuning(List<Setting> settings) {
  /** Bytes of shared memory that a contact is reckoned with: an estimate on the careful side. */
  public static final int CONTACT_BYTES = 1_500;

  /** Bytes of shared memory that a dialog is reckoned with: an estimate on the careful side. */
  public static final int DIALOG_BYTES = 8_000;

  /** Bytes of shared memory that a transaction is reckoned with, likewise. */
  public static final int TRANSACTION_BYTES = 12_000;

  public Tuning {
    settings = List.copyOf(settings);
  }

  /** {@return no settings} */
  public static Tuning none() {
    return new Tuning(List.of());
  }

  /**
   * Works out what a load asks for. The figures are starting points for a load test, no promise.
   *
   * @param load what is to be carried, on which host
   * @param version the release line
   * @return the settings; those of modules count only where the module is loaded
   */
  public static Tuning of(Load load, Version version) {
    return new Tuning(Capacity.settings(load, version));
  }

  /** {@return the settings at a place, in their order} */
  public List<Setting> at(Setting.Place place, String module) {
    return settings.stream()
        .filter(setting -> setting.place() == place && setting.module().equals(module))
        .toList();
  }

  /** {@return the switches of the command line, in one string} */
  public String commandLine() {
    return at(Setting.Place.COMMAND_LINE, "").stream()
        .map(setting -> setting.name() + " " + setting.value())
        .collect(Collectors.joining(" "));
  }
}
