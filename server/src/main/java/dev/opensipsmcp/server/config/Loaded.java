package dev.opensipsmcp.server.config;

import java.util.List;

/** What reading the settings came to. */
public sealed interface Loaded {

  /**
   * All is well.
   *
   * @param settings what was set
   */
  record Ready(Settings settings) implements Loaded {}

  /**
   * Something is wrong; nothing may start.
   *
   * @param faults all of it
   */
  record Wrong(List<Fault> faults) implements Loaded {
    public Wrong {
      faults = List.copyOf(faults);
    }
  }
}
