package dev.opensipsmcp.server.toolset.script;

import dev.opensipsmcp.server.toolset.Toolset;
import java.util.List;

/** Makes the toolset {@code script}. */
public final class ScriptToolset {
  static final String NAME = "script";

  private ScriptToolset() {}

  /** {@return what a routing script reads at run time} */
  public static Toolset make() {
    return new Toolset(
        NAME,
        "What routing scripts read at run time: shared variables, flags, chance, expressions.",
        List.of(
            Measures.benchmark(),
            Measures.hash(),
            GlobalFlags.get(),
            GlobalFlags.reset(),
            GlobalFlags.set(),
            Chance.get(),
            Chance.reset(),
            Chance.set(),
            Expressions.reload(),
            Expressions.test(),
            Expressions.testGroup(),
            SharedVariables.list(),
            SharedVariables.set()));
  }
}
