package dev.opensipsmcp.cfg.internal.migrate;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The first argument of {@code modparam}: a module's name, or an expression for several. */
final class ModulePattern {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.|-]*");
  private static final int LONGEST = 100;

  private ModulePattern() {}

  /** {@return whether it is one name} */
  static boolean single(String pattern) {
    return PLAIN.matcher(pattern).matches() && pattern.indexOf('|') < 0;
  }

  /**
   * Tells as OpenSIPS does: the expression must take all of the name, in any case of letters.
   *
   * @param pattern what is written
   * @param module a module's name
   */
  static boolean meets(String pattern, String module) {
    if (pattern.equalsIgnoreCase(module)) {
      return true;
    }
    if (single(pattern) || pattern.length() > LONGEST) {
      return false;
    }
    if (PLAIN.matcher(pattern).matches()) {
      return ("|" + pattern + "|").toLowerCase(java.util.Locale.ROOT).contains("|" + module + "|");
    }
    try {
      return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE).matcher(module).matches();
    } catch (PatternSyntaxException e) {
      return false;
    }
  }
}
