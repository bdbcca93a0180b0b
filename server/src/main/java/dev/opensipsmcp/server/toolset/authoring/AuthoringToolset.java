package dev.opensipsmcp.server.toolset.authoring;

import dev.opensipsmcp.server.toolset.Toolset;
import java.util.List;

/** Makes the toolset {@code authoring}. */
public final class AuthoringToolset {
  static final String NAME = "authoring";

  private AuthoringToolset() {}

  /** {@return the tools that make modules of OpenSIPS in C} */
  public static Toolset make() {
    return new Toolset(
        NAME,
        "Modules of OpenSIPS in C: made, added to.",
        List.of(AdditionTools.command(), AdditionTools.parameter(), ScaffoldTool.tool()));
  }
}
