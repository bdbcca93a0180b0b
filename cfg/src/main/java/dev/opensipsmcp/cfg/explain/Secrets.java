package dev.opensipsmcp.cfg.explain;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Takes secrets out of what is shown. */
final class Secrets {
  static final String HIDDEN = "***";

  /**
   * A password in a URL goes to the last at sign: OpenSIPS takes passwords with an at sign, too.
   */
  private static final Pattern IN_URL = Pattern.compile("(://[^:@/\\s\"']*):[^\\s\"']*@");

  private static final Pattern IN_PAIR =
      Pattern.compile(
          "((?:password|passwd|passphrase|pass|pwd|secret|token|api[_-]?key|access[_-]?key"
              + "|auth[_-]?key)\\s*[=:]\\s*)[^;&\\s\"']+",
          Pattern.CASE_INSENSITIVE);

  private static final Set<List<String>> PARAMETERS = new HashSet<>(Tables.read("secrets.tsv"));

  private Secrets() {}

  /** {@return whether a parameter's value is a secret as a whole} */
  static boolean secret(String module, String parameter) {
    return PARAMETERS.contains(List.of(module, parameter));
  }

  /** {@return whether a text holds a secret that {@link #hide} takes out} */
  static boolean holds(String text) {
    return !hide(text).equals(text);
  }

  /** {@return a text without passwords in URLs and in pairs of names and values} */
  static String hide(String text) {
    return IN_PAIR
        .matcher(IN_URL.matcher(text).replaceAll("$1:" + HIDDEN + "@"))
        .replaceAll("$1" + HIDDEN);
  }

  /** {@return the value of a parameter as it may be shown} */
  static String value(String module, String parameter, String value) {
    String name = parameter.toLowerCase(Locale.ROOT);
    boolean unknown =
        (name.contains("passw") || name.contains("secret"))
            && !name.endsWith("_column")
            && !name.endsWith("_col")
            && !value.startsWith("$");
    return secret(module, parameter) || unknown ? HIDDEN : hide(value);
  }
}
