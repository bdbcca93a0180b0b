package dev.opensipsmcp.server.toolset.authoring;

import dev.opensipsmcp.server.toolset.Toolset;
import dev.opensipsmcp.server.toolset.config.ConfigDesk;
import java.util.List;

/** Makes the toolset {@code authoring}. */
public final class AuthoringToolset {
  static final String NAME = "authoring";

  private AuthoringToolset() {}

  /**
   * {@return the tools that make modules of OpenSIPS in C}
   *
   * @param desk what they work with
   */
  public static Toolset make(ConfigDesk desk) {
    return new Toolset(
        NAME,
        "Modules of OpenSIPS in C: made, added to, compiled.",
        List.of(
            AdditionTools.command(),
            AdditionTools.parameter(),
            new Compile(new SourceTrees(desk.programs())).tool(),
            ScaffoldTool.tool(),
            ValidateTool.tool(desk)));
  }
}
