package dev.opensipsmcp.server.cli;

import dev.opensipsmcp.server.config.Fault;
import java.util.List;

/** The settings are wrong, so nothing can start. */
final class SettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient List<Fault> faults;

  SettingsException(List<Fault> faults) {
    super("The settings are wrong");
    this.faults = List.copyOf(faults);
  }

  List<Fault> faults() {
    return faults;
  }
}
