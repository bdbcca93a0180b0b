package dev.opensipsmcp.cfg.diff;

import java.util.List;

/**
 * A module's parameter, or a global one, that is set otherwise. A parameter may be set several
 * times, and some modules take each for one more entry.
 *
 * @param module the module as it is written; empty for a global parameter
 * @param name its name
 * @param before its values before, as they are written; none when it was not set
 * @param after its values after
 */
public record ParameterChange(String module, String name, List<String> before, List<String> after) {
  public ParameterChange {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }
}
