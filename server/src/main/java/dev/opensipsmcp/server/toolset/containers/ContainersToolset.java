package dev.opensipsmcp.server.toolset.containers;

import dev.opensipsmcp.server.config.ProgramsEntry;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.toolset.Toolset;
import java.util.List;

/** Makes the toolset {@code containers}. */
public final class ContainersToolset {
  static final String NAME = "containers";

  /** The service that is meant when a call names none. */
  static final String OPENSIPS = "opensips";

  static final Schema.Property SERVICE =
      Schema.optional(
          "service",
          Schema.text("A service of the compose file")
              .matching("[A-Za-z0-9][A-Za-z0-9_.-]{0,62}")
              .byDefault(OPENSIPS));

  private ContainersToolset() {}

  /**
   * {@return the tools on containers}
   *
   * @param settings what is allowed
   */
  public static Toolset make(ProgramsEntry settings) {
    Compose compose = new Compose(settings);
    return new Toolset(
        NAME,
        "Containers of one compose file: state, logs, restart.",
        List.of(
            ContainerReads.deploy(),
            ContainerReads.logs(compose),
            new Restart(compose).tool(),
            ContainerReads.status(compose)));
  }
}
