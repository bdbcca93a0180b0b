package dev.opensipsmcp.cfg.internal.migrate;

import dev.opensipsmcp.cfg.migrate.Release;
import java.util.List;

/**
 * A rule of a migration.
 *
 * @param id its stable name
 * @param to the release line that asks for it
 * @param why why it is needed, one sentence
 * @param source where that is known from
 * @param introduces the names that it writes, which must exist in the facts
 * @param rewriter what does it
 */
public record Step(
    String id, Release to, String why, String source, List<Name> introduces, Rewriter rewriter) {
  public Step {
    introduces = List.copyOf(introduces);
  }

  /** Finds what must be written anew. It must find nothing in what it has written. */
  @FunctionalInterface
  interface Rewriter {
    void rewrite(Scene scene);
  }

  /** A name of OpenSIPS. */
  public sealed interface Name {
    /** A module. */
    record Module(String module) implements Name {}

    /** A parameter of a module. */
    record Parameter(String module, String parameter) implements Name {}

    /** A function of a module; of the core where that is called {@code core}. */
    record Function(String module, String function) implements Name {}

    /** A global parameter. */
    record Setting(String setting) implements Name {}

    /** A variable, with its dollar sign. */
    record Variable(String variable) implements Name {}
  }
}
