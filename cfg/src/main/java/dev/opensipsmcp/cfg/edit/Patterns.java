package dev.opensipsmcp.cfg.edit;

import java.util.regex.Pattern;

/** Module names in {@code modparam} that are regular expressions for several modules. */
final class Patterns {
  /** Alternatives and wildcards, which is what people use; a long search can't come of these. */
  private static final Pattern PLAIN = Pattern.compile("[\\w|.-]*+(?:\\*[\\w|.-]*+){0,6}");

  private Patterns() {}

  /**
   * {@return whether a name that is a pattern means a module} OpenSIPS tries every name as one,
   * without regard to case, and as a whole. Of patterns with groups nothing is said.
   */
  static boolean matches(String name, String module) {
    return PLAIN.matcher(name).matches()
        && !name.startsWith("*")
        && !name.contains("|*")
        && !name.contains("**")
        && Pattern.compile(name, Pattern.CASE_INSENSITIVE).matcher(module).matches();
  }
}
