package dev.opensipsmcp.server.cli.cfg;

import dev.opensipsmcp.cfg.source.Program;
import dev.opensipsmcp.server.toolset.lookout.Around;
import java.nio.file.Path;
import java.util.Optional;

/** The configured nodes, to read, for an audit that also looks around. */
@FunctionalInterface
public interface LiveNodes {

  /** What became of a look. */
  sealed interface Look {
    /**
     * It was made, though not all may have been seen.
     *
     * @param around what was seen
     */
    record Seen(Around around) implements Look {}

    /**
     * It could not be made.
     *
     * @param why what is wrong and what to do, for a person
     */
    record Not(String why) implements Look {}
  }

  /**
   * {@return what is around a configuration}
   *
   * @param instance the node's name
   * @param program the configuration
   * @param file the file that it is in; empty for a text
   */
  Look look(String instance, Program program, Optional<Path> file);
}
