package dev.opensipsmcp.server.toolset.lookout;

import dev.opensipsmcp.cfg.lint.LintSettings;
import dev.opensipsmcp.cfg.lint.Release;
import dev.opensipsmcp.cfg.lint.Surroundings;
import java.util.List;
import java.util.Optional;

/**
 * What is around a configuration, as far as it was seen.
 *
 * @param surroundings what the audit's rules ask
 * @param looked node, host and database: seen or not, and why
 */
public record Around(Surroundings surroundings, List<Looked> looked) {
  /** Nothing was asked. */
  public static final Around NOTHING = new Around(Surroundings.NONE, List.of());

  public Around {
    looked = List.copyOf(looked);
  }

  /**
   * {@return settings that know of it} The node's exact release counts where none is named and the
   * audit is for its version.
   */
  public LintSettings known(LintSettings settings) {
    Optional<Release> release =
        surroundings
            .live()
            .filter(live -> live.version() == settings.version())
            .flatMap(live -> live.release());
    LintSettings in = settings.in(surroundings);
    return settings.release().isEmpty() && release.isPresent() ? in.withRelease(release.get()) : in;
  }
}
