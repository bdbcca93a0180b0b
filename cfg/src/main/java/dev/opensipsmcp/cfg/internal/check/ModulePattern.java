package dev.opensipsmcp.cfg.internal.check;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The first argument of {@code modparam}: an extended regular expression for the whole name of a
 * module, in which case does not count. Only expressions that can't run away are tried.
 */
final class ModulePattern {
  private static final int LONGEST = 300;
  private static final int MOST_REPEATS = 6;

  private final Pattern pattern;

  private ModulePattern(Pattern pattern) {
    this.pattern = pattern;
  }

  /** {@return the pattern, or nothing when it is too involved or none at all} */
  static Optional<ModulePattern> of(String text) {
    if (text.length() > LONGEST
        || repeats(text) > MOST_REPEATS
        || text.contains(")*")
        || text.contains(")+")
        || text.contains("){")
        || text.indexOf('\\') >= 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new ModulePattern(Pattern.compile("(?:" + text + ")", Pattern.CASE_INSENSITIVE)));
    } catch (PatternSyntaxException _) {
      return Optional.empty();
    }
  }

  private static long repeats(String text) {
    return text.chars().filter(it -> it == '*' || it == '+' || it == '{').count();
  }

  /** {@return whether it stands for a module} */
  boolean matches(String module) {
    return pattern.matcher(module).matches();
  }
}
